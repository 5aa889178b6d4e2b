/// How soon and by which step requests were answered, of one quarter or of several: frozen once the last of them is over.
package struct ResponseFigures: Sendable, Equatable, Codable {
    /// The last quarter's last month; the first quarter's is ``first``.
    package let last: Month
    package let first: Month
    package let frozenOn: Day
    /// None where too few answers came to tell anything; they are told with the next quarter's.
    package let tables: [Table]

    package struct Table: Sendable, Equatable, Codable {
        package let title: String
        package let rows: [Row]

        /// What fewer answers stand behind is joined with its neighbour, never left out.
        package struct Row: Sendable, Equatable, Codable {
            package let label: String
            package let count: Int
        }
    }

    /// `July to September 2026`.
    package var name: String {
        first.year == last.year ? "\(first.monthName) to \(last.name)" : "\(first.name) to \(last.name)"
    }
}

extension ResponseCounts {
    /// What may be told of them. Bands and steps are joined in their order until enough answers stand behind each row, whoever takes
    /// their own away; where all together are not enough, or come from fewer than three, nothing is told.
    ///
    /// - Parameter last: the last month of the quarter that is over.
    package func figures(upTo last: Month, threshold: DisclosureThreshold, on today: Day) -> ResponseFigures {
        let enough = threshold.enough
        let bands = enough.joined((0...bounds.count).map(band))
        let steps = enough.joined(ResponseStep.allCases.map(step))
        let tables: [ResponseFigures.Table?] = [
            bands.map { ResponseFigures.Table(title: "How soon a supporter was in touch", rows: $0.map(bandRow)) },
            steps.map { ResponseFigures.Table(title: "Who answered", rows: $0.map(stepRow)) },
        ]
        return ResponseFigures(
            last: last, first: last.adding(1 - 3 * quarters), frozenOn: today,
            tables: givers >= enough.fewestSheets ? tables.compactMap(\.self) : [])
    }

    private func bandRow(_ places: [Int]) -> ResponseFigures.Table.Row {
        let from = places.first.flatMap { $0 == 0 ? nil : bounds[$0 - 1] }
        let until = places.last.flatMap { $0 == bounds.count ? nil : bounds[$0] }
        let label =
            switch (from, until) {
            case (nil, nil): "At any time"
            case (nil, let until?): "Within \(time(until))"
            case (let from?, let until?): "After \(time(from)), within \(time(until))"
            case (let from?, nil): "After \(time(from))"
            }
        return ResponseFigures.Table.Row(label: label, count: places.reduce(0) { $0 + band($1).sum })
    }

    private func stepRow(_ places: [Int]) -> ResponseFigures.Table.Row {
        let steps = places.map { ResponseStep.allCases[$0] }
        return ResponseFigures.Table.Row(
            label: steps.map(\.label).joined(separator: " or "), count: steps.reduce(0) { $0 + step($1).sum })
    }

    private func time(_ minutes: Int) -> String {
        if minutes.isMultiple(of: 1440) { return (minutes / 1440).of("day", "days") }
        if minutes.isMultiple(of: 60) { return (minutes / 60).of("hour", "hours") }
        return minutes.of("minute", "minutes")
    }
}

extension Month {
    /// `November`.
    fileprivate var monthName: String { String(name.prefix { $0 != " " }) }

    /// The last month of its quarter.
    package var quarterEnd: Month { adding((12 - number) % 3) }
}

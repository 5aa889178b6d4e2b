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
        let bands = groups(bounds.count + 1, threshold) { self.bands($0) }
        let steps = groups(ResponseStep.allCases.count, threshold) { self.steps($0) }
        let isTold = givers >= Self.fewestGivers
        let tables: [ResponseFigures.Table?] = [
            bands.map { ResponseFigures.Table(title: "How soon a supporter was in touch", rows: $0.map(band)) },
            steps.map { ResponseFigures.Table(title: "Who answered", rows: $0.map(step)) },
        ]
        return ResponseFigures(
            last: last, first: last.adding(1 - 3 * quarters), frozenOn: today,
            tables: isTold ? tables.compactMap(\.self) : [])
    }

    private static let fewestGivers = 3

    /// Nothing where all together are not enough.
    private func groups(
        _ count: Int, _ threshold: DisclosureThreshold, _ sums: (Range<Int>) -> (sum: Int, largest: Int)
    ) -> [(places: Range<Int>, count: Int)]? {
        var groups: [Range<Int>] = []
        var begin = 0
        for end in 1...count where threshold.isEnough(sums(begin..<end)) {
            groups.append(begin..<end)
            begin = end
        }
        guard let last = groups.popLast() else { return nil }
        // What is left over belongs to the last.
        groups.append(last.lowerBound..<count)
        return groups.map { ($0, sums($0).sum) }
    }

    private func band(_ group: (places: Range<Int>, count: Int)) -> ResponseFigures.Table.Row {
        let from = group.places.lowerBound == 0 ? nil : bounds[group.places.lowerBound - 1]
        let until = group.places.upperBound > bounds.count ? nil : bounds[group.places.upperBound - 1]
        let label =
            switch (from, until) {
            case (nil, nil): "At any time"
            case (nil, let until?): "Within \(time(until))"
            case (let from?, let until?): "After \(time(from)), within \(time(until))"
            case (let from?, nil): "After \(time(from))"
            }
        return ResponseFigures.Table.Row(label: label, count: group.count)
    }

    private func step(_ group: (places: Range<Int>, count: Int)) -> ResponseFigures.Table.Row {
        let labels = group.places.compactMap(ResponseStep.init(rawValue:)).map(\.label)
        return ResponseFigures.Table.Row(label: labels.joined(separator: " or "), count: group.count)
    }

    private func time(_ minutes: Int) -> String {
        if minutes.isMultiple(of: 1440) { return (minutes / 1440).of("day", "days") }
        if minutes.isMultiple(of: 60) { return (minutes / 60).of("hour", "hours") }
        return minutes.of("minute", "minutes")
    }
}

extension DisclosureThreshold {
    /// Whether a count may stand by itself, also for whoever takes their own part of it away.
    fileprivate func isEnough(_ count: (sum: Int, largest: Int)) -> Bool {
        count.sum - count.largest >= smallestCount.number
    }
}

extension Month {
    /// `November`.
    fileprivate var monthName: String { String(name.prefix { $0 != " " }) }

    /// The last month of its quarter.
    package var quarterEnd: Month { adding((12 - number) % 3) }
}

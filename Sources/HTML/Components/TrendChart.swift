/// A place of a trend: one month, or several that were told together.
package struct TrendPeriod: Sendable {
    /// What stands below each of its months, short: `Mar`.
    let ticks: [String]
    /// In full: `March 2026`, `March and April 2026`.
    let name: String
    let figure: ShownFigure

    package init(ticks: [String], name: String, _ figure: ShownFigure) {
        self.ticks = ticks
        self.name = name
        self.figure = figure
    }
}

/// Figures over time as bars in the order of the periods, and the same as a table below, folded away until somebody wants it.
///
/// What is not shown is hatched over its whole height and says so, so that no height tells of it. Several months told together share one bar,
/// as wide as they are and as high as their mean, with their one number above.
/// - Parameters:
///   - id: names the drawing within its page.
///   - title: what is drawn, as a sentence.
///   - summary: what a look at it tells, in words, for whoever does not see it.
///   - unit: the heading of the numbers in the table.
///   - isFolded: whether the table is folded away; on paper it never is.
package func trendChart(
    id: String, title: String, summary: String, unit: String, periods: [TrendPeriod], isFolded: Bool = true
) -> HTML {
    let table = trendTable(title, unit: unit, periods)
    return """
        <figure class="trend" role="group"\(attribute: "aria-label", title)>
        \(drawing(id, title, summary, periods))
        \(isFolded ? furtherFields("The same as a table", isOpen: false, table) : table)
        </figure>
        """
}

private let plotTop = 22
private let plotHeight = 132
private var plotFoot: Int { plotTop + plotHeight }

private func drawing(_ id: String, _ title: String, _ summary: String, _ periods: [TrendPeriod]) -> HTML {
    let slots = max(1, periods.reduce(0) { $0 + $1.ticks.count })
    let highest = max(1, periods.compactMap(\.perMonth).max() ?? 1)
    var marks: [HTML] = []
    var slot = 0
    for period in periods {
        marks.append(mark(period, from: slot, of: slots, highest: highest, hatch: "\(id)-hatch"))
        slot += period.ticks.count
    }
    return """
        <svg class="trend-drawing" role="img" aria-labelledby="\(id)-title \(id)-words" width="100%" height="\(plotFoot + 26)" \
        focusable="false"><title id="\(id)-title">\(title)</title><desc id="\(id)-words">\(summary)</desc>
        <defs><pattern id="\(id)-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <line class="trend-hatch" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>
        \(marks)
        <line class="trend-base" x1="0" x2="100%" y1="\(plotFoot)" y2="\(plotFoot)"/></svg>
        """
}

/// One period: its bar with the number above, or the hatching, and the ticks below.
private func mark(_ period: TrendPeriod, from slot: Int, of slots: Int, highest: Int, hatch: String) -> HTML {
    let width = period.ticks.count
    let left = percent(Double(slot) + 0.12, of: slots)
    let breadth = percent(Double(width) - 0.24, of: slots)
    let middle = percent(Double(slot) + Double(width) / 2, of: slots)
    let ticks = period.ticks.enumerated().map { index, tick -> HTML in
        """
        <text class="trend-tick" x="\(percent(Double(slot + index) + 0.5, of: slots))" y="\(plotFoot + 18)" \
        text-anchor="middle">\(tick)</text>
        """
    }
    guard let perMonth = period.perMonth else {
        return """
            <rect class="trend-none" x="\(left)" y="\(plotTop)" width="\(breadth)" height="\(plotHeight)" fill="url(#\(hatch))"/>\
            <text class="trend-none-words" x="\(middle)" y="\(plotTop + plotHeight / 2)" text-anchor="middle" \
            writing-mode="vertical-rl">not shown</text>\(ticks)
            """
    }
    let height = max(perMonth == 0 ? 0 : 2, perMonth * plotHeight / highest)
    return """
        <rect class="trend-bar" x="\(left)" y="\(plotFoot - height)" width="\(breadth)" height="\(height)"/>\
        <text class="trend-number" x="\(middle)" y="\(plotFoot - height - 6)" text-anchor="middle">\(period.figure.words)</text>\
        \(ticks)
        """
}

/// A place in the width of the drawing, whatever that is, to a tenth of a percent.
private func percent(_ slots: Double, of all: Int) -> String {
    let tenths = Int((slots * 1000 / Double(all)).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
}

private func trendTable(_ title: String, unit: String, _ periods: [TrendPeriod]) -> HTML {
    dataTable(
        title, columns: ["Period", TableColumn(unit, .number)],
        rows: periods.map { period in
            switch period.figure {
            case .notShown: [HTML(text: period.name), "<span class=\"withheld\">not shown</span>"]
            case .number(_, let words): [HTML(text: period.name), HTML(text: words)]
            }
        }, narrow: .stays, captioned: .unseen)
}

extension TrendPeriod {
    /// The height of its bar: several months told together are as high as their mean.
    fileprivate var perMonth: Int? {
        switch figure {
        case .number(let amount, _): max(0, amount) / max(1, ticks.count)
        case .notShown: nil
        }
    }
}

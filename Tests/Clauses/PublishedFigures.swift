import Testing
import Web
import WebSupport

/// A published summary, as a program reads it.
struct PublishedFigures {
    enum Figure: Equatable {
        case count(Int)
        case minutes(Int)
        case hours(Int)
        case suppressed

        var count: Int? {
            if case .count(let count) = self { count } else { nil }
        }

        /// As the page says it, where it is a count.
        var words: String { count.map { String($0) } ?? "not shown" }

        fileprivate init(_ json: JSON?) throws {
            if let count = json?["count"]?.integer {
                self = .count(count)
            } else if let minutes = json?["minutes"]?.integer {
                self = .minutes(minutes)
            } else if let hours = json?["hours"]?.integer {
                self = .hours(hours)
            } else {
                try #require(json == ["suppressed": true], "\(String(describing: json))")
                self = .suppressed
            }
        }
    }

    /// By title, then by label.
    let tables: [String: [String: Figure]]
    /// By title, of the tables that add up.
    let totals: [String: Figure]
    /// How many stat sheets they come from.
    let sheets: Int

    init(_ summary: JSON) throws {
        var tables: [String: [String: Figure]] = [:]
        var totals: [String: Figure] = [:]
        for table in try #require(summary["tables"]?.array) {
            let rows = try #require(table["rows"]?.array)
            tables[table.text("title")] = try Dictionary(
                uniqueKeysWithValues: rows.map { ($0.text("label"), try Figure($0["value"])) })
            if let total = table["total"], total != .null { totals[table.text("title")] = try Figure(total) }
        }
        self.tables = tables
        self.totals = totals
        sheets = try #require(summary["sheetsReceived"]?.integer)
    }
}

extension JSON {
    /// Every string in it, at whatever depth.
    var everyString: [String] {
        switch self {
        case .string(let words): [words]
        case .array(let items): items.flatMap(\.everyString)
        case .object(let members): members.values.flatMap(\.everyString)
        case .null, .boolean, .integer, .number: []
        }
    }
}

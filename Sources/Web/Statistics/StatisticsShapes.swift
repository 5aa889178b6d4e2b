import Operations
import Program

/// Published figures as programs read them.
enum StatisticsShapes {
    static let standing = Shape<SummaryStanding>(
        .month("month", \.month), .choice("state", \.status))

    static let published = Shape<PublishedSummary>(
        .words("title", \.summary.title), .month("month", \.summary.month),
        .day(maybe: "publishedOn") { $0.publishedOn },
        .words(maybe: "cover", about: "Who is accountable for it.", \.summary.cover),
        .count("sheetsReceived", about: "How many stat sheets the figures come from.", \.summary.sheetsReceived),
        .list("tables", of: table, \.summary.tables))

    static let table = Shape<DisclosedTable>(
        .words("title", \.title),
        .list("rows", of: row, \.rows),
        Shape.Member(Schema.Property("total", .nullable(value), about: "Null where the rows do not add up.")) {
            $0.total.map(json) ?? .null
        },
        .texts("notes", about: "How to read what is not shown.", \.notes))

    private static let row = Shape<DisclosedTable.Row>(
        .words("label", \.label),
        .choice(maybe: "unit", about: "What an amount counts; null for entries. Times are always in minutes.", \.unit),
        Shape.Member(Schema.Property("value", value)) { json($0.value) })

    /// A count, minutes, or a figure that is not shown so that nobody can be recognised.
    private static let value = Schema.either([
        .object([Schema.Property("count", .count)]), .object([Schema.Property("minutes", .count)]),
        .object([Schema.Property("hours", .count)]), .object([Schema.Property("suppressed", .boolean)]),
    ])

    private static func json(_ value: DisclosedValue) -> JSON {
        switch value {
        case .count(let count): ["count": .integer(count)]
        case .minutes(let minutes): ["minutes": .integer(minutes)]
        case .hours(let hours): ["hours": .integer(hours)]
        case .suppressed: ["suppressed": true]
        }
    }
}

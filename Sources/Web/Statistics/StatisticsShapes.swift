import Operations
import Program

/// Published figures as programs read them.
enum StatisticsShapes {
    static let standing = Shape<ReleaseStanding>(
        .id("release", \.release), .words("period") { $0.period.text }, .choice("state", \.status))

    static let published = Shape<PublishedFigures>(
        .id("release", \.publication.release), .words("title", \.publication.title),
        .words("period") { $0.publication.period.text },
        .texts("months", each: .month, about: "Whose counts are in it.") { $0.publication.months.map(\.text) },
        .day(maybe: "publishedOn") { $0.publishedOn },
        .words(maybe: "cover", about: "Who is accountable for it.", \.publication.cover),
        .texts("readers", about: "To whom it was open when it was published.", \.publication.readers),
        .count("sheetsReceived", about: "How many stat sheets the figures come from.", \.publication.sheets),
        .flag(
            "waits", about: "Whether it had too little to be told, so that it is counted with the next one.",
            \.publication.waits),
        .list("tables", of: table, \.publication.tables),
        .texts("notes", about: "What is told elsewhere or not at all, and why.", \.publication.notes),
        .words("checksum", about: "SHA-256 of what was frozen, as the audit chain has it.", \.checksum))

    static let table = Shape<PublishedTable>(
        .words("title", \.title),
        .list("rows", of: row, \.rows),
        Shape.Member(
            Schema.Property(
                "total", .nullable(value), about: "Null where the rows do not add up, or where there is but one.")
        ) {
            $0.total.map(json) ?? .null
        },
        .texts("notes", about: "How to read what is not shown.", \.notes))

    private static let row = Shape<PublishedTable.Row>(
        .words("label", \.label),
        .texts("labels", about: "Several where few are told together.", \.labels),
        .choice(maybe: "unit", about: "What an amount counts; null for entries.", \.unit),
        Shape.Member(Schema.Property("value", value)) { json($0.value) })

    /// A count, whole hours, minutes, or a figure that is not shown so that nobody can be recognised.
    private static let value = Schema.either([
        .object([Schema.Property("count", .count)]), .object([Schema.Property("hours", .count)]),
        .object([Schema.Property("minutes", .count)]), .object([Schema.Property("suppressed", .boolean)]),
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

import Foundation

/// Figures as they were published, fixed for good: the month's summary, or the release of a quarter, a year or twelve months.
package struct Publication: Sendable, Equatable, Encodable {
    /// `summary` for the month's, else the id of the pack's release.
    package let release: String
    /// As people say it: `Monthly Peer Support Contact Summary`.
    package let title: String
    package let period: ReleasePeriod
    /// The months whose sheets are counted in it: those of its period, and of earlier ones that were told with it.
    package let months: [Month]
    /// The agency's day on which it was made.
    package let preparedOn: Day
    /// Named on the cover, such as the division accountable (OCP-I.C-0).
    package let cover: String?
    /// To whom it was open when it was published, as people call them.
    package let readers: [String]
    /// How many stat sheets the figures come from. Who files is known to the programme and no secret.
    package let sheets: Int
    /// Whether it has too little to be told, so that it is counted with the next one.
    package let waits: Bool
    package let tables: [PublishedTable]
    /// What is told elsewhere or not at all, and why.
    package let notes: [String]
    /// By which method small numbers were kept out: 1 is a summary that was protected by itself, 2 everything that is told of a year
    /// together.
    package let method: Int

    /// The id of the month's release.
    package static let summary = "summary"

    /// The bytes to freeze: the same publication always gives the same bytes. Their SHA-256 is kept with them, for reading them back
    /// asks for it.
    package var canonicalJSON: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    init(
        release: String, title: String, period: ReleasePeriod, months: [Month], preparedOn: Day, cover: String?,
        readers: [String], sheets: Int, waits: Bool, tables: [PublishedTable], notes: [String], method: Int = 2
    ) {
        self.release = release
        self.title = title
        self.period = period
        self.months = months
        self.preparedOn = preparedOn
        self.cover = cover
        self.readers = readers
        self.sheets = sheets
        self.waits = waits
        self.tables = tables
        self.notes = notes
        self.method = method
    }
}

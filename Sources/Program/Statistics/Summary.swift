import Foundation

/// A month's published figures, fixed for good once published.
package struct Summary: Sendable, Equatable, Encodable {
    /// As people say it: `Monthly Peer Support Contact Summary`.
    package let title: String
    package let month: Month
    /// The agency's day on which it was made.
    package let preparedOn: Day
    /// Named on the cover, such as the division accountable (OCP-I.C-0).
    package let cover: String?
    /// How many stat sheets the figures come from. Who files is known to the programme and no secret.
    package let sheetsReceived: Int
    /// How many were due, where known.
    package let sheetsExpected: Int?
    package let tables: [DisclosedTable]

    init(
        title: String, month: Month, preparedOn: Day, cover: String?, sheetsReceived: Int, sheetsExpected: Int?,
        tables: [DisclosedTable]
    ) {
        self.title = title
        self.month = month
        self.preparedOn = preparedOn
        self.cover = cover
        self.sheetsReceived = sheetsReceived
        self.sheetsExpected = sheetsExpected
        self.tables = tables
    }

    /// The bytes to freeze: the same summary always gives the same bytes. Their SHA-256 is kept with them, for
    /// reading them back asks for it.
    package var canonicalJSON: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }
}

/// The month's summary as the pack defines it, protected as one release.
///
/// - Parameters:
///   - counts: the true counts of the submitted sheets.
///   - form: the contact form the sheets were filled in on.
///   - cover: whom the cover names where the rule names nobody itself.
///   - today: the agency's day.
/// - Throws: ``CountsDoNotFit``, ``CannotBeProtected``; nothing is published then.
package func summarise(
    _ counts: MonthCounts, of month: Month, rule: SummaryRule, form: ContactForm, threshold: DisclosureThreshold,
    sheetsExpected: Int?, cover: String? = nil, on today: Day
) throws -> Summary {
    Summary(
        title: rule.title, month: month, preparedOn: today, cover: rule.cover ?? cover, sheetsReceived: counts[.sheets],
        sheetsExpected: sheetsExpected,
        tables: try Disclosure(counts, rule: rule, form: form, threshold: threshold).tables)
}

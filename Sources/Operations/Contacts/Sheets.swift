import PolicyPacks
import Program
import Sealing
import Store

/// A supporter's own sheet of a month, as they see it.
package struct OwnSheet: Sendable {
    package let sheet: StatSheet
    /// The ids of the entries, in the same order.
    package let ids: [RandomId]
    /// Set once the sheet is submitted.
    package let filing: Filing?
    /// The last day on which it is on time.
    package let due: Day
    /// Whether the entries are still at hand. Those of a submitted sheet are not where the form bears no name, for they
    /// became counts then; where it does, they are until the month's summary is published.
    package let hasEntries: Bool
    /// All time of support in it; nothing where it is submitted and was empty, or submitted before its time was sealed to its supporter.
    package let minutes: Int?

    package func entry(_ id: RandomId) -> ContactEntry? {
        ids.firstIndex(of: id).map { sheet.entries[$0] }
    }
}

extension Programmes {
    /// The staff member's own sheet of the month, empty where nothing is written yet.
    package func ownSheet(_ month: Month, of staff: Staff) async throws -> OwnSheet {
        try await database.read { transaction in
            let filing = try transaction.filing(account: staff.account, agency: staff.agency.id, month: month)
            let kept = try keptSheet(month, of: staff, transaction)
            let filed = try filedSheet(of: staff.account, month, agency: staff.agency.id, transaction)
            let form = try filed?.form ?? form(of: kept, staff, in: transaction)
            let rows = filed?.entries ?? kept?.content.entries.inOrder ?? []
            let entries = try rows.map { try form.entry($0.contact, in: month) }
            guard let due = staff.policy.statSheet.due(for: month) else { throw AgencyFault.clockOutOfRange }
            return OwnSheet(
                sheet: StatSheet(month: month, form: form, entries: entries),
                ids: rows.compactMap { RandomId(bytes: $0.id) }, filing: filing, due: due,
                hasEntries: filing == nil || filed != nil, minutes: filed?.entries.minutes ?? kept?.content.minutes)
        }
    }

    /// The form the sheet was begun with, or today's where it has not been begun.
    func form(of sheet: KeptSheet?, _ staff: Staff, in transaction: any Transaction) throws -> ContactForm {
        guard let sheet else { return staff.policy.contactForm }
        return try packs.pack(sheet.pack, in: transaction).pack.contactForm
    }

    /// The staff member's own months, the latest first, each with its filing and its time.
    package func ownMonths(of staff: Staff) async throws -> [OwnMonth] {
        try await database.read { transaction in
            let first = StatSheetRule.earliestOpenMonth(on: staff.today)
            let filings = try transaction.filings(account: staff.account, agency: staff.agency.id, from: first)
            let months = sequence(first: first, next: \.next).prefix { $0 <= staff.today.month }
            let minutes = try keptSheets(Array(months), of: staff, transaction).mapValues(\.content.minutes)
            return staff.policy.ownMonths(of: staff.holdings, filings: filings, minutes: minutes, on: staff.today)
        }
    }
}

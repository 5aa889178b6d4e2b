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
    /// Whether the entries of a submitted sheet are still at hand. Where the form bears no name they are not: they became
    /// counts when it was submitted.
    package let hasEntries: Bool

    package func entry(_ id: RandomId) -> ContactEntry? {
        ids.firstIndex(of: id).map { sheet.entries[$0] }
    }
}

extension Programmes {
    /// The staff member's own sheet of the month, empty where nothing is written yet.
    package func ownSheet(_ month: Month, of staff: Staff) async throws -> OwnSheet {
        try await database.read { session in
            let filing = try session.filing(account: staff.account, agency: staff.agency.id, month: month)
            let form = try form(of: staff.sheetID(month), staff, in: session)
            let rows = try session.contacts(sheet: staff.sheetID(month))
            let entries = try rows.map { try form.entry($0.contact, in: month) }
            guard let due = staff.policy.statSheet.due(for: month) else { throw AgencyFault.clockOutOfRange }
            return OwnSheet(
                sheet: StatSheet(month: month, form: form, entries: entries),
                ids: rows.compactMap { RandomId(bytes: $0.id) }, filing: filing, due: due,
                hasEntries: filing == nil || form.bearsSupporterName)
        }
    }

    /// The form the sheet was begun with, or today's where it has not been begun.
    func form(of sheet: [UInt8], _ staff: Staff, in session: any Session) throws -> ContactForm {
        guard let row = try session.sheet(id: sheet) else { return staff.policy.contactForm }
        return try packs.pack(row.pack, in: session).pack.contactForm
    }

    /// The months a supporter may look at, the latest first: this month and the twelve before it, as far as the role was
    /// held, each with its filing.
    package func ownMonths(of staff: Staff) async throws -> [(month: Month, filing: Filing?)] {
        let latest = staff.today.month
        let filings = try await database.read { session in
            try session.filings(account: staff.account, agency: staff.agency.id, from: latest.adding(-12))
        }
        let keepers = staff.policy.roles(with: .keepStatSheet).map(\.id)
        return (0...12).compactMap { back in
            let month = latest.adding(-back)
            let filing = filings.first { $0.month == month }
            let expected = staff.holdings.contains { keepers.contains($0.role) && $0.isHeld(in: month) }
            return expected || filing != nil ? (month, filing) : nil
        }
    }
}

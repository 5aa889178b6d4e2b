import Foundation
import PolicyPacks
import Program
import Sealing
import Store

// A submitted sheet that bears its supporter's name lies locked under a key of the server's until its month is published.
extension Programmes {
    /// Keeps a submitted sheet for whoever receives them.
    func keepFiled(
        _ entries: [ContactRow], of account: String, in month: Month, countedIn: Month, pack: String, agency: String,
        _ transaction: any Transaction
    ) throws {
        let locked = try keys.lock(
            filedSheet: SheetContent.draft(entries).bytes, of: account, month: month.text, agency: agency)
        guard let locked else { throw UnreadableSheet() }
        try transaction.insert(
            FiledSheetRow(account: account, month: month, pack: pack, sealed: locked), countedIn: countedIn,
            agency: agency)
    }

    /// A submitted sheet with the form it is on; nothing where there is none, or no more.
    func filedSheet(
        of account: String, _ month: Month, agency: String, _ transaction: any Transaction
    ) throws -> (form: ContactForm, entries: [ContactRow])? {
        guard let row = try transaction.filedSheet(account: account, agency: agency, month: month) else { return nil }
        let bytes = try keys.unlock(filedSheet: row.sealed, of: account, month: month.text, agency: agency)
        guard let content = SheetContent(bytes: bytes) else { throw UnreadableSheet() }
        return (try packs.pack(row.pack, in: transaction).pack.contactForm, content.entries.inOrder)
    }
}

// Hours of support stay after filing, by supporter. They lie in one box for the agency and quarter, in which everybody's are, and are told by
// quarters that are over: neither a page nor a copy of the database tells the hours of one filing (docs/decisions/contacts-and-filing.md).
extension Programmes {
    /// Whole hours by supporter, as filed in the four quarters that were over last, the latest first. Nothing for whoever does not receive
    /// the sheets.
    package func hoursPerSupporter(by staff: Staff) async throws -> [SupporterHours]? {
        guard staff.powers.contains(.receiveStatSheets) else { return nil }
        return try await database.read { transaction in
            try hoursPerSupporter(of: staff.agency.id, on: staff.today, transaction)
        }
    }

    func hoursPerSupporter(
        of agency: String, on today: Day, _ transaction: any Transaction
    ) throws -> [SupporterHours] {
        let quarters = Quarter.overLast(on: today)
        return try transaction.hoursBoxes(
            agency: agency, from: quarters.lowerBound, to: quarters.upperBound
        ).compactMap { box in
            SupporterHours(box.quarter, minutes: try minutes(in: box.sealed, of: box.quarter, agency), on: today)
        }.reversed()
    }

    /// Adds minutes, by account, to the hours of a quarter.
    func add(
        _ filed: [(account: String, minutes: Int)], toHoursOf quarter: Quarter, agency: String,
        _ transaction: any Transaction
    ) throws {
        let box = try transaction.hoursBox(agency: agency, quarter: quarter)
        var all = try box.map { try minutes(in: $0, of: quarter, agency) } ?? [:]
        for (account, minutes) in filed { all[account, default: 0] += minutes }
        let locked = try keys.lock(
            hours: Array(try JSONEncoder().encode(all)), quarter: quarter.text, agency: agency)
        guard let locked else { throw UnreadableSheet() }
        try transaction.setHoursBox(locked, agency: agency, quarter: quarter)
    }

    private func minutes(in box: [UInt8], of quarter: Quarter, _ agency: String) throws -> [String: Int] {
        let content = try keys.unlock(hours: box, quarter: quarter.text, agency: agency)
        return try JSONDecoder().decode([String: Int].self, from: Data(content))
    }
}

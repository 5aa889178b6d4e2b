import Foundation
import Program
import Sealing
import Store

/// The duty time of one month, of everybody who has a box, opened.
struct DutyMonth {
    let month: Month
    private(set) var entries: [String: [DutyEntry]]

    subscript(account: String) -> [DutyEntry] {
        get { entries[account] ?? [] }
        set { entries[account] = newValue }
    }
}

/// An entry with its member.
struct OwnedDutyEntry {
    let account: String
    let entry: DutyEntry
}

// When somebody was at work tells when somebody was helped. So nothing of an entry stands in a row: each member has a box of one size for each
// month, and whenever anything of a month changes, the boxes of everybody on the team are locked anew within the same transaction. Whoever has
// copies of the database of every hour sees that somebody wrote something, and not who (docs/decisions/duty-time.md).
extension Programmes {
    /// What the account keeps of those months.
    func dutyEntries(
        of account: String, in months: [Month], agency: Agency, _ transaction: any Transaction
    ) throws -> [DutyEntry] {
        try transaction.dutyBoxes(of: account, in: months, agency: agency.id)
            .flatMap { try opened($0, agency) }.sorted { $0.time.start < $1.time.start }
    }

    /// What everybody keeps of those months.
    func dutyMonths(
        _ months: [Month], agency: Agency, _ transaction: any Transaction
    ) throws -> [DutyMonth] {
        let boxes = Dictionary(
            grouping: try transaction.dutyBoxes(of: months, agency: agency.id), by: \.month)
        return try months.map { month in
            DutyMonth(
                month: month,
                entries: Dictionary(
                    try (boxes[month] ?? []).map { ($0.account, try opened($0, agency)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Keeps a month as it is now: the boxes of everybody of the team are locked anew, with those of whoever has one from before.
    ///
    /// - Returns: false where something does not fit.
    func keep(
        _ month: DutyMonth, agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> Bool {
        let members = try transaction.memberAccounts(of: agency, on: today).union(month.entries.keys)
        var boxes: [DutyBoxRow] = []
        for account in members {
            let content = Array(try JSONEncoder().encode(month[account].map(StoredDutyEntry.init)))
            guard
                let sealed = try keys.lock(
                    dutyTime: content, of: account, in: month.month.text, agency: agency.id)
            else { return false }
            boxes.append(DutyBoxRow(account: account, month: month.month, sealed: sealed))
        }
        try transaction.setDutyBoxes(boxes, agency: agency.id)
        return true
    }

    /// A box whose key was lost is empty.
    func opened(_ box: DutyBoxRow, _ agency: Agency) throws -> [DutyEntry] {
        guard
            let content = try? keys.unlock(
                dutyTime: box.sealed, of: box.account, in: box.month.text, agency: agency.id)
        else { return [] }
        return try JSONDecoder().decode([StoredDutyEntry].self, from: Data(content)).compactMap(\.entry)
    }
}

extension DutyTimeRules {
    /// Where an entry is looked for that can still change: it is made in one of the open months, and may wait for a while.
    static func changingMonths(on today: Day) -> [Month] {
        (1...3).map { today.month.adding(-$0) }.reversed() + [today.month, today.month.next]
    }
}

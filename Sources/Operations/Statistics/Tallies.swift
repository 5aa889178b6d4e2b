import Foundation
import Program
import Sealing
import Store

// Two copies of the counts, from before and after a filing, give the sheet that came in between. So the counts of a month stand in one box
// of one size, and whenever a sheet comes in, the boxes of every month that is not published are locked anew within the same transaction.
// Whoever has copies of the database of every hour sees that something was filed, and not what, nor of which month.
extension Programmes {
    /// The true counts by month.
    package func opened(_ boxes: [TallyRow], _ agency: Agency) throws(CountsDamaged) -> [Month: Tally] {
        var tallies: [Month: Tally] = [:]
        for box in boxes { tallies[box.month] = try opened(box, agency) }
        return tallies
    }

    /// A box that does not open is damaged, and no figure is made of what may be missing in it: those whose key was lost are gone
    /// (`ServerKeys.replace`).
    private func opened(_ row: TallyRow, _ agency: Agency) throws(CountsDamaged) -> Tally {
        guard let content = try? keys.unlock(tally: row.sealed, of: row.month.text, agency: agency.id),
            let tally = try? JSONDecoder().decode(Tally.self, from: Data(content))
        else { throw CountsDamaged(month: row.month) }
        return tally
    }

    /// A submitted sheet counted: in its own month, or in the next that is not published.
    ///
    /// - Returns: in which month, and the boxes to keep; nothing where one has no room left.
    func counted(
        _ sheet: StatSheet, of month: Month, _ doing: Doing
    ) throws -> (month: Month, boxes: [TallyRow])? {
        let (agency, transaction) = (doing.agency, doing.transaction)
        try lockOpenCounts(of: agency, transaction)
        let latest = try transaction.latestSummarisedMonth(agency: agency.id)
        let countedIn = doing.policy.summary.counts(sheetOf: month, latest: latest)
        var tallies: [Month: Tally] = [:]
        for box in try transaction.tallies(agency: agency.id, from: latest?.next) {
            // One that is damaged is left as it is, and stops its own month alone.
            tallies[box.month] = box.month == countedIn ? try opened(box, agency) : try? opened(box, agency)
        }
        tallies[countedIn, default: Tally()].add(sheet, in: countedIn, told: doing.policy.toldNumbers)
        return try locked(tallies, of: agency).map { (countedIn, $0) }
    }

    /// Each in its box; nothing where one does not fit.
    private func locked(_ tallies: [Month: Tally], of agency: Agency) throws -> [TallyRow]? {
        var boxes: [TallyRow] = []
        for (month, tally) in tallies {
            let content = Array(try JSONEncoder().encode(tally))
            guard let sealed = try keys.lock(tally: content, of: month.text, agency: agency.id) else { return nil }
            boxes.append(TallyRow(month: month, sealed: sealed))
        }
        return boxes
    }
}

// MARK: - Counts of before

extension Programmes {
    /// Locks counts that were kept open before step 55 of the schema, which only the server can, since it has the key. Harmless to repeat,
    /// and on several nodes.
    package func lockOpenCounts() async throws {
        try await forEveryAgency { row in
            let due = try await database.read { transaction -> Agency? in
                try transaction.hasOpenCounts(agency: row.id) ? try agency(row, in: transaction) : nil
            }
            if let due { try await lockOpenCounts(of: due) }
        }
    }

    /// The same for one agency, where there are any.
    func lockOpenCounts(of agency: Agency) async throws {
        let isDue = try await database.read { transaction in try transaction.hasOpenCounts(agency: agency.id) }
        guard isDue else { return }
        try await database.write(inTurnOf: agency.id) { transaction in try lockOpenCounts(of: agency, transaction) }
    }

    /// Within a transaction. Counts of a published month are told, and go.
    func lockOpenCounts(of agency: Agency, _ transaction: any Transaction) throws {
        guard try transaction.hasOpenCounts(agency: agency.id) else { return }
        let latest = try transaction.latestSummarisedMonth(agency: agency.id)
        let waiting = try transaction.openCounts(agency: agency.id).filter { count in
            latest.map { count.month > $0 } ?? true
        }
        let tallies = try Dictionary(grouping: waiting, by: \.month).mapValues { counts in
            try Tally(countsOfBefore: .init(kept: counts), form: agency.policy.contactForm)
        }
        guard let boxes = try locked(tallies, of: agency) else { throw CountsTooMany() }
        try transaction.setTallies(boxes, agency: agency.id)
        try transaction.deleteOpenCounts(agency: agency.id)
    }
}

extension [CountKey: Int] {
    fileprivate init(kept counts: [OpenCount]) throws {
        self = try counts.reduce(into: [:]) { numbers, count in
            guard let key = CountKey(count.figure) else { throw UnknownFigure(name: count.figure) }
            numbers[key] = count.amount
        }
    }
}

/// The box of a month's counts does not open, or what is in it is no count.
package struct CountsDamaged: Error {
    package let month: Month
}

/// A figure in the store that no form has.
package struct UnknownFigure: Error {
    package let name: String
}

/// The counts of a month as they were kept before do not fit into their box.
package struct CountsTooMany: Error {}

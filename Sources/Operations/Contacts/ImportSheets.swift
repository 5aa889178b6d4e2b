import Foundation
import Program
import Sealing
import Store

/// A table of sheets from before the programme came here.
package enum PastSheetFile {
    /// The largest file. Ours: some ten thousand entries.
    package static let mostBytes = 512 * 1024
}

// Sheets of paper are counted into the months they are of, as submitted sheets are, and nothing of them is kept: no row, no file, no word of
// the audit chain but how many of which month.
extension Programmes {
    /// The sheets of a table, or every problem in it. Nothing is changed.
    package func preview(
        pastSheets file: [UInt8], for staff: Staff
    ) async throws -> Result<PastSheets, PastSheets.Problems> {
        try await database.read { transaction in
            try pastSheets(in: file, for: staff, transaction)
        }
    }

    /// Counts the sheets of a table, whole or not at all; gives how many they are.
    ///
    /// - Parameter sheets: how many that are, as whoever sends it has seen; nothing where they have not looked yet.
    package func importSheets(
        _ file: [UInt8], seeing sheets: Int?, by staff: Staff
    ) async throws -> Result<Int, Refusal>? {
        try await act(by: staff, .holding(.publishSummary)) { doing in
            let past: PastSheets
            switch try pastSheets(in: file, for: doing.staff, doing.transaction) {
            case .failure(let problems): return .refused(Refusal(problems))
            case .success(let read): past = read
            }
            if let refusal = past.mayBeTakenOver(seeing: sheets) { return .refused(refusal) }
            let told = doing.policy.toldNumbers
            let tallies = past.sheets.reduce(into: [Month: Tally]()) { tallies, sheet in
                tallies[sheet.month, default: Tally()].add(sheet, in: sheet.month, told: told)
            }
            var boxes: [TallyRow] = []
            for (month, tally) in tallies {
                let content = Array(try JSONEncoder().encode(tally))
                guard let sealed = try keys.lock(tally: content, of: month.text, agency: doing.agency.id) else {
                    return .refused(Refusal("\(month.name) has more than can be counted at once.", field: "table"))
                }
                boxes.append(TallyRow(month: month, sealed: sealed))
            }
            try doing.transaction.setTallies(boxes, agency: doing.agency.id)
            let clauses = doing.policy.statSheet.basis.clauses
            return .done(
                past.sheets.count,
                .entries(
                    past.months.map { month in
                        Trace.Entry(
                            kind: .sheetsImported, subject: month.month.text, clauses: clauses,
                            details: [String(month.sheets)])
                    }))
        }
    }

    private func pastSheets(
        in file: [UInt8], for staff: Staff, _ transaction: any Transaction
    ) throws -> Result<PastSheets, PastSheets.Problems> {
        let agency = staff.agency.id
        let earliest = staff.today.month.adding(-12 * PastSheets.mostYears)
        let open = OpenPast(
            published: try transaction.latestSummarisedMonth(agency: agency),
            filed: try transaction.firstFiledMonth(agency: agency),
            counted: Set(try transaction.tallies(agency: agency, from: earliest).map(\.month)))
        return staff.policy.pastSheets(in: TableFile.rows(of: file), open: open, on: staff.today)
    }
}

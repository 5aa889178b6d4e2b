import Program
import Sealing
import Store

extension Programmes {
    /// What a table would do with the directory, or every problem in it. Nothing is changed.
    package func preview(
        referrals file: [UInt8], for staff: Staff
    ) async throws -> Result<ReferralTable, ReferralTable.Problems> {
        try await database.read { transaction in
            staff.policy.table(
                of: ReferralFileReader.rows(of: file), beside: try transaction.referrals(agency: staff.agency.id),
                by: Set(staff.roles), on: staff.today, newID: { RandomId().text })
        }
    }

    /// Takes a table over, whole or not at all; gives how many entries it added or changed.
    ///
    /// - Parameter changes: how many that are, as whoever sends it has seen; nothing where they have not looked yet.
    package func importReferrals(
        _ file: [UInt8], changing changes: Int?, by staff: Staff
    ) async throws -> Result<Int, Refusal>? {
        try await act(by: staff, .holding(.keepReferrals)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            let table = doing.policy.table(
                of: ReferralFileReader.rows(of: file), beside: try transaction.referrals(agency: agency.id),
                by: Set(doing.staff.roles), on: doing.staff.today, newID: { RandomId().text })
            switch table {
            case .failure(let problems): return .refused(Refusal(problems))
            case .success(let table):
                if let refusal = table.mayBeTakenOver(changing: changes) { return .refused(refusal) }
                for entry in table.added { try transaction.insert(entry, agency: agency.id) }
                for entry in table.changed { try transaction.update(entry, agency: agency.id) }
                return .done(
                    table.changes,
                    .entry(
                        .referralsImported, under: doing.policy.referrals.identifiedBy.basis.clauses,
                        details: (table.added + table.changed).flatMap { entry in
                            ReferralColumn.allCases.map { entry.text(in: $0) }
                        }))
            }
        }
    }
}

/// Reads the directory as a table: CSV (RFC 4180) in UTF-8 or UTF-16, parted by commas, semicolons or tabs.
package enum ReferralFileReader {
    /// The largest file. Ours: many times what a full directory needs.
    package static let mostBytes = 512 * 1024

    package static func rows(of file: [UInt8]) -> [RawRow] { TableFile.rows(of: file) }
}

/// Writes the directory as a table that ``ReferralFileReader`` reads back to the same entries.
package enum ReferralFileWriter {
    /// UTF-8, lines ended by CR LF (RFC 4180). What a spreadsheet would take for a formula stands behind an apostrophe.
    package static func file(of entries: [ReferralEntry]) -> [UInt8] {
        let head = ReferralColumn.allCases.map(\.rawValue)
        let lines = entries.map { entry in ReferralColumn.allCases.map { entry.text(in: $0) } }
        return ([head] + lines).flatMap { Array($0.map(cell).joined(separator: ",").utf8) + [13, 10] }
    }

    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } == true
        return "\"\((isFormula ? "'" : "") + text.replacing("\"", with: "\"\""))\""
    }
}

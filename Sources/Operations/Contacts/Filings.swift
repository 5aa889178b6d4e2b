import Program
import Store

/// A submitted sheet with the name of its supporter, as the agency's form bears it.
package struct OpenedSheet: Sendable {
    package let name: String
    package let sheet: StatSheet
    package let filing: Filing
}

extension Programmes {
    /// Who has submitted the sheet of the month, who has time left and who is late, by name.
    ///
    /// - Parameter areas: only people of these; everybody where none are given.
    package func standings(
        _ month: Month, in areas: [String]? = nil, by staff: Staff
    ) async throws -> [SheetStanding] {
        try await database.read { transaction in
            let filings = try transaction.filings(agency: staff.agency.id, month: month)
            let expected = try accountsExpected(toFile: month, in: staff.agency, on: staff.today, transaction)
            let there = try areas.map { try transaction.accounts(agency: staff.agency.id, areas: $0) }
            let everyone = expected.union(filings.keys).filter { there?.contains($0) ?? true }
            let names = try transaction.accountNames(agency: staff.agency.id, of: Array(everyone))
            let named = try transaction.accountsWithFiledSheet(agency: staff.agency.id, month: month)
            return everyone.compactMap { id -> SheetStanding? in
                guard let name = names[id] else { return nil }
                let status = staff.policy.statSheet.standing(of: month, filing: filings[id], on: staff.today)
                return SheetStanding(account: id, name: name, status: status, canOpen: named.contains(id))
            }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
        }
    }

    /// Who owes the sheet of the month.
    func accountsExpected(
        toFile month: Month, in agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> Set<String> {
        let keepers = agency.policy.roles(with: .keepStatSheet).map(\.id)
        let holdings = try transaction.holdings(of: keepers, agency: agency.id, heldAfter: today)
        return Set(holdings.filter { $0.holding.owesSheet(of: month, on: today) }.map(\.account))
    }

    /// How many sheets of the month are expected and are in.
    func sheetCount(_ month: Month, in agency: Agency, on today: Day, _ transaction: any Transaction) throws
        -> SheetCount
    {
        let count = agency.policy.statSheet.count(
            of: month, expected: try accountsExpected(toFile: month, in: agency, on: today, transaction),
            submitted: Set(try transaction.filings(agency: agency.id, month: month).keys))
        guard let count else { throw AgencyFault.clockOutOfRange }
        return count
    }

    /// A submitted sheet that bears its supporter's name, opened by its receiver, which is kept in the audit chain. Nothing
    /// where there is none.
    package func openNamedSheet(
        of account: String, _ month: Month, by staff: Staff
    ) async throws -> OpenedSheet? {
        try await act(by: staff, .holding(.receiveStatSheets)) { doing in
            let (agency, transaction) = (doing.agency.id, doing.transaction)
            guard let person = try transaction.account(agency: agency, id: account),
                let filing = try transaction.filing(account: account, agency: agency, month: month),
                let (form, rows) = try filedSheet(of: account, month, agency: agency, transaction)
            else { return .nothing }
            let entries = try rows.map { try form.entry($0.contact, in: month) }
            return .done(
                OpenedSheet(
                    name: person.name, sheet: StatSheet(month: month, form: form, entries: entries), filing: filing),
                .entry(
                    .namedSheetOpened, on: account, under: doing.policy.statSheet.basis.clauses, details: [month.text]))
        }.ifDone()
    }
}

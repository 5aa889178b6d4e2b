import Program
import Sealing
import Store

/// By whom, and with which word, a personnel file is imported.
struct ImportOrder {
    let actor: AuditActor
    /// How many people end, as it was said.
    let ending: Int?
    /// How the number is said there.
    let how: @Sendable (Int) -> String
    /// Whether it may end an office that two people end.
    let endsOffices: Bool
}

extension Programmes {
    /// What an import of a personnel file that passed every check would do. Nothing is changed.
    package func previewDirectory(_ personnel: Personnel, of agency: Agency) async throws -> DirectoryPreview {
        let today = try agency.day(at: clock())
        return try await database.read { [keys] transaction in
            try transaction.preview(personnel, of: agency, with: keys.vouching, on: today)
        }
    }

    /// Makes the agency's directory say what a personnel file that passed every check says, for the operator. Nothing is imported in
    /// part. Whoever is no longer with the agency holds no role there from that day on; whoever is back has again what an import took.
    ///
    /// - Parameter ending: how many people it ends, as the operator says. Needed where those are many.
    package func updateDirectory(
        _ personnel: Personnel, of agency: Agency, ending: Int? = nil
    ) async throws -> Result<ImportedPeople, Refusal> {
        let order = ImportOrder(actor: .operator, ending: ending, how: { "with --ends \($0)" }, endsOffices: true)
        return try await act(byOperatorOf: agency) { transaction, now in
            try updateDirectory(personnel, of: agency, order, at: now, transaction)
        }.whileAllowed()
    }

    func updateDirectory(
        _ personnel: Personnel, of agency: Agency, _ order: ImportOrder, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Deed<ImportedPeople> {
        let today = try agency.day(at: now)
        let directory = try transaction.people(agency: agency.id)
        let update = DirectoryUpdate(from: directory, to: personnel)
        let ending = try transaction.ending(with: update, in: agency, on: today)
        if let refusal = update.mayBeCarriedOut(saying: order.ending, how: order.how) { return .refused(refusal) }
        if !order.endsOffices, let refusal = agency.policy.mayEndByFile(ending.roles) { return .refused(refusal) }
        let returning = try transaction.returning(
            update, besides: ending, in: agency, with: keys.vouching, on: today)
        let back = returning.filter { $0.kept == nil }.map(\.role)
        try transaction.vouching(in: agency, by: order.actor, with: keys.vouching, at: now) {
            try transaction.carryOut(update, beside: directory, agency: agency.id, on: today)
            for row in ending.holdings {
                try transaction.endHolding(agency: agency.id, account: row.account, id: row.id, on: today)
            }
            for role in back { try transaction.goOn(role, agency: agency.id) }
        }
        try transaction.countTeamChanges(update, in: agency, on: today)
        let id = RandomId().text
        try transaction.remember(
            ending.holdings, by: id, ending.accounts, in: agency, with: keys.vouching, on: today)
        for account in ending.accounts { try transaction.leave(account.id, in: agency, on: today, at: now) }
        for account in Set(back.map(\.account)) { try transaction.deleteSessions(of: account, agency: agency.id) }
        try transaction.deleteImportEndings(of: back.map(\.id), agency: agency.id)

        var imported = ImportedPeople(update)
        imported.rolesEnded = ending.holdings.count
        imported.returning = returning
        return .done(imported, .entries(entries(of: imported, by: id, ending, back, in: agency)))
    }

    private func entries(
        of imported: ImportedPeople, by id: String, _ ending: EndingWithPeople, _ back: [RoleEndedByImport],
        in agency: Agency
    ) -> [Trace.Entry] {
        func entry(_ kind: AuditKind, on account: String, _ role: RoleID) -> Trace.Entry {
            Trace.Entry(
                kind: kind, subject: account, clauses: agency.policy.role(role)?.basis.clauses ?? [],
                details: [role.text])
        }
        let counts = [imported.added, imported.changed, imported.ended].map(String.init)
        return [Trace.Entry(kind: .peopleImported, subject: id, clauses: [], details: counts)]
            + ending.holdings.map { entry(.roleEnded, on: $0.account, $0.holding.role) }
            + back.map { entry(.roleGivenBack, on: $0.account, $0.holding.role) }
    }
}

extension Transaction {
    /// Whoever left the agency is signed in nowhere, stands in for nobody, calls in from no page, and nothing more is sent to them.
    fileprivate func leave(_ account: String, in agency: Agency, on today: Day, at now: Instant) throws {
        try deleteSessions(of: account, agency: agency.id)
        try endDesignees(of: account, agency: agency.id, on: today)
        try deleteOutbox(of: account, agency: agency.id)
        try leaveCallOuts(account, in: agency, at: now)
    }
}

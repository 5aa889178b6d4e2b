import Program
import Sealing
import Store

/// By whom, and with which word, the directory is changed.
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
        let directory = try transaction.people(agency: agency.id)
        let update = DirectoryUpdate(from: directory, to: personnel)
        if let refusal = update.mayBeCarriedOut(saying: order.ending, how: order.how) { return .refused(refusal) }
        return try change(update, beside: directory.ids, of: agency, order, at: now, transaction)
    }

    /// Changes the directory with every consequence, at once: the one way, whoever the change comes from.
    ///
    /// - Parameter ids: by employee number, at least of everybody who is named as a supervisor.
    func change(
        _ update: DirectoryUpdate, beside ids: [String: String], of agency: Agency, _ order: ImportOrder,
        at now: Instant, _ transaction: any Transaction
    ) throws -> Deed<ImportedPeople> {
        let today = try agency.day(at: now)
        let ending = try transaction.ending(with: update, in: agency, on: today)
        if !order.endsOffices, let refusal = agency.policy.mayEndByFile(ending.rolesBesideSeats) {
            return .refused(refusal)
        }
        let consequences = try transaction.consequences(
            of: update, ending, in: agency, with: keys.vouching, on: today)
        let back = consequences.returning.filter { $0.kept == nil }.map(\.role)
        let account = order.actor.account
        let leaving = try transaction.membershipsEnding(with: ending.left, in: agency, on: today)
        let putOff = try transaction.membershipsEnding(with: ending.putOff, in: agency, on: today)
        let people = try transaction.vouching(in: agency, by: order.actor, with: keys.vouching, at: now) {
            let people = try transaction.carryOut(update, beside: ids, agency: agency.id, on: today)
            for row in ending.holdings {
                try transaction.endHolding(agency: agency.id, account: row.account, id: row.id, on: today)
            }
            for role in back { try transaction.goOn(role, agency: agency.id) }
            return people
        }
        try transaction.countTeamChanges(update, in: agency, on: today)
        let id = RandomId().text
        try transaction.remember(
            ending.holdings, by: id, ending.losing, in: agency, with: keys.vouching, on: today)
        for membership in leaving { try transaction.end(membership, .left, in: agency, by: account, at: now) }
        for membership in putOff { try transaction.end(membership, .roleEnded, in: agency, by: account, at: now) }
        let vacated = try vacateSeats(
            of: ending.touched.map(\.id), in: agency, by: order.actor, at: now, transaction)
        try transaction.reopenSeats(of: back, in: agency)
        try transaction.reopenMemberships(of: back, in: agency, by: account, on: today)
        for account in ending.accounts { try transaction.leave(account.id, in: agency, on: today, at: now) }
        for account in ending.touched { try stopApplication(of: account.id, in: agency, at: now, transaction) }
        for account in Set(back.map(\.account)) { try transaction.deleteSessions(of: account, agency: agency.id) }
        try transaction.deleteImportEndings(of: back.map(\.id), agency: agency.id)
        try transaction.forgetOrientations(of: update.ended.map(\.id), agency: agency.id)
        for due in consequences.orientations {
            guard let person = people[due.employeeNumber] else { continue }
            try transaction.setOrientation(of: person, dueOn: due.dueOn, agency: agency.id)
        }
        let imported = ImportedPeople(update, consequences)
        return .done(imported, .entries(entries(of: imported, by: id, ending, back, in: agency) + vacated.entries))
    }

    /// An applicant whom the policy takes no more applies no further. That somebody applies is told to nobody by it.
    private func stopApplication(
        of account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        let today = try agency.day(at: now)
        for application in try transaction.applications(of: account, agency: agency.id)
        where try transaction.whyStopped(application, in: agency, on: today) != nil {
            try end(application, as: .stopped, in: agency, at: now, transaction)
        }
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
    /// Whoever left the agency is voted into no seat, signed in nowhere, stands in for nobody, calls in from no page, and nothing more
    /// is sent to them.
    fileprivate func leave(_ account: String, in agency: Agency, on today: Day, at now: Instant) throws {
        try endBallots(on: .seat, of: account, in: agency, at: now)
        try deleteSessions(of: account, agency: agency.id)
        try endDesignees(of: account, agency: agency.id, on: today)
        try deleteOutbox(of: account, agency: agency.id)
        try leaveCallOuts(account, in: agency, at: now)
    }
}

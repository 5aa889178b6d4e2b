import Program
import Sealing
import Store

extension Programmes {
    /// Takes the report of an incident: what it was, when, and how the programme was told (OCP-II.D.1). Names are sealed to whom the
    /// policy names, and to nobody else.
    ///
    /// - Returns: its id.
    package func reportIncident(_ report: IncidentReport, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.leadIncidents)) { [keys] doing in
            let (agency, policy, transaction) = (doing.agency, doing.policy, doing.transaction)
            guard policy.runsIncidents, let day = agency.calendar.day(at: report.happenedAt) else { return .nothing }
            if let refusal = policy.mayReport(report, in: agency.calendar, at: doing.now) { return .refused(refusal) }
            var file = IncidentFile(report, as: RandomId().text)
            if !report.names.isEmpty {
                let sealed = try doing.seal(
                    Array(report.names.utf8), as: .incidentNames, to: policy.readersOfIncidentNames, field: "names",
                    under: policy.incidents.notification?.basis.clauses ?? [], with: keys.vouching)
                switch sealed {
                case .failure(let refusal): return .refused(refusal)
                case .success(let paper): file.names = paper.text
                }
            }
            guard let row = try keys.row(file, version: 1, on: day) else { return .nothing }
            try transaction.insert(row, agency: agency.id)
            try enterInRegister(file, on: day, doing)
            try transaction.tell(of: file, after: nil, in: agency, at: doing.now)
            return .done(
                file.id,
                .entry(.incidentReported, on: file.id, under: policy.incidents.notification?.basis.clauses ?? []))
        }
    }

    /// Marks somebody of the team as part of it, or takes the mark away. They are asked nothing that has to do with it.
    package func markInFile(
        _ account: String, as involvement: Involvement?, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff, .holding(.leadIncidents), .involvementMarked) { file, doing in
            let team = try doing.transaction.takers(of: doing.agency, on: doing.staff.today)
            let marked = file.marking(account, as: involvement, ofTeam: team)
            if case .success = marked { try self.markInRegister(account, as: involvement, of: file, doing) }
            return marked
        }
    }

    /// Everything about it is over.
    package func closeIncident(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await change(id, by: staff, .holding(.leadIncidents), .incidentClosed) { file, doing in
            let closed = file.closing(on: doing.staff.today, under: doing.policy, at: doing.now)
            if case .success = closed { try self.withdrawAsks(of: file, doing) }
            return closed
        }
    }

    /// Where the policy keeps those who were there from requests, the register has each incident (KSO-I.1.b).
    private func enterInRegister(_ file: IncidentFile, on day: Day, _ doing: Doing) throws {
        guard doing.policy.requests.incidentBar != nil, file.scope == .own else { return }
        let incident = Incident(id: RandomId().text, kind: file.kind, day: day)
        _ = try doing.transaction.insert(
            IncidentRow(id: incident.id, kind: file.kind, day: day, involved: try locked(incident)),
            agency: doing.agency.id)
    }

    /// A mark stands in the register too, where the policy needs one.
    private func markInRegister(
        _ account: String, as involvement: Involvement?, of file: IncidentFile, _ doing: Doing
    ) throws {
        guard doing.policy.requests.incidentBar != nil, let registered = try registered(file, doing) else { return }
        let team = try doing.transaction.takers(of: doing.agency, on: doing.staff.today)
        guard case .success(let marked) = registered.marking(account, as: involvement, ofTeam: team) else { return }
        try doing.transaction.setInvolved(try locked(marked), in: marked.id, agency: doing.agency.id)
    }

    private func registered(_ file: IncidentFile, _ doing: Doing) throws -> Incident? {
        try registered(file, in: doing.agency, doing.transaction)
    }

    /// The entry of the register that stands for an incident of that kind and day.
    func registered(_ file: IncidentFile, in agency: Agency, _ transaction: any Transaction) throws -> Incident? {
        guard let day = agency.calendar.day(at: file.happenedAt) else { return nil }
        return try transaction.incidents(agency: agency.id, on: day...day).first { $0.kind == file.kind }
            .map { try incident($0) }
    }

    /// Everybody whom an incident keeps from what is done about it: those marked in its file and in the register.
    func keptOut(of file: IncidentFile, in agency: Agency, _ transaction: any Transaction) throws -> Set<String> {
        let registered =
            agency.policy.requests.incidentBar == nil ? nil : try registered(file, in: agency, transaction)
        return Set(file.involved.keys).union(registered?.involved.keys.map(\.self) ?? [])
    }
}

import Program
import Sealing
import Store

// Services beside support, such as help with a funeral (SAC-II.D.3.d): opened by whoever the policy names, done by members who volunteer.
extension Programmes {
    /// Opens a service, and tells every active member that there is something to look at; gives its id. Nothing where the pack has none.
    ///
    /// - Parameter name: whose name it is about, where the kind has one. It is sealed to whoever assigns and those assigned.
    package func openService(
        _ plan: ServicePlan, about name: String?, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.assignServices)) { [keys] doing in
            guard let rule = doing.policy.requests.serviceAssignments else { return .nothing }
            let service = doing.policy.service(plan.kind)
            if let refusal = rule.mayOpen(plan, as: service, about: name, at: doing.now) { return .refused(refusal) }
            let clauses = service?.basis.clauses ?? rule.basis.clauses
            var paper: String?
            if let name {
                let sealed = try doing.seal(
                    Array(name.utf8), as: .name, to: [rule.assignedBy], field: "name", under: clauses,
                    with: keys.vouching)
                switch sealed {
                case .failure(let refusal): return .refused(refusal)
                case .success(let id): paper = id.text
                }
            }
            let id = RandomId().text
            let opened = ServiceAssignment(
                id: id, plan: plan, day: try doing.agency.day(at: plan.from), status: .open)
            try doing.transaction.insert(ServiceRow(service: opened, paper: paper), agency: doing.agency.id)
            try doing.transaction.ping(
                Array(try doing.transaction.takers(of: doing.agency, on: doing.staff.today)), .routine,
                key: Self.ping(ofService: id), in: doing.agency, at: doing.now)
            return .done(id, .entry(.serviceOpened, on: id, under: clauses, details: [plan.kind, opened.day.text]))
        }
    }

    /// Confirms one of those who volunteered. They are told, and can open the name from then on.
    package func confirmForService(
        _ account: String, _ id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.assignServices)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.requests.serviceAssignments,
                let row = try transaction.service(id, agency: agency.id)
            else { return .nothing }
            switch rule.confirming(account, for: row.service) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let volunteer):
                if let paper = row.paper {
                    guard try transaction.share(paper, with: account, by: doing.staff) else {
                        return .refused(
                            Refusal(
                                "They cannot be given the name yet: they have not signed in.", field: "account",
                                basis: rule.basis))
                    }
                }
                try transaction.set(volunteer, in: id, agency: agency.id)
                try transaction.tellOfService(id, to: .account(account), under: rule, in: agency, at: doing.now)
                return .done(.entry(.serviceConfirmed, on: id, under: rule.basis.clauses, details: [account]))
            }
        }
    }

    /// Calls a service off. Whoever volunteered is told, and its name is destroyed.
    package func callOffService(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.assignServices)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.requests.serviceAssignments,
                let row = try transaction.service(id, agency: agency.id)
            else { return .nothing }
            if let refusal = rule.mayCallOff(row.service) { return .refused(refusal) }
            for volunteer in row.service.volunteers where volunteer.status != .passed {
                try transaction.tellOfService(
                    id, to: .account(volunteer.account), under: rule, in: agency, at: doing.now)
            }
            try transaction.end(row, as: .calledOff, agency: agency.id)
            return .done(.entry(.serviceCalledOff, on: id, under: rule.basis.clauses))
        }
    }

    /// Keeps a service as done; its name is destroyed. Whoever was there may write down their hours after it, too.
    package func finishService(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.assignServices)) { doing in
            guard let rule = doing.policy.requests.serviceAssignments,
                let row = try doing.transaction.service(id, agency: doing.agency.id)
            else { return .nothing }
            if let refusal = rule.mayFinish(row.service, at: doing.now) { return .refused(refusal) }
            try doing.transaction.end(row, as: .done, agency: doing.agency.id)
            return .done(
                .entry(
                    .serviceDone, on: id, under: rule.basis.clauses, details: ["\(row.service.confirmed.count)"]))
        }
    }

    static func ping(ofService id: String) -> String { "service \(id)" }
}

extension Transaction {
    /// Tells somebody, or an office, that something about a service of theirs has changed.
    func tellOfService(
        _ id: String, to addressee: NoticeAddressee, under rule: ServiceAssignmentRule, in agency: Agency,
        at now: Instant
    ) throws {
        try raise(
            NewNotice(kind: .service, to: addressee, about: id, under: rule.basis.clauses), in: agency, at: now)
    }

    /// Gives somebody a copy of a paper that the staff member can open. False where one of the two has no key for it.
    func share(_ paper: String, with account: String, by staff: Staff) throws -> Bool {
        guard let id = RandomId(text: paper),
            let row = try self.paper(paper, for: staff.account, agency: staff.agency.id),
            let reader = try sealableAccount(account, agency: staff.agency.id),
            let publicKey = AccountPublicKey(bytes: reader.publicKey)
        else { return false }
        let key = try PaperKey(opening: row.copy, with: staff.key, paper: id, reader: staff.account)
        try insertPaperCopy(
            try key.sealed(to: publicKey, paper: id, reader: account), of: paper, for: account,
            agency: staff.agency.id)
        return true
    }
}

import Program
import Sealing
import Store

extension Programmes {
    /// Consults another supporter or a professional for a day, as far as the pack has it. Where the pack lets them read along
    /// they are lent a copy of the key, and the seeker sees it and may end it (KSO-H.4.b, KSO-DEF-2); where it does not, they learn
    /// only who wants to speak with them.
    package func consult(
        _ id: String, _ consulted: ConsultationRule.Consulted, account: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            guard let (request, opened) = try transaction.supported(id, by: staff) else { return .nothing }
            let candidates = try consultable(consulted, about: request, by: staff, transaction)
            switch doing.policy.requests.consulting(consulted, account, of: candidates.map(\.account)) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let rule):
                guard
                    let copy = try copy(
                        of: opened, for: account, holding: doing.policy.roles(of: consulted), in: agency,
                        on: staff.today, transaction)
                else {
                    return .refused(.cannotBeConsulted)
                }
                let consultation = ConsultationRow(
                    id: RandomId().text, request: id, account: account, role: consulted.role,
                    sealed: rule.opensTheRequest(isAuthorised: false) ? copy : nil,
                    endsAt: ConsultationRule.time.end(from: doing.now))
                guard try transaction.requestRoutes.insert(consultation, agency: agency.id) else {
                    return .refused(.consultedAlready)
                }
                let isTied = try barred(by: opened.card.incident, in: agency, transaction).contains(account)
                try transaction.ping(
                    isTied ? [] : [account], .routine, key: "consultation \(consultation.id)", in: agency,
                    at: doing.now)
                return .done(.request)
            }
        }
    }

    /// Whom the supporter may consult about a request, by name. Nothing where they do not have it.
    package func consultable(
        _ consulted: ConsultationRule.Consulted, for id: String, by staff: Staff
    ) async throws -> [Colleague]? {
        try await database.read { transaction in
            guard let (request, _) = try transaction.supported(id, by: staff) else { return nil }
            return try consultable(consulted, about: request, by: staff, transaction)
        }
    }

    /// Whoever holds the role, or is of the team, today. Whoever an incident bars is among them, and then learns nothing of it: a
    /// list without them would say who was there.
    private func consultable(
        _ consulted: ConsultationRule.Consulted, about request: SupportedRequest, by staff: Staff,
        _ transaction: any Transaction
    ) throws -> [Colleague] {
        let roles = staff.policy.roles(of: consulted)
        let accounts = try transaction.sealableTeam(
            holding: roles, agency: staff.agency.id, on: staff.today, vouchedWith: keys.vouching
        ).holding(roles)
        let consultable = staff.policy.requests.consultable(of: accounts.map(\.candidate), about: request)
        return accounts.filter { consultable.contains($0.account) }.colleagues
    }

    /// A copy of the request's key for another account, which opens nothing where an incident bars them; nothing where that account
    /// cannot be sealed to, or the audit chain does not vouch for its key and one of those roles.
    func copy(
        of request: OpenedRequest, for account: String, holding roles: [RoleID], in agency: Agency, on today: Day,
        _ transaction: any Transaction
    ) throws -> [UInt8]? {
        let team = try transaction.sealableTeam(
            holding: roles, agency: agency.id, on: today, vouchedWith: keys.vouching)
        guard let found = team.holding(roles).first(where: { $0.account == account }),
            let publicKey = AccountPublicKey(bytes: found.publicKey)
        else { return nil }
        let tied = try barred(by: request.card.incident, in: agency, transaction)
        return try tied.contains(account)
            ? keys.decoy(request: request.id, holder: account)
            : request.key.sealed(to: publicKey, request: request.id, holder: account)
    }

    /// Ends a consultation: the copy lent is gone. Nothing where there is none.
    package func endConsultation(
        _ consultation: String, on id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            guard let request = try doing.transaction.request(id, of: doing.staff),
                try doing.transaction.requestRoutes.deleteConsultation(consultation, on: request.row.id)
            else { return .nothing }
            return .done(.request)
        }
    }

    /// The consultations that someone is asked for.
    package func consultations(for staff: Staff) async throws -> [ConsultationView] {
        let now = clock()
        return try await database.read { transaction in
            try transaction.requestRoutes.consultations(of: staff.account, agency: staff.agency.id, at: now).compactMap
            {
                try transaction.view(of: $0, by: staff)
            }
        }
    }

    /// One of them; nothing once it has ended.
    package func consultation(_ id: String, for staff: Staff) async throws -> ConsultationView? {
        try await consultations(for: staff).first { $0.id == id }
    }
}

extension Transaction {
    fileprivate func view(of row: ConsultationRow, by staff: Staff) throws -> ConsultationView? {
        guard let request = try request(id: row.request), let supporter = request.standing.supporter,
            let name = try accountNames(agency: staff.agency.id, of: [supporter])[supporter]
        else { return nil }
        let opened = row.sealed.flatMap {
            OpenedRequest(request, copy: $0, with: staff.key, holder: staff.account)
        }
        // A copy that does not open was made for somebody whom an incident keeps from the request.
        if row.sealed != nil && opened == nil { return nil }
        return ConsultationView(
            id: row.id, supporter: name, endsAt: row.endsAt,
            opened: try opened.map { opened in
                ConsultationView.Opened(
                    card: opened.card, words: try opened.words,
                    messages: try messages(of: row.request).map { try opened.message($0).shown(isNew: false) })
            })
    }
}

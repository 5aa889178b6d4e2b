import Program
import Sealing
import Store

// Agreements between two agencies of one server (IACP-3.9.2-1). Each side decides through its own door, by its own policy; what the other
// side's chain and offices get of it names an agency and nobody in it.
extension Programmes {
    /// Proposes an agreement; gives its id. The own approving office is told; the other agency learns of it with that office's yes.
    package func proposeAid(_ proposal: AidProposal, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.proposeAid)) { doing in
            let (transaction, agency, policy) = (doing.transaction, doing.agency, doing.policy)
            let other = try self.agency(proposal.partner, transaction)
            let refusal = policy.mayPropose(
                proposal, to: other.map { AidCounterpart(id: $0.id, title: $0.name, policy: $0.policy) },
                by: agency.id, besides: try transaction.aidAgreements(of: agency.id), on: doing.staff.today)
            if let refusal { return .refused(refusal) }
            let agreement = AidAgreement(
                id: RandomId().text, proposer: agency.id, partner: proposal.partner, purposes: proposal.purposes,
                until: proposal.until, proposedBy: doing.staff.account, proposedOn: doing.staff.today)
            try transaction.insert(agreement)
            try transaction.askForAid(agreement, in: agency, at: doing.now)
            return .done(agreement.id, doing.entry(.aidProposed, agreement))
        }
    }

    /// The yes of one side. With that of the second it is in force, and whoever proposes agreements on either side is told.
    package func approveAid(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.approveAid)) { doing in
            guard let (agreement, side, other) = try self.aid(id, doing) else { return .nothing }
            switch agreement.approved(by: side, try doing.aidDecider, under: doing.policy, on: doing.staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let approved):
                let transaction = doing.transaction
                try transaction.update(approved)
                switch side {
                case .proposer:
                    try transaction.askForAid(approved, in: other, at: doing.now)
                    try transaction.recordAid(.aidOffered, approved, in: other, at: doing.now)
                case .partner:
                    try transaction.tellOfAid(approved, in: [doing.agency, other], at: doing.now)
                    try transaction.recordAid(.aidApproved, approved, in: other, at: doing.now)
                }
                return .done(doing.entry(.aidApproved, approved))
            }
        }
    }

    /// The no of one side. The other is told where it knew of it.
    package func declineAid(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.approveAid)) { doing in
            guard let (agreement, side, other) = try self.aid(id, doing) else { return .nothing }
            let decided = agreement.declined(
                by: side, try doing.aidDecider, under: doing.policy, on: doing.staff.today)
            return try doing.end(decided, as: .aidDeclined, with: other)
        }
    }

    /// Ends an agreement, at once and by either side alone. What was asked while it held goes on.
    package func endAid(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.followAid)) { doing in
            guard let (agreement, side, other) = try self.aid(id, doing) else { return .nothing }
            return try doing.end(
                agreement.ended(by: side, under: doing.policy, on: doing.staff.today), as: .aidEnded, with: other)
        }
    }

    /// The agreement as the actor's agency knows it. Of one that was not offered to them yet they learn as much as of one that is not there.
    private func aid(_ id: String, _ doing: Doing) throws -> (AidAgreement, AidAgreement.Side, Agency)? {
        guard let agreement = try doing.transaction.aidAgreement(id, of: doing.agency.id),
            let side = agreement.side(of: doing.agency.id),
            let other = try agency(agreement.agency(side.other), doing.transaction)
        else { return nil }
        return (agreement, side, other)
    }
}

extension Doing {
    fileprivate var aidDecider: AidDecider {
        get throws {
            AidDecider(
                roles: try transaction.roles(of: staff.account, agency: agency.id, on: staff.today),
                accounts: Set(try transaction.accountsOfPerson(of: staff.account, agency: agency.id)))
        }
    }

    fileprivate func entry(_ kind: AuditKind, _ agreement: AidAgreement) -> Trace {
        .entry(
            kind, on: agreement.id, under: policy.aidClauses(agreement.purposes),
            details: [agreement.proposer, agreement.partner] + agreement.purposes.sorted().map(\.rawValue)
                + [agreement.until?.text ?? ""])
    }

    /// Keeps how it ended, and tells both sides, as far as they knew of it.
    fileprivate func end(
        _ decided: Result<AidAgreement, Refusal>, as kind: AuditKind, with other: Agency
    ) throws -> Deed<Void> {
        switch decided {
        case .failure(let refusal): return .refused(refusal)
        case .success(let ended):
            try transaction.update(ended)
            let isKnown = ended.side(of: other.id) != nil
            try transaction.tellOfAid(ended, in: [agency] + (isKnown ? [other] : []), at: now)
            if isKnown { try transaction.recordAid(kind, ended, in: other, at: now) }
            return .done(entry(kind, ended))
        }
    }
}

extension Transaction {
    /// Asks the office of an agency that has to decide.
    fileprivate func askForAid(_ agreement: AidAgreement, in agency: Agency, at now: Instant) throws {
        for role in agency.policy.aidApprovers(of: agreement.purposes).sorted() {
            try raise(
                NewNotice(
                    kind: .aidWaits, to: .role(role), about: agreement.id,
                    under: agency.policy.aidClauses(agreement.purposes)), in: agency, at: now)
        }
    }

    /// Tells those of each agency who propose agreements.
    fileprivate func tellOfAid(_ agreement: AidAgreement, in agencies: [Agency], at now: Instant) throws {
        for agency in agencies {
            for role in agency.policy.aidProposers {
                try raise(
                    NewNotice(
                        kind: .aidChanged, to: .role(role), about: agreement.id,
                        under: agency.policy.aidClauses(agreement.purposes)), in: agency, at: now)
            }
        }
    }

    /// What the other agency's chain gets: what was done, under its own clauses, by the agency and nobody in it.
    fileprivate func recordAid(
        _ kind: AuditKind, _ agreement: AidAgreement, in agency: Agency, at now: Instant
    ) throws {
        try record(
            kind, in: agency, by: .partner, on: agreement.id, under: agency.policy.aidClauses(agreement.purposes),
            details: [agreement.proposer, agreement.partner], at: now)
    }
}

import Program
import Sealing
import Store

/// What waits for a second person's yes, as those see it who asked or may answer.
package struct WaitingProposal: Sendable, Equatable, Made {
    package let proposal: OfficeProposal
    package let name: String
    /// How its owner signs in.
    package let login: String
    /// Whether the directory knows whose account it is; an outside professional is in none.
    package let isInDirectory: Bool
    /// Who asked, by name.
    package let proposedBy: String
    /// Whether whoever looks asked for it, so that they may take it back.
    package let isOwn: Bool
    /// Whether whoever looks may say yes or no.
    package let mayAnswer: Bool

    package var id: String { proposal.id }
}

extension Programmes {
    /// What waits and is whoever's who looks to see: what they asked for, and what is theirs to answer. The oldest first.
    package func officeProposals(for staff: Staff) async throws -> [WaitingProposal] {
        try await database.read { transaction in try waiting(for: staff, in: transaction) }
    }

    /// How many wait for an answer of theirs.
    package func officeProposalsToAnswer(for staff: Staff) async throws -> Int {
        guard staff.policy.confirms(staff.holdings, on: staff.today) else { return 0 }
        return try await officeProposals(for: staff).count(where: \.mayAnswer)
    }

    private func waiting(for staff: Staff, in transaction: any Transaction) throws -> [WaitingProposal] {
        let agency = staff.agency.id
        let proposals = try transaction.officeProposals(agency: agency)
        guard !proposals.isEmpty else { return [] }
        let persons = try transaction.persons(
            of: [staff.account] + proposals.flatMap { [$0.account, $0.proposedBy] }, agency: agency)
        let names = try transaction.accountNames(agency: agency, of: proposals.map(\.proposedBy))
        return try proposals.compactMap { proposal in
            let isOwn = proposal.isOwn(staff.account, persons)
            let confirms = staff.mayAnswer(proposal, persons)
            guard isOwn || confirms, let account = try transaction.account(agency: agency, id: proposal.account) else {
                return nil
            }
            return WaitingProposal(
                proposal: proposal, name: account.name, login: account.login, isInDirectory: account.person != nil,
                proposedBy: names[proposal.proposedBy] ?? "", isOwn: isOwn, mayAnswer: confirms)
        }
    }

    /// The second yes: the office is given, or ends. Nothing where it is not theirs to say.
    package func confirmProposal(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            guard let (proposal, persons) = try doing.proposal(id) else { return .nothing }
            if let refusal = doing.policy.mayConfirm(proposal, by: doing.staff.account, persons) {
                return .refused(refusal)
            }
            // Whoever asked may have lost the right to it since.
            let asked = Appointer.staff(
                try doing.transaction.holdings(of: proposal.proposedBy, agency: doing.agency.id).map(\.holding))
            let deed: Deed<Void>
            switch proposal.change {
            case .give(let holding):
                deed = try give(
                    Appointment(account: proposal.account, holding: holding), in: doing.agency, by: asked,
                    actor: doing.staff.actor, at: doing.now, doing.transaction
                ).map { _ in () }
            case .end(let holding, _): deed = try end(holding, of: proposal, by: asked, doing)
            }
            if case .done = deed { try doing.forget(proposal) }
            return deed
        }
    }

    private func end(
        _ holding: String, of proposal: OfficeProposal, by asked: Appointer, _ doing: Doing
    ) throws -> Deed<Void> {
        let row = try doing.transaction.holding(agency: doing.agency.id, account: proposal.account, id: holding)
        guard let row else { return .nothing }
        if let refusal = doing.policy.mayEnd(row.holding, by: asked, on: doing.staff.today) {
            return .refused(refusal)
        }
        return try end(row, in: doing.agency, by: doing.staff.actor, at: doing.now, doing.transaction)
    }

    /// Whoever asked takes it back, or whoever may say yes says no. Nothing where it is neither theirs nor theirs to answer.
    package func endProposal(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            guard let (proposal, _) = try doing.proposal(id) else { return .nothing }
            try doing.forget(proposal)
            return .done(
                .entry(
                    .officeProposalEnded, on: proposal.account, under: [], details: [proposal.holding.role.text]))
        }
    }
}

extension Staff {
    /// Whether the office is another's question than theirs, and one of their offices answers such questions; the holder of an office
    /// answers whether it ends.
    func mayAnswer(_ proposal: OfficeProposal, _ persons: SamePerson) -> Bool {
        guard policy.mayConfirm(proposal, by: account, persons) == nil else { return false }
        switch proposal.change {
        case .give: return policy.confirms(holdings, on: today)
        case .end: return policy.confirms(holdings, on: today) || persons.isOne(account, proposal.account)
        }
    }
}

extension Doing {
    /// What waits under that id, where they asked for it or may answer.
    fileprivate func proposal(_ id: String) throws -> (OfficeProposal, SamePerson)? {
        guard let proposal = try transaction.officeProposal(id, agency: agency.id) else { return nil }
        let persons = try transaction.persons(
            of: [staff.account, proposal.account, proposal.proposedBy], agency: agency.id)
        guard proposal.isOwn(staff.account, persons) || staff.mayAnswer(proposal, persons) else { return nil }
        return (proposal, persons)
    }

    /// Keeps what is asked for until a second person says yes, and asks those who may.
    func propose(_ change: OfficeProposal.Change, of account: String) throws -> Deed<RoleChanged> {
        let proposal = OfficeProposal(
            id: RandomId().text, account: account, change: change, proposedBy: staff.account,
            proposedOn: staff.today)
        let confirming = try transaction.holdings(
            of: policy.confirmingOffices.sorted(), agency: agency.id, heldAfter: staff.today
        ).filter { $0.holding.isHeld(on: staff.today) }.map(\.account)
        let answering = confirming + proposal.answeredByItsHolder
        let persons = try transaction.persons(of: answering + [staff.account, account], agency: agency.id)
        let isEnrolled = try transaction.account(agency: agency.id, id: account)?.passphrase != nil
        let refusal = policy.mayPropose(
            proposal, isEnrolled: isEnrolled, beside: try transaction.officeProposals(agency: agency.id),
            confirming: answering, persons)
        if let refusal { return .refused(refusal) }
        try transaction.insert(proposal, agency: agency.id)
        for notice in policy.notices(asking: proposal) { try transaction.raise(notice, in: agency, at: now) }
        return .done(
            .waits(proposal.id),
            .entry(
                .officeProposed, on: account, under: policy.role(proposal.holding.role)?.basis.clauses ?? [],
                details: [proposal.holding.role.text]))
    }

    /// It waits no longer, and nobody is asked any more.
    fileprivate func forget(_ proposal: OfficeProposal) throws {
        try transaction.deleteOfficeProposal(proposal.id, agency: agency.id)
        try transaction.withdrawNotices(about: proposal.id, in: agency)
    }
}

extension OfficeProposal {
    /// Whoever holds the office that is to end answers for themselves.
    fileprivate var answeredByItsHolder: [String] {
        switch change {
        case .give: []
        case .end: [account]
        }
    }
}

extension Transaction {
    /// What waits for an account that is opened anew is asked for no more: whoever says yes does not know who will come.
    func forgetProposals(for account: String, in agency: Agency) throws {
        for proposal in try officeProposals(agency: agency.id) where proposal.account == account {
            try deleteOfficeProposal(proposal.id, agency: agency.id)
            try withdrawNotices(about: proposal.id, in: agency)
        }
    }
}

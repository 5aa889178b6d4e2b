/// An office that is to be given or to end, and waits for a second person's yes.
package struct OfficeProposal: Sendable, Equatable {
    package let id: String
    /// Whose office it is to be, or is.
    package let account: String
    package let change: Change
    package let proposedBy: String
    package let proposedOn: Day

    package enum Change: Sendable, Equatable {
        case give(Holding)
        /// With the id of the holding that is to end.
        case end(String, Holding)
    }

    package init(id: String, account: String, change: Change, proposedBy: String, proposedOn day: Day) {
        self.id = id
        self.account = account
        self.change = change
        self.proposedBy = proposedBy
        proposedOn = day
    }

    package var holding: Holding {
        switch change {
        case .give(let holding), .end(_, let holding): holding
        }
    }

    /// Whoever holds the office that is to end is asked as well.
    fileprivate var askedBesides: [NoticeAddressee] {
        switch change {
        case .give: []
        case .end: [.account(account)]
        }
    }

    /// Whether that one may take it back: whoever asked. Whoever may say yes may say no as well.
    package func isOwn(_ account: String, _ persons: SamePerson) -> Bool { persons.isOne(account, proposedBy) }
}

extension PolicyPack {
    /// Whether somebody with those roles says the second yes, on things that others ask.
    package func confirms(_ holdings: [Holding], on today: Day) -> Bool {
        holdings.contains { $0.isHeld(on: today) && confirmingOffices.contains($0.role) }
    }

    /// What keeps somebody who says the second yes from saying it to this, if anything: it is another's than the first, and nobody
    /// gives themselves an office. To leave one's own is a yes like another's.
    package func mayConfirm(_ proposal: OfficeProposal, by account: String, _ persons: SamePerson) -> Refusal? {
        let basis = offices?.confirmedBy.basis
        if persons.isOne(account, proposal.proposedBy) {
            return Refusal("You asked for this, so somebody else says the second yes.", basis: basis)
        }
        switch proposal.change {
        case .give where persons.isOne(account, proposal.account):
            return Refusal("Nobody says yes to an office of their own. Somebody else does.", basis: basis)
        case .give, .end: return nil
        }
    }

    /// What keeps a proposal from being made, if anything: the same waits already, nobody could say yes to it, or it is not known yet
    /// who will come to the account.
    ///
    /// - Parameters:
    ///   - isEnrolled: whether the account's owner has chosen a passphrase.
    ///   - waiting: what waits already.
    ///   - confirming: whoever holds an office today that says the second yes.
    package func mayPropose(
        _ proposal: OfficeProposal, isEnrolled: Bool, beside waiting: [OfficeProposal], confirming: [String],
        _ persons: SamePerson
    ) -> Refusal? {
        let role = proposal.holding.role
        switch proposal.change {
        case .give where !isEnrolled:
            return Refusal(
                "Its owner has not come yet. This office is given to somebody who has chosen a passphrase.",
                field: "role")
        case .give, .end: break
        }
        if waiting.contains(where: { $0.account == proposal.account && $0.holding.role == role }) {
            return Refusal("This waits for a second yes already.", field: "role")
        }
        guard !confirming.contains(where: { mayConfirm(proposal, by: $0, persons) == nil }) else { return nil }
        return Refusal(
            """
            A second person says yes to this, and nobody can just now: \(confirmingTitles). The operator of this \
            installation can do it.
            """, field: "role", basis: offices?.confirmedBy.basis)
    }

    /// Who says the second yes, as a sentence names them.
    package var confirmingTitles: String {
        roles.filter { confirmingOffices.contains($0.id) }.map { "the \($0.title)" }.joined(separator: ", or ")
    }

    /// What keeps a keeper of accounts from having the one-time code of an account with those roles, if anything. Whoever has it can
    /// step into the account, so it is no way around the second yes.
    package func mayOpenAnew(_ holdings: [Holding], on today: Day) -> Refusal? {
        let office = holdings.first { holding in
            officesToldToTheTeam.contains(holding.role) && holding.until.map { $0 > today } ?? true
        }
        return office.map { holding in
            Refusal(
                """
                This account holds an office that checks others: \(title(of: holding.role)). Only the operator of this \
                installation makes a code for it.
                """, basis: role(holding.role)?.basis)
        }
    }

    /// Asks those who say the second yes, and whoever is to leave their office.
    package func notices(asking proposal: OfficeProposal) -> [NewNotice] {
        let offices = confirmingOffices.sorted().map { NoticeAddressee.role($0) }
        return (offices + proposal.askedBesides).map { addressee in
            NewNotice(
                kind: .officeAsked, to: addressee, about: proposal.id,
                under: self.offices?.confirmedBy.basis.clauses ?? [], from: proposal.proposedBy)
        }
    }
}

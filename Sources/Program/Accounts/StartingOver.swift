extension PolicyPack {
    /// What keeps a keeper of accounts from starting an account with those roles over, if anything.
    ///
    /// Whoever has the new one-time code steps into the account's roles. So a keeper starts over only what they could give:
    /// roles they appoint to, or hold themselves, and never an office that checks others.
    ///
    /// - Parameters:
    ///   - keeper: the keeper's own roles.
    ///   - isOwn: whether the account is the keeper's own.
    package func mayStartOver(
        _ holdings: [Holding], by keeper: [Holding], isOwn: Bool = false, on today: Day
    ) -> Refusal? {
        if isOwn { return .ownAccount }
        if let refusal = mayOpenAnew(holdings, on: today) { return refusal }
        let given = rolesAppointed(by: .staff(keeper), on: today).map(\.id)
        let own = keeper.filter { $0.isHeld(on: today) }.map(\.role)
        let beyond = roles.first { role in
            let isOpen = holdings.contains { $0.role == role.id && $0.until.map { $0 > today } ?? true }
            return isOpen && !given.contains(role.id) && !own.contains(role.id)
        }
        return beyond.map { role in
            Refusal(
                """
                This account holds the role \(role.title), which is not yours to give. The operator of this installation \
                can start it over.
                """, basis: role.basis)
        }
    }
}

extension Refusal {
    fileprivate static let ownAccount = Refusal(
        """
        Nobody starts their own account over: whoever found you signed in could take your account and lock you out. \
        The operator of this installation can do it for you.
        """)
}

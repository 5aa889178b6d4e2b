extension PolicyPack {
    /// The notice by which a supporter who is not sure whether an offer is for them has the role called that the pack names for advice
    /// (IACP-5.2). It names the supporter alone: nothing of what is offered stands in it or leads to it.
    ///
    /// - Parameters:
    ///   - holders: whoever else holds that role today.
    ///   - waiting: the supporter's own notices of that kind that nobody has answered.
    /// - Returns: no notice where one waits already: they are called back once.
    package func askingToBeCalledBack(
        by supporter: String, holders: [String], waiting: [Notice]
    ) -> Result<NewNotice?, Refusal> {
        let rule = requests.selfDisqualification
        guard let role = rule.consults else {
            return .failure(Refusal("This programme's policy names nobody to ask about an offer."))
        }
        guard !holders.isEmpty else {
            return .failure(
                Refusal("Nobody else is \(title(of: role)) just now, so nobody could call you.", basis: rule.basis))
        }
        guard !waiting.areTo(role) else { return .success(nil) }
        return .success(
            NewNotice(
                kind: .callBack, to: .role(role), under: rule.basis.clauses, from: supporter, isUrgent: true))
    }
}

extension [Notice] {
    /// Whether somebody of that role is waited for.
    package func areTo(_ role: RoleID) -> Bool { contains { $0.to == .role(role) } }
}

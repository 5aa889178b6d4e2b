/// The programme's part in an after-action report, on its way from a draft to the one that is handed over (IACP-6.8).
package struct AfterActionInput: Sendable, Equatable {
    package let id: String
    package let content: AfterActionContent
    /// Counts the drafts, from 1. Whoever signs off signs one of them.
    package let version: Int
    /// The accounts of all who wrote in it, from the first draft on.
    package let writers: Set<String>
    package let status: Status

    package enum Status: Sendable, Equatable {
        /// It may be changed, which withdraws every sign-off.
        case draft([SignOff])
        /// Frozen for good, signed off by every role that the pack names.
        case final([SignOff], on: Day)
    }

    /// That a role stands behind exactly this draft.
    package struct SignOff: Sendable, Equatable {
        package let role: RoleID
        /// The account of whoever signed.
        package let by: String
        package let on: Day

        package init(role: RoleID, by: String, on day: Day) {
            self.role = role
            self.by = by
            on = day
        }
    }

    package init(id: String, content: AfterActionContent, version: Int, writers: Set<String>, status: Status) {
        self.id = id
        self.content = content
        self.version = version
        self.writers = writers
        self.status = status
    }

    package var signOffs: [SignOff] {
        switch status {
        case .draft(let signOffs), .final(let signOffs, _): signOffs
        }
    }

    /// Everybody who wrote in it or signed it.
    package var hands: [String] { writers.sorted() + signOffs.map(\.by) }

    package var isFinal: Bool {
        switch status {
        case .draft: false
        case .final: true
        }
    }
}

extension AfterActionRule {
    /// The roles that have still to sign the draft off, in the pack's order; nobody once it is final.
    package func awaited(for input: AfterActionInput) -> [RoleID] {
        switch input.status {
        case .draft(let signOffs): signedOffBy.filter { role in !signOffs.contains { $0.role == role } }
        case .final: []
        }
    }

    /// Whether the draft waits for that account with those roles: to be signed off, or, once everybody has, to be made final.
    package func isWaiting(
        _ input: AfterActionInput, for account: String, holding roles: [RoleID], _ persons: SamePerson
    ) -> Bool {
        if input.isFinal { return false }
        let awaited = awaited(for: input)
        if awaited.isEmpty { return roles.contains(draftedBy) }
        return awaited.contains(where: roles.contains) && mayPutTheirName(account, under: input, persons) == nil
    }

    /// What keeps somebody with those roles from writing a draft, if anything.
    package func mayDraft(holding roles: [RoleID]) -> Refusal? { roles.contains(draftedBy) ? nil : .ofOtherRoles }

    /// What keeps somebody with those roles from changing that version, if anything.
    package func mayChange(_ input: AfterActionInput, version: Int, holding roles: [RoleID]) -> Refusal? {
        mayDraft(holding: roles) ?? notAsSeen(input, version)
    }

    /// The one role for which an account that holds `roles` signs that version off. One person signs once, whatever they hold, and
    /// not what they wrote.
    package func signingOff(
        _ input: AfterActionInput, version: Int, by account: String, holding roles: [RoleID], _ persons: SamePerson
    ) -> Result<RoleID, Refusal> {
        guard signedOffBy.contains(where: roles.contains) else { return .failure(.ofOtherRoles) }
        if let refusal = notAsSeen(input, version) ?? mayPutTheirName(account, under: input, persons) {
            return .failure(refusal)
        }
        guard let own = awaited(for: input).first(where: roles.contains) else {
            return .failure(Refusal("This is signed off for your office.", clauses: basis.clauses))
        }
        return .success(own)
    }

    private func mayPutTheirName(
        _ account: String, under input: AfterActionInput, _ persons: SamePerson
    ) -> Refusal? {
        if persons.holds(account, among: input.writers) {
            return Refusal("You wrote in this, so somebody else signs it off.", clauses: basis.clauses)
        }
        if persons.holds(account, among: input.signOffs.map(\.by)) {
            return Refusal(
                "You have signed this off. One person signs once, whatever offices they hold.", clauses: basis.clauses)
        }
        return nil
    }

    /// What keeps somebody with those roles from making that version final, if anything.
    ///
    /// - Parameter title: what the pack calls a role.
    package func mayFinish(
        _ input: AfterActionInput, version: Int, holding roles: [RoleID], _ persons: SamePerson,
        title: (RoleID) -> String
    ) -> Refusal? {
        if let refusal = mayChange(input, version: version, holding: roles) { return refusal }
        let awaited = awaited(for: input).map(title)
        guard awaited.isEmpty else {
            return Refusal("It waits for the sign-off of: \(awaited.joined(separator: ", ")).", clauses: basis.clauses)
        }
        let signers = input.signOffs.map(\.by)
        guard persons.areDifferent(signers), !signers.contains(where: { persons.holds($0, among: input.writers) })
        else {
            return Refusal(
                "One person signed twice, or signed what they wrote. Change the draft, so that it is signed off anew.",
                clauses: basis.clauses)
        }
        return nil
    }

    private func notAsSeen(_ input: AfterActionInput, _ version: Int) -> Refusal? {
        if input.isFinal { return Refusal("This is final and stays as it is.", clauses: basis.clauses) }
        guard input.version == version else {
            return Refusal(
                "The draft was changed after you opened it. Read it again first.", field: "version",
                clauses: basis.clauses)
        }
        return nil
    }
}

extension Refusal {
    /// The pack gives this to roles that whoever acts does not hold.
    package static let ofOtherRoles = Refusal("This belongs to other roles.")
}

extension PolicyPack {
    /// How the programme takes part in after-action reports; nothing where the policy does not ask for it.
    package var afterAction: AfterActionRule? { incidents.largeScale?.afterAction }
}

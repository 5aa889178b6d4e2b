/// Who drafts, approves and reviews a new text, by the pack in force. Where the policy names nobody for a part of it, whoever
/// administers the programme does.
package struct RevisionRule: Sendable, Equatable {
    package let draftedBy: [RoleID]
    package let approvedBy: Body
    package let reviewedBy: Body?
    package let designeeAllowed: Bool
    package let basis: Basis
}

/// Whoever does a step, with the offices they hold and stand in for on that day.
package struct Reviser: Sendable, Equatable {
    package let account: String
    package let roles: Set<RoleID>
    package let standsInFor: Set<RoleID>

    package init(account: String, roles: Set<RoleID>, standsInFor: Set<RoleID> = []) {
        self.account = account
        self.roles = roles
        self.standsInFor = standsInFor
    }
}

extension PolicyPack {
    /// Who does what for a text that changes those parts.
    package func revisionRule(for parts: Set<PolicyRevision.Part>) -> RevisionRule {
        guard let rule = governance.policyRevision, !parts.isDisjoint(with: rule.parts) else {
            return RevisionRule(
                draftedBy: [administration.by], approvedBy: .role(administration.by), reviewedBy: nil,
                designeeAllowed: false,
                basis: .chosen(
                    "The policy names nobody who revises these of its rules; whoever administers the programme does."))
        }
        return RevisionRule(
            draftedBy: roles(of: rule.draftedBy), approvedBy: rule.approvedBy, reviewedBy: rule.reviewedBy,
            designeeAllowed: rule.designeeAllowed, basis: rule.basis)
    }

    /// The roles that may draft something, whatever it changes.
    package var drafters: [RoleID] {
        let all = Set(PolicyRevision.Part.allCases)
        let rule = governance.policyRevision
        let drafters = rule.map { roles(of: $0.draftedBy) } ?? []
        return (drafters + (rule.map { Set($0.parts) } == all ? [] : [administration.by])).withoutRepetition
    }

    /// Everybody who has a part in a new text: they see the drafts.
    package var revisers: [RoleID] {
        let bodies = [governance.policyRevision?.approvedBy, governance.policyRevision?.reviewedBy].compactMap(\.self)
        return (drafters + bodies.flatMap(roles(of:))).withoutRepetition
    }

    /// Whether a new text that changes those parts may be drafted by them.
    package func mayDraft(_ parts: Set<PolicyRevision.Part>, by reviser: Reviser) -> Refusal? {
        let rule = revisionRule(for: parts)
        guard reviser.roles.isDisjoint(with: rule.draftedBy) else { return nil }
        return Refusal(
            "What this changes is drafted by \(rule.draftedBy.map(title(of:)).joined(separator: " or ")).",
            field: "text", basis: rule.basis.of(.draftedBy))
    }

    /// Whether that step of a draft may be done now by them. Nothing is done out of order, or twice.
    ///
    /// - Parameter persons: which accounts are one person's: whoever drafted or approved a text does not review it.
    package func mayDo(
        _ step: PolicyDraft.Step, _ draft: PolicyDraft, by reviser: Reviser, _ persons: SamePerson
    ) -> Refusal? {
        let rule = revisionRule(for: draft.parts)
        switch step {
        case .submitted, .withdrawn, .dated:
            if let refusal = draft.isDue(step, under: rule) { return refusal }
            return reviser.roles.isDisjoint(with: rule.draftedBy)
                ? Refusal(
                    "That is for \(rule.draftedBy.map(title(of:)).joined(separator: " or ")).",
                    basis: rule.basis.of(.draftedBy))
                : nil
        case .approved, .refused:
            if let refusal = draft.isDue(step, under: rule) { return refusal }
            switch rule.approvedBy {
            case .role(let role):
                return reviser.roles.contains(role)
                    ? nil : Refusal("Approval is for the \(title(of: role)).", basis: rule.basis)
            case .committee(let id):
                return Refusal("\(committee(id)?.title ?? id.text) approves it by its ballot.", basis: rule.basis)
            }
        case .reviewed, .sentBack:
            if let refusal = draft.isDue(step, under: rule) { return refusal }
            guard let reviewer = rule.reviewedBy else { return Refusal("Nobody reviews it.", basis: rule.basis) }
            let offices = Set(roles(of: reviewer))
            let isReviewer = !offices.isDisjoint(with: reviser.roles)
            let standsIn = rule.designeeAllowed && !offices.isDisjoint(with: reviser.standsInFor)
            guard isReviewer || standsIn else {
                return Refusal("Review is for \(anyTitle(of: reviewer)).", basis: rule.basis)
            }
            let before = draft.steps.filter { [.drafted, .approved].contains($0.step) }.compactMap(\.by)
            return persons.holds(reviser.account, among: before)
                ? Refusal(
                    "Whoever drafted or approved it does not review it: somebody else looks at it.", basis: rule.basis)
                : nil
        case .drafted, .inForce, .overtaken: return Refusal("That is not done by anybody.")
        }
    }

    /// What a committee's ballot came to; refused where the draft does not wait for it.
    package func decidedByBallot(_ draft: PolicyDraft, carried: Bool, on day: Day) -> Result<PolicyDraft, Refusal> {
        let step: PolicyDraft.Step = carried ? .approved : .refused
        if let refusal = draft.isDue(step, under: revisionRule(for: draft.parts)) { return .failure(refusal) }
        return .success(draft.adding(.init(step, by: nil, on: day)))
    }

    /// Whether a draft comes into force on that day: every step was done, its day has come, and it was compared with the text that is in
    /// force.
    package func comesIntoForce(_ draft: PolicyDraft, insteadOf present: String, on day: Day) -> Bool {
        guard draft.status == .dated, draft.base == present, let startsOn = draft.startsOn else { return false }
        return startsOn <= day
    }

    private func anyTitle(of body: Body) -> String {
        switch body {
        case .role(let role): "the \(title(of: role))"
        case .committee(let id): committee(id)?.title ?? id.text
        }
    }

    /// What the sentence "approved by …" says.
    package func words(for body: Body) -> String { anyTitle(of: body) }
}

extension PolicyDraft {
    /// What waits to be done with it, under that rule; nothing where it is over or waits for its day.
    package func awaits(under rule: RevisionRule) -> Step? {
        switch status {
        case .drafted: .submitted
        case .submitted: .approved
        case .approved: rule.reviewedBy == nil ? .dated : .reviewed
        case .reviewed: .dated
        case .dated, .refused, .sentBack, .inForce, .withdrawn, .overtaken: nil
        }
    }

    fileprivate func isDue(_ step: Step, under rule: RevisionRule) -> Refusal? {
        let isNext: Bool =
            switch step {
            case .withdrawn: isOpen
            case .refused: awaits(under: rule) == .approved
            case .sentBack: awaits(under: rule) == .reviewed
            case .submitted, .approved, .reviewed, .dated: awaits(under: rule) == step
            case .drafted, .inForce, .overtaken: false
            }
        if isNext { return nil }
        if done(step) != nil { return Refusal("That was done already.", basis: rule.basis) }
        return Refusal(isOpen ? "Another step comes first." : "This draft goes no further.", basis: rule.basis)
    }
}

extension Refusal {
    /// A day in the past, or one that nobody can plan for.
    package static func policyDay(_ day: Day, on today: Day) -> Refusal? {
        guard day < today || today.adding(days: 730).map({ day > $0 }) ?? true else { return nil }
        return Refusal("From today on, or a later day within two years.", field: "startsOn")
    }
}

extension PolicyPack {
    /// Whoever drafts, approves or reviews new texts may see them.
    var conferredByRevision: [ConferredPower] {
        let rule = governance.policyRevision
        return [
            ConferredPower(.draftPolicy, on: drafters),
            ConferredPower(.followPolicyDrafts, on: revisers),
            ConferredPower(
                .followPolicyDrafts, on: rule?.reviewedBy.map(roles(of:)) ?? [],
                designees: rule?.designeeAllowed ?? false),
        ]
    }
}

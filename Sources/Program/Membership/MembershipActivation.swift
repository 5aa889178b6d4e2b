/// What is known of somebody whose activation is asked for.
package struct ActivationFacts: Sendable, Equatable {
    /// Whether the text of the agreement that is in force is signed.
    package let hasSigned: Bool
    /// Courses without which nobody begins, that are not recorded as completed; by their titles.
    package let coursesMissing: [String]
    /// How many trainings are recorded of them.
    package let trainings: Int
    package let standing: MemberStanding
    package let isSuspended: Bool

    package init(
        hasSigned: Bool, coursesMissing: [String], trainings: Int, standing: MemberStanding, isSuspended: Bool
    ) {
        self.hasSigned = hasSigned
        self.coursesMissing = coursesMissing
        self.trainings = trainings
        self.standing = standing
        self.isSuspended = isSuspended
    }
}

extension PolicyPack {
    /// What is still missing before somebody who was selected may be active, need by need in the pack's order; empty where nothing is.
    package func missing(for membership: Membership, _ facts: ActivationFacts, on today: Day) -> [Refusal.Problem] {
        let needs = self.membership.activation.compactMap { requirement -> Refusal.Problem? in
            let words: String? =
                switch requirement.need {
                // A row of a membership is there once every step of the selection is done, and for nobody else.
                case .selectionCompleted: nil
                case .agreementSigned: facts.hasSigned ? nil : "The \(agreement.title) is not signed yet."
                case .blockingCoursesCompleted:
                    facts.coursesMissing.isEmpty
                        ? nil : "Not completed yet: \(facts.coursesMissing.joined(separator: ", "))."
                case .employee: isEmployee(facts.standing, on: today) ? nil : "Not an employee of the directory today."
                case .recordedTraining:
                    facts.trainings > 0 ? nil : "No training in peer support is recorded yet."
                }
            return words.map { Refusal.Problem(field: nil, message: $0, basis: requirement.basis) }
        }
        let standing = memberRole.flatMap { mayBeOfTeam($0, facts.standing, from: today) }?.problems ?? []
        let suspended = facts.isSuspended ? memberRole.flatMap { mayAppointSuspended(to: $0) }?.problems ?? [] : []
        return needs + standing + suspended
    }

    private func isEmployee(_ standing: MemberStanding, on today: Day) -> Bool {
        switch standing {
        case .outside, .left: false
        case .listed(let classification, let first):
            switch classification {
            case .sworn, .civilian: first <= today
            case .volunteer: false
            }
        }
    }

    /// The membership once its holder is active, with the term that begins; or what is missing.
    package func activated(
        _ membership: Membership, _ facts: ActivationFacts, on today: Day
    ) -> Result<Membership, Refusal> {
        switch membership.status {
        case .selected: break
        case .active, .inactive: return .failure(Refusal("This member was activated before."))
        case .ended: return .failure(Refusal("This membership has ended."))
        }
        let missing = missing(for: membership, facts, on: today)
        guard missing.isEmpty else { return .failure(Refusal(missing)) }
        var active = membership
        active.activatedOn = today
        active.termEndsOn = termEnd(from: today)
        return .success(active)
    }
}

// A role of the team comes with the membership, and goes with it.
extension PolicyPack {
    /// What keeps a role of the team from being given to whoever is selected and not active: activation gives it, once nothing is missing.
    package func mayGiveApartFromMembership(_ role: RoleID, _ membership: Membership) -> Refusal? {
        guard supporterRoles.contains(where: { $0.id == role }), membership.status == .selected else { return nil }
        return Refusal(
            "They are selected. The role comes with activation, on the page of their membership.",
            field: "role", clauses: self.membership.activation.flatMap(\.basis.clauses).withoutRepetition)
    }

    /// What keeps a role of the team from being ended by itself, as long as its holder has a membership: that ends by their own notice,
    /// or by the policy's removal, and by nobody else (SAC-II.D.6).
    package func mayEndApartFromMembership(_ role: RoleID, _ membership: Membership) -> Refusal? {
        guard supporterRoles.contains(where: { $0.id == role }), membership.ending == nil else { return nil }
        return Refusal(
            "This role comes with a membership of the team, and ends with it: by their own notice, or by a removal. \(removalSentence)",
            field: "role", basis: self.membership.removal.basis)
    }
}

/// What somebody is to the agency, as its personnel directory has it.
package enum MemberStanding: Sendable, Equatable {
    /// In no directory, such as an outside professional.
    case outside
    /// No longer with the agency.
    case left
    /// With the agency from that day on.
    case listed(PersonRecord.Classification, from: Day)

    package init(_ person: ListedPerson?) {
        switch person {
        case nil: self = .outside
        case let person? where person.endedOn != nil: self = .left
        case let person?: self = .listed(person.record.classification, from: person.record.hiredOn)
        }
    }
}

extension SelectionRules.Applicant {
    /// Whether people of that kind are meant.
    fileprivate func takes(_ classification: PersonRecord.Classification) -> Bool {
        switch (self, classification) {
        case (.employee, .sworn), (.employee, .civilian), (.volunteer, .volunteer): true
        case (.employee, .volunteer), (.volunteer, .sworn), (.volunteer, .civilian): false
        }
    }

    fileprivate var words: String {
        switch self {
        case .employee: "an employee"
        case .volunteer: "a volunteer"
        }
    }
}

extension PolicyPack {
    /// What keeps somebody of that standing from being of the team, if anything: a supporter is a person of the directory, of a kind that
    /// the policy takes (SAC-II.D.1-0, OCP-I.C.3-0, PD-C.1). Other roles are open to whoever the policy gives them.
    package func mayBeOfTeam(_ role: RoleID, _ standing: MemberStanding, from day: Day) -> Refusal? {
        guard let rule = supporterRoles.first(where: { $0.id == role }) else { return nil }
        let kinds = selection.applicants.value
        let told: String
        switch standing {
        case .outside: told = "This account is tied to nobody in the personnel directory."
        case .left: told = "The person of this account is no longer in the personnel directory."
        case .listed(_, let first) where first > day:
            told = "The person of this account is with the agency from \(first.text) on."
        case .listed(let classification, _):
            guard !kinds.contains(where: { $0.takes(classification) }) else { return nil }
            told = "The personnel directory has the person of this account as \(classification.rawValue)."
        }
        let who = kinds.map(\.words).joined(separator: " or ")
        return Refusal(
            "A \(rule.title) is \(who) of the agency. \(told)", field: "role",
            clauses: selection.applicants.basis.clauses)
    }

    /// What keeps somebody from a role of the team after their membership ended so that nobody comes back, if anything. It says no more
    /// than that: how it ended is not for everybody who gives roles.
    package func mayBeOfTeamAgain(_ role: RoleID, isBarred: Bool) -> Refusal? {
        guard isBarred, supporterRoles.contains(where: { $0.id == role }) else { return nil }
        return Refusal(
            "By the policy this person does not join the team again.", field: "role",
            clauses: membership.removal.barredForGood?.basis.clauses ?? [])
    }

    /// Why somebody who holds those roles may not be of the team, although they are today, as from before the rule; nothing where they
    /// may. Nobody is put off the team by it: whoever keeps the accounts is shown it.
    package func whyNotOfTeam(_ holdings: [Holding], _ standing: MemberStanding, on today: Day) -> Refusal? {
        holdings.lazy.filter { $0.isHeld(on: today) }.compactMap { self.mayBeOfTeam($0.role, standing, from: today) }
            .first
    }
}

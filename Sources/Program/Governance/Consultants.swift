/// By what licence a professional beside the team practises (IACP-3.4).
package struct ConsultantLicence: Sendable, Equatable {
    package let consultant: String
    package let account: String
    package let licence: String
    package let jurisdiction: String
    /// The last day on which it holds.
    package let expiresOn: Day

    package static let longest = 120

    package init(consultant: String, account: String, licence: String, jurisdiction: String, expiresOn: Day) {
        self.consultant = consultant
        self.account = account
        self.licence = licence
        self.jurisdiction = jurisdiction
        self.expiresOn = expiresOn
    }

    package func isCurrent(on day: Day) -> Bool { day <= expiresOn }

    /// How many days before it ends whoever keeps the accounts is reminded. Ours: boards take weeks to renew.
    package static let reminderDays = 60

    /// The day from which that is said.
    package var remindedFrom: Day { expiresOn.adding(days: -Self.reminderDays) ?? expiresOn }
}

/// The role and scope of a professional beside the team, as agency and professional determined it together (IACP-3.4b).
package struct ConsultantScope: Sendable, Equatable {
    package let consultant: String
    package let version: Int
    package let words: String
    /// The day on which the agency wrote and so confirmed it.
    package let writtenOn: Day
    /// The day on which the professional confirmed it; nothing while that is open.
    package let confirmedOn: Day?

    package static let longest = 4_000

    package init(consultant: String, version: Int, words: String, writtenOn: Day, confirmedOn: Day?) {
        self.consultant = consultant
        self.version = version
        self.words = words
        self.writtenOn = writtenOn
        self.confirmedOn = confirmedOn
    }
}

/// How a professional beside the team stands today.
package struct ConsultantStanding: Sendable, Equatable {
    package struct Holder: Sendable, Equatable {
        package let account: String
        package let name: String
        package let licence: ConsultantLicence?

        package init(account: String, name: String, licence: ConsultantLicence?) {
            self.account = account
            self.name = name
            self.licence = licence
        }
    }

    package let rule: ConsultantRule
    package let holders: [Holder]
    /// That both have confirmed: the latest of them.
    package let scope: ConsultantScope?
    /// A later text that the professional has not confirmed yet.
    package let waiting: ConsultantScope?
    /// Who is on call now; nothing where nobody has begun a list.
    package let onCall: [String]?

    package init(
        rule: ConsultantRule, holders: [Holder], scopes: [ConsultantScope], onCall: [String]?
    ) {
        self.rule = rule
        self.holders = holders
        scope = scopes.filter { $0.confirmedOn != nil }.max { $0.version < $1.version }
        let latest = scopes.max { $0.version < $1.version }
        waiting = latest?.confirmedOn == nil ? latest : nil
        self.onCall = onCall
    }

    /// Whether somebody holds the role, with a licence that holds where the policy asks for one.
    package func isCovered(on today: Day) -> Bool {
        holders.contains { !rule.licensed || $0.licence?.isCurrent(on: today) == true }
    }

    /// What is missing, in words.
    package func gaps(_ policy: PolicyPack, on today: Day) -> [String] {
        let title = policy.title(of: rule.role)
        guard !holders.isEmpty else { return ["\(title): nobody holds the role, so nobody can be consulted."] }
        var gaps: [String] = []
        if rule.licensed, !holders.contains(where: { $0.licence?.isCurrent(on: today) == true }) {
            gaps.append("\(title): no licence that holds today is recorded.")
        }
        if rule.aroundTheClock {
            switch onCall {
            case nil:
                gaps.append("\(title): the on-call list has not been begun, and somebody is to be reached at any hour.")
            case let onCall? where onCall.isEmpty: gaps.append("\(title): nobody is on call now.")
            case _?: break
            }
        }
        if scope == nil { gaps.append("\(title): role and scope are not confirmed by both sides.") }
        return gaps
    }
}

extension PolicyPack {
    package func consultant(_ id: String) -> ConsultantRule? { governance.consultants.first { $0.id == id } }

    /// The professionals themselves, who confirm what they do for the team.
    var conferredByConsultants: [ConferredPower] {
        governance.consultants.isEmpty ? [] : [ConferredPower(.adviseTeam, on: governance.consultants.map(\.role))]
    }

    /// Whether a licence may be recorded for somebody.
    package func mayRecord(_ licence: ConsultantLicence, holdings: [Holding], on today: Day) -> Refusal? {
        guard let rule = consultant(licence.consultant), rule.licensed else {
            return Refusal("No licence is kept for this role.")
        }
        guard holdings.contains(where: { $0.role == rule.role && $0.isHeld(on: today) }) else {
            return Refusal("They do not hold the role of \(title(of: rule.role)) today.", basis: rule.basis)
        }
        var problems: [Refusal.Problem] = []
        if licence.licence.isEmpty {
            problems.append(.init(field: "licence", message: "Say which licence, with its number.", basis: rule.basis))
        }
        if licence.jurisdiction.isEmpty {
            problems.append(.init(field: "jurisdiction", message: "Say where it holds.", basis: rule.basis))
        }
        if !licence.isCurrent(on: today) {
            problems.append(
                .init(
                    field: "expiresOn", message: "This licence has ended. Record the one that holds.", basis: rule.basis
                ))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// Whether the professional may confirm that text.
    package func mayConfirm(
        _ version: Int, of latest: ConsultantScope?, rule: ConsultantRule, holdings: [Holding], on today: Day
    ) -> Refusal? {
        guard holdings.contains(where: { $0.role == rule.role && $0.isHeld(on: today) }) else {
            return Refusal("Only the \(title(of: rule.role)) confirms this.", basis: rule.basis)
        }
        guard let latest, latest.version == version else {
            return Refusal("The text has changed since. Read it again.", basis: rule.basis)
        }
        return latest.confirmedOn == nil ? nil : Refusal("You have confirmed it already.", basis: rule.basis)
    }
}

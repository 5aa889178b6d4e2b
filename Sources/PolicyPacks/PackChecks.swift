import Program

/// Rules that are each well written and cannot be true together.
struct PackChecks {
    let pack: PolicyPack
    let reading: PackReading

    func run() {
        checkNames()
        checkCitations()
        checkRoles()
        checkContactForm()
        checkStatistics()
        checkSelection()
        checkConferredPowers()
        checkMembership()
        checkRequests()
        checkClarity()
        checkTelling()
        checkEscalation()
        checkCrisisLines()
        checkCountry()
        checkIncidents()
        checkTraining()
        checkOffices()
        checkReadiness()
        checkConformance()
        checkCounting()
        checkReferrals()
        checkResponses()
        checkNothingEmpty()
    }

    func contradiction(_ message: String, at path: String) { reading.reportContradiction(message, at: path) }

    private func checkNames() {
        let roles = Set(pack.roles.map(\.id))
        for mention in reading.roles where !roles.contains(mention.name) {
            let right = roles.sorted().map(\.text).joined(separator: ", ")
            contradiction(
                "The role '\(mention.name)' is not defined under roles; there are: \(right)."
                    + mention.name.text.meant(of: roles.map(\.text)), at: mention.path)
        }
        let committees = Set(pack.governance.committees.map(\.id))
        for mention in reading.committees where !committees.contains(mention.name) {
            let names = committees.sorted().map(\.text).joined(separator: ", ")
            let right = names.isEmpty ? "the pack has no committee" : "there are: \(names)"
            contradiction(
                "The committee '\(mention.name)' is not defined under governance.committees; \(right).",
                at: mention.path)
        }
    }

    private func checkCitations() {
        let register = Set(pack.clauses.map(\.id))
        let families = Set(register.map(family))
        for mention in reading.clauses where !register.contains(mention.name) {
            let own = families.sorted().map { "\($0)-…" }.joined(separator: ", ")
            let what = families.contains(family(mention.name)) ? "is not in this pack's register" : "is of another pack"
            contradiction("The clause '\(mention.name)' \(what); cite one under clauses (\(own)).", at: mention.path)
        }
    }

    /// `OCP` of `OCP-I.A-1`.
    private func family(_ clause: ClauseID) -> String {
        String(clause.text.prefix { $0 != "-" })
    }

    private func checkMembership() {
        let removal = pack.membership.removal
        switch removal.procedure {
        case .atWill where !removal.grounds.isEmpty:
            contradiction("Removal at will needs no ground; leave the list empty.", at: "membership.removal.grounds")
        case .ballot where removal.grounds.isEmpty, .approved where removal.grounds.isEmpty,
            .decision where removal.grounds.isEmpty:
            contradiction(
                "Removal needs at least one ground, unless it is at will.", at: "membership.removal.grounds")
        case .atWill, .ballot, .approved, .decision: break
        }
        checkSuspension(removal)
        for committee in pack.governance.committees {
            let seats = Set(committee.seats.map(\.id))
            for seat in committee.newMembers?.seats ?? [] where !seats.contains(seat) {
                contradiction(
                    "The seat '\(seat)' is not one of the committee's.",
                    at: "governance.committees[\(committee.id)].new-members.seats")
            }
        }
    }

    /// Whoever suspends ends roles at once; it is for a ground of the list, and a role has the last word.
    private func checkSuspension(_ removal: RemovalRules) {
        guard let suspension = removal.suspension else { return }
        let path = "membership.removal.suspension"
        if !removal.grounds.contains(where: { $0.id == suspension.ground }) {
            contradiction(
                "The ground '\(suspension.ground)' is not one of membership.removal.grounds.", at: "\(path).ground")
        }
        if pack.role(suspension.by)?.powers.contains(.manageAccounts) == false {
            contradiction("Whoever suspends ends roles, so it must be a role with manage-accounts.", at: "\(path).by")
        }
        if removal.decider == nil {
            contradiction("A suspension waits for the last word of a role; a committee's vote is none.", at: path)
        }
    }

    private func checkRequests() {
        if pack.requests.incidentBar != nil, pack.roles(with: .recordIncidents).isEmpty {
            contradiction(
                "Where same-incident is marked, some role needs record-incidents.", at: "requests.exclusions")
        }
        let colleague = pack.requests.origins.first { $0.person == .colleague }?.handling
        if pack.requests.bySupervisors.handling == .open, colleague == .refused {
            contradiction(
                "Supervisors cannot ask for an employee where nobody may ask for a colleague.",
                at: "requests.by-supervisors.handling")
        }
        let seekers = pack.scope.seekers.map(\.kind)
        for right in pack.confidentiality.seekerRights {
            for kind in right.heldBy ?? [] where !seekers.contains(kind) {
                contradiction(
                    "Nobody of that kind may seek support here; see scope.seekers.",
                    at: "confidentiality.seeker-rights[\(right.id)].held-by")
            }
        }
    }

    /// A policy is clear on three things: how far confidence goes, what must be reported, and which roles are kept apart
    /// (IACP-6.1).
    private func checkClarity() {
        let rules = pack.confidentiality
        if !rules.levels.contains(where: { $0.level == .confidentiality }) {
            contradiction(
                "The policy does not say how far confidentiality goes; give that level (IACP-6.1).",
                at: "confidentiality.levels")
        }
        if !rules.exceptions.isEmpty, !rules.exceptions.contains(where: { $0.force != .permissive }) {
            contradiction(
                "The policy does not say what must be reported; give a mandatory exception (IACP-6.1).",
                at: "confidentiality.exceptions")
        }
        if pack.requests.exclusions.isEmpty, pack.requests.chainOfCommand == nil {
            contradiction(
                "The policy does not say how role conflicts are avoided; give an exclusion or a rule on the chain of "
                    + "command (IACP-6.1).", at: "requests.exclusions")
        }
    }

    private func checkEscalation() {
        for step in pack.escalation.steps {
            guard let telephone = step.telephone else { continue }
            let path = "escalation.steps[\(step.id)].telephone"
            if step.to == .availableSupporters {
                contradiction("Supporters have numbers of their own; leave this out.", at: path)
            }
            checkTelephone(telephone, at: path)
        }
    }

    private func checkCrisisLines() {
        for line in pack.crisisLines ?? [] { check(line, at: "crisis-lines[\(line.id)]") }
    }

    func check(_ line: CrisisLine, at path: String) {
        checkTelephone(line.telephone, at: "\(path).telephone")
        if let text = line.text { checkTelephone(text, at: "\(path).text") }
    }

    func checkTelephone(_ number: String, at path: String) {
        if !number.isTelephoneNumber {
            contradiction("A telephone number is needed, such as +1 202 555 0142.", at: path)
        }
    }

    private func checkIncidents() {
        let qualifications = Set(pack.incidents.qualifications.map(\.id))
        for kind in pack.incidents.kinds {
            guard let needed = kind.qualification, !qualifications.contains(needed) else { continue }
            contradiction(
                "The qualification '\(needed)' is not one of incidents.qualifications.",
                at: "incidents.kinds[\(kind.id)].qualification")
        }
        checkAfterIncidents()
        let time = pack.dutyTime
        if time.keeping.value != .hoursWithPay, time.onDuty != nil || time.offDuty != nil || time.payroll != nil {
            contradiction(
                "Pay rules need hours-with-pay; leave out on-duty, off-duty and payroll, or change this.",
                at: "duty-time.keeping.value")
        }
        checkAfterAction()
    }

    /// Exactly those whom the rule names can write the input and sign it off.
    private func checkAfterAction() {
        let path = "incidents.large-scale.after-action"
        let rule = pack.afterAction
        if let rule {
            need(.draftAfterAction, of: rule.draftedBy, at: "\(path).drafted-by")
            for role in rule.signedOffBy { need(.signAfterAction, of: role, at: "\(path).signed-off-by") }
            if rule.signedOffBy.isEmpty {
                contradiction("At least one role signs it off.", at: "\(path).signed-off-by")
            }
        }
        for role in pack.roles {
            let drafts = role.powers.contains(.draftAfterAction) && rule?.draftedBy != role.id
            let signs = role.powers.contains(.signAfterAction) && rule?.signedOffBy.contains(role.id) != true
            if drafts || signs {
                let power: Power = drafts ? .draftAfterAction : .signAfterAction
                contradiction(
                    "The role has \(power.rawValue) and is not named in \(path).", at: "roles[\(role.id)].powers")
            }
        }
    }

    /// Whoever watches over the duties can open the page that shows them.
    private func checkConformance() {
        for role in pack.governance.conformance?.watchedBy ?? [] {
            need(.readConformance, of: role, at: "governance.conformance.watched-by")
        }
    }

    /// What is to be counted or recorded on a contact is asked on its form.
    private func checkCounting() {
        let kinds = pack.contactForm.kinds
        let rules = pack.confidentiality
        if rules.advisement.recordedOnContact,
            !kinds.contains(where: { $0.questions.contains { $0.id == "advisement" } })
        {
            contradiction(
                "The contact form has no question 'advisement' to record it with.",
                at: "confidentiality.advisement.recorded-on-contact")
        }
        for (place, rule) in pack.requests.consultations.enumerated()
        where rule.counted && !kinds.contains(where: { $0.id == "consultation" }) {
            contradiction(
                "The contact form has no kind 'consultation' to count it with.",
                at: "requests.consultations[\(place + 1)].counted")
        }
        for gathering in rules.group?.exempt ?? []
        where kinds.contains(where: { $0.id == gathering.rawValue && $0.caution != nil }) {
            contradiction(
                "The contact form has a caution for '\(gathering.rawValue)', which is exempt.",
                at: "confidentiality.group.exempt")
        }
    }

    private func checkNothingEmpty() {
        let lists: [(String, Bool)] = [
            ("clauses", pack.clauses.isEmpty), ("roles", pack.roles.isEmpty),
            ("scope.seekers", pack.scope.seekers.isEmpty), ("selection.steps", pack.selection.steps.isEmpty),
            ("requests.origins", pack.requests.origins.isEmpty), ("escalation.steps", pack.escalation.steps.isEmpty),
            ("confidentiality.exceptions", pack.confidentiality.exceptions.isEmpty),
            ("contact-form.kinds", pack.contactForm.kinds.isEmpty),
        ]
        for (path, isEmpty) in lists where isEmpty { contradiction("At least one is needed.", at: path) }
        for statement in pack.statements where statement.places.isEmpty {
            contradiction("At least one place is needed.", at: "statements[\(statement.id)].places")
        }
    }
}

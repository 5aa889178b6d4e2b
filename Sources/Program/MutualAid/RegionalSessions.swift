// Sessions and meetings of several agencies together (IACP-3.9.2): one of them holds it, and each has it as a session of its own, with
// its own list, which counts under its own policy. How many come is all that one tells the other.
extension RegionalTeamRule {
    /// What keeps a session or a meeting from being opened to the partner teams, if anything.
    ///
    /// - Parameters:
    ///   - heldBy: the agency that holds it, where that is a partner.
    ///   - partners: how many agencies of the regional team come together with this one now.
    package func mayOpen(_ plan: GatheringPlan, heldBy: String? = nil, partners: Int) -> Refusal? {
        guard jointSessions else {
            return no("Together with partner agencies: the policy has each team meet by itself.")
        }
        if let heldBy { return no("Together with partner agencies: this is \(heldBy)’s, who opened it to you.") }
        if plan.kind.isForOthers || plan.committee != nil {
            return no("Together with partner agencies: a training or a meeting of the team, and nothing else.")
        }
        guard partners > 0 else {
            return no("Together with partner agencies: no agreement on a regional team that meets is in force.")
        }
        return nil
    }

    /// What keeps a session from being the own team's alone again, if anything.
    ///
    /// - Parameter teams: how many partner teams have it among their sessions.
    package func mayWithdraw(teams: Int) -> Refusal? {
        teams == 0
            ? nil : no("Together with partner agencies: a partner comes already. Call it off, or leave it as it is.")
    }

    /// What keeps a partner's session from being taken among one's own, if anything.
    ///
    /// - Parameters:
    ///   - session: as the agency that holds it has it.
    ///   - kind: what it is to the own team, by its own policy.
    ///   - kinds: what the own policy has people come together for.
    package func mayTakePart(
        in session: Gathering, as kind: GatheringKind?, of kinds: [GatheringKind], takesPart: Bool, at now: Instant
    ) -> Refusal? {
        guard jointSessions else { return Refusal("The policy has each team meet by itself.", basis: basis) }
        if takesPart { return Refusal("Your team takes part already.", basis: basis) }
        guard session.isPlanned, now < session.plan.until else {
            return Refusal("This is over, or called off.", basis: basis)
        }
        guard let kind, kinds.contains(kind), !kind.isForOthers else {
            return Refusal("Kind: choose what it is to your team.", field: "kind", basis: basis)
        }
        return nil
    }

    private func no(_ message: String) -> Refusal { Refusal(message, field: "isJoint", basis: basis) }
}

extension GatheringPlan {
    /// As a partner team has it at first: what, where and when are those of the agency that holds it, and nothing else of it is passed on.
    package func joined(as kind: GatheringKind) -> GatheringPlan {
        GatheringPlan(kind: kind, title: title, place: place, from: from, until: until, places: places)
    }

    /// The own plan with what the agency that holds it says of it.
    package func following(_ held: GatheringPlan) -> GatheringPlan {
        var plan = self
        (plan.title, plan.place, plan.places) = (held.title, held.place, held.places)
        (plan.from, plan.until) = (held.from, held.until)
        return plan
    }

    /// What keeps it from being changed to this, where a partner holds it: title, place, hours and places are theirs to say.
    package func mayFollow(_ held: GatheringPlan, heldBy agency: String, under basis: Basis) -> Refusal? {
        var problems: [Refusal.Problem] = []
        func theirs(_ field: String, _ label: String) {
            problems.append(Refusal.Problem(field: field, message: "\(label): \(agency) says so.", basis: basis))
        }
        if title != held.title { theirs("title", "Title") }
        if place != held.place { theirs("place", "Place") }
        if from != held.from { theirs("from", "From") }
        if until != held.until { theirs("until", "Until") }
        if places != held.places { theirs("places", "Places") }
        if committee != nil { theirs("committee", "Committee") }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}

/// How many of a partner team come to a session, or came. It is all that is told of them.
package struct PartnerHeadcount: Sendable, Equatable {
    /// The partner agency's name.
    package let agency: String
    package let coming: Int
    /// Nothing before its list is closed.
    package let came: Int?

    package init(agency: String, coming: Int, came: Int?) {
        self.agency = agency
        self.coming = coming
        self.came = came
    }
}

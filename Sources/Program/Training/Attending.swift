// Who may sign up, be assigned, say "I am here", and be marked.
extension PolicyPack {
    /// What is wrong with a plan, if anything.
    ///
    /// - Parameters:
    ///   - courses: the names of the courses that a gathering can give.
    ///   - conferences: the ids of the conferences that were held.
    package func mayPlan(_ plan: GatheringPlan, courses: Set<String>, conferences: Set<String>, at now: Instant)
        -> Refusal?
    {
        let clauses = training.schedule.basis.clauses
        var problems: [Refusal.Problem] = []
        func no(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message, clauses: clauses))
        }
        if !gatheringKinds.contains(plan.kind) { no("kind", "Kind: the policy has no such thing.") }
        if plan.committee != nil, plan.kind != .meeting {
            no("committee", "Committee: it has meetings and nothing else.")
        }
        if let id = plan.committee, committee(id) == nil { no("committee", "Committee: there is no such committee.") }
        if plan.title.isEmpty { no("title", "Title: say what it is.") }
        if plan.place.isEmpty { no("place", "Place: say where it is.") }
        if plan.until <= plan.from { no("until", "Until: later than it begins.") }
        if plan.until.milliseconds - plan.from.milliseconds > 14 * 86_400_000 {
            no("until", "Until: within two weeks.")
        }
        if plan.from <= now.adding(seconds: -366 * 86_400) { no("from", "From: within the past year, or ahead.") }
        if plan.from >= now.adding(seconds: 3 * 366 * 86_400) { no("from", "From: within three years.") }
        if let course = plan.course, !courses.contains(course) { no("course", "Course: there is no such course.") }
        if plan.course != nil, !plan.kind.isTraining { no("course", "Course: only a training gives one.") }
        if !plan.topics.isSubset(of: training.topicNames) { no("topics", "Topics: choose from the list.") }
        if let credit = plan.creditMinutes, credit * 60_000 > plan.until.milliseconds - plan.from.milliseconds {
            no("creditMinutes", "Creditable time: no more than it lasts.")
        }
        if plan.creditMinutes != nil, training.record?.credit == nil || !plan.kind.isTraining {
            no("creditMinutes", "Creditable time: nothing here counts towards a credit.")
        }
        if let conference = plan.passesOn {
            if !conferences.contains(conference) { no("passesOn", "Passes on: choose a conference that is over.") }
            if !plan.kind.isTraining || plan.kind == .conference {
                no("passesOn", "Passes on: a training passes it on.")
            }
            if plan.holders.isEmpty { no("holders", "Held by: say who of those who went holds it.") }
        }
        if plan.isBudgeted, plan.kind != .conference || training.conference?.budgeted != true {
            no("isBudgeted", "Budget: only a conference has a line of it here.")
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// What keeps a member from signing up, if anything.
    ///
    /// - Parameters:
    ///   - own: how they stand to it already.
    ///   - taken: how many places are taken.
    package func maySignUp(
        for gathering: Gathering, _ own: Attendance?, isMeant: Bool, taken: Int, at now: Instant
    ) -> Refusal? {
        let clauses = attendanceClauses
        guard isMeant, !gathering.plan.kind.isForOthers else {
            return Refusal("This is not for you.", clauses: clauses)
        }
        guard gathering.isPlanned, now < gathering.plan.until else {
            return Refusal("This is over, or called off.", clauses: clauses)
        }
        if own?.hasPlace == true { return Refusal("You have a place already.", clauses: clauses) }
        if let places = gathering.plan.places, taken >= places {
            return Refusal("Every place is taken.", clauses: training.schedule.basis.clauses)
        }
        return nil
    }

    /// What keeps a member from giving a place back, if anything: who is assigned asks to be excused instead.
    package func mayWithdraw(from gathering: Gathering, _ own: Attendance?, at now: Instant) -> Refusal? {
        guard gathering.isPlanned, now < gathering.plan.from else {
            return Refusal("It has begun, or is called off.", clauses: attendanceClauses)
        }
        guard own?.isSignedUp == true else { return Refusal("You have no place to give back.") }
        guard own?.isAssigned != true else {
            return Refusal("You are assigned to it. Ask to be excused instead.", clauses: attendanceClauses)
        }
        return nil
    }

    /// What keeps a member from being assigned, if anything (OCP-I.C.3.b).
    package func mayAssign(to gathering: Gathering, _ own: Attendance?, isMember: Bool, taken: Int) -> Refusal? {
        let clauses = attendanceClauses
        guard training.attendance?.requiredAt.contains(.assignedSeminars) == true, gathering.plan.kind.isTraining else {
            return Refusal("Nobody is assigned to this.", field: "account", clauses: clauses)
        }
        guard gathering.isPlanned else { return Refusal("This is over, or called off.", clauses: clauses) }
        guard isMember else { return Refusal("Choose a member of the team.", field: "account", clauses: clauses) }
        if own?.isAssigned == true { return Refusal("They are assigned already.", field: "account", clauses: clauses) }
        if own?.hasPlace != true, let places = gathering.plan.places, taken >= places {
            return Refusal("Every place is taken.", field: "account", clauses: clauses)
        }
        return nil
    }

    /// What keeps somebody from saying "I am here" by the code in the room, if anything: it opens on the days of the gathering alone.
    package func maySayHere(
        at gathering: Gathering, _ own: Attendance?, isMeant: Bool, on today: Day, days: ClosedRange<Day>
    ) -> Refusal? {
        let clauses = attendanceClauses
        guard isMeant, !gathering.plan.kind.isForOthers else {
            return Refusal("This is not for you.", clauses: clauses)
        }
        guard !gathering.isCancelled, days.contains(today) else {
            return Refusal("The code is good on the day itself and on no other.", clauses: clauses)
        }
        guard gathering.isPlanned else {
            return Refusal("The list is closed. Speak with whoever keeps it.", clauses: clauses)
        }
        if own?.outcome == .attended { return Refusal("You are on the list already.", clauses: clauses) }
        return nil
    }

    /// What keeps the list of a gathering from being closed, if anything.
    package func mayClose(_ gathering: Gathering, headcount: Int?, at now: Instant) -> Refusal? {
        let clauses = attendanceClauses
        if gathering.isCancelled { return Refusal("This is called off.", clauses: clauses) }
        if gathering.isHeld { return Refusal("The list is closed already.", clauses: clauses) }
        guard gathering.plan.from <= now else {
            return Refusal("It has not begun. Nobody can have been there.", clauses: clauses)
        }
        if gathering.plan.kind.isForOthers, headcount == nil {
            return Refusal("How many were there?", field: "headcount", clauses: clauses)
        }
        if !gathering.plan.kind.isForOthers, headcount != nil {
            return Refusal("Members are listed and not counted.", field: "headcount", clauses: clauses)
        }
        return nil
    }

    /// Whether a member has to be at it: by its kind, or since they are assigned.
    package func isRequired(_ gathering: Gathering, _ own: Attendance?) -> Bool {
        guard let rule = training.attendance, gathering.plan.committee == nil else { return false }
        if gathering.plan.kind.occasion.map(rule.requiredAt.contains) == true { return true }
        return own?.isAssigned == true && rule.requiredAt.contains(.assignedSeminars)
    }

    /// How each stands once the list is closed: those who were not there and had to be are absent, unless they are excused.
    ///
    /// - Parameter members: whoever had to come by its kind, with those who have anything to do with it.
    package func closed(
        _ gathering: Gathering, members: Set<String>, _ attendances: [Attendance]
    ) -> [Attendance] {
        let known = Dictionary(attendances.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(known.keys).union(members).sorted().compactMap { account in
            var own = known[account] ?? Attendance(gathering: gathering.id, account: account)
            guard own.outcome == nil, own.isSignedUp || isRequired(gathering, own) else { return nil }
            own.outcome = .absent
            return own
        }
    }
}

/// How often a member was away where they had to be: what is laid beside a ground for removal.
package struct MemberAbsences: Sendable, Equatable {
    /// The days of the absences that nobody excused, the latest first.
    package let unexcused: [Day]
    package let excused: [Day]
    /// How often they were there.
    package let attended: Int

    package init(_ record: [(gathering: Gathering, own: Attendance)], under policy: PolicyPack) {
        let required = record.filter { policy.isRequired($0.gathering, $0.own) }
        func days(_ outcome: Attendance.Outcome) -> [Day] {
            required.filter { $0.own.outcome == outcome }.map(\.gathering.day).sorted(by: >)
        }
        unexcused = days(.absent)
        excused = days(.excused)
        attended = days(.attended).count
    }
}

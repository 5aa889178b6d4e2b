/// One clock of an incident's board. Each runs from the moment it happened.
package struct IncidentClock: Sendable, Equatable {
    package let what: What
    package let status: Status
    package let clauses: [ClauseID]

    package enum What: Sendable, Equatable {
        /// The programme is told.
        case told
        /// Those wanted at the scene are there.
        case scene
        /// Whether a meeting is held is decided.
        case decision(MeetingRule)
        /// A meeting is held.
        case meeting(MeetingRule)
        /// Everybody who was part of it is offered support.
        case outreach
        /// A follow-up is offered, so many days after.
        case followUp(Int)
    }

    /// How a clock stands now. Each has its own words and sign, so that no colour has to say it.
    package enum Status: Sendable, Equatable {
        case done(Instant, late: Bool)
        /// To be done as soon as can be; only how long it has been is known.
        case asSoonAsPossible
        /// Its time begins then.
        case opens(Instant)
        /// It is to be done by then.
        case until(Instant)
        /// Its time was over then.
        case missed(Instant)
        case notNeeded
        /// Nobody asked for it.
        case notAsked
    }

    /// Whether something is to be done about it now.
    package var isDue: Bool {
        switch status {
        case .asSoonAsPossible, .until, .missed: true
        case .done, .opens, .notNeeded, .notAsked: false
        }
    }

    package var isLate: Bool {
        switch status {
        case .missed: true
        case .done(_, let late): late
        case .asSoonAsPossible, .opens, .until, .notNeeded, .notAsked: false
        }
    }
}

extension IncidentFile {
    /// The clocks of the board, in the order in which things come.
    package func clocks(under policy: PolicyPack, at now: Instant) -> [IncidentClock] {
        [
            IncidentClock(
                what: .told, status: .done(told.at, late: wasToldLate(under: policy)),
                clauses: policy.incidents.notification?.basis.clauses ?? [])
        ]
            + (sceneClock(under: policy).map { [$0] } ?? [])
            + policy.meetings(after: self).flatMap { clocks(of: $0, at: now) }
            + (outreachClock(under: policy, at: now).map { [$0] } ?? [])
            + followUpClocks(under: policy, at: now)
    }

    /// What is to be done next: what was missed, else the first clock that asks for something.
    package func next(under policy: PolicyPack, at now: Instant) -> IncidentClock? {
        guard isOpen else { return nil }
        let due = clocks(under: policy, at: now).filter { $0.isDue && $0.what != .told }
        return due.first(where: \.isLate) ?? due.first
    }

    private func sceneClock(under policy: PolicyPack) -> IncidentClock? {
        guard let rule = policy.incidents.sceneResponse else { return nil }
        let status: IncidentClock.Status
        if let scene {
            let there = scene.coming.compactMap(\.arrivedAt)
            status = there.count >= scene.wanted ? .done(there.max() ?? scene.askedAt, late: false) : .asSoonAsPossible
        } else if let last = scenes.last {
            status = .done(last.coming.compactMap(\.arrivedAt).min() ?? last.askedAt, late: false)
        } else {
            status = .notAsked
        }
        return IncidentClock(what: .scene, status: status, clauses: rule.basis.clauses)
    }

    private func clocks(of meeting: MeetingRule, at now: Instant) -> [IncidentClock] {
        let decision = decision(on: meeting)
        let own = IncidentClock(
            what: .meeting(meeting), status: status(of: meeting, decision, at: now), clauses: meeting.clausesOfWindow)
        switch decision {
        case .notAsked: return [own]
        case .open, .apart:
            return [
                IncidentClock(
                    what: .decision(meeting), status: .asSoonAsPossible, clauses: meeting.clausesOfDecision), own,
            ]
        case .needed(let since), .notNeeded(let since):
            return [
                IncidentClock(
                    what: .decision(meeting), status: .done(since, late: false), clauses: meeting.clausesOfDecision),
                own,
            ]
        }
    }

    private func status(of meeting: MeetingRule, _ decision: MeetingDecision, at now: Instant)
        -> IncidentClock.Status
    {
        let held = sessions.filter { $0.meeting == meeting.id }.compactMap(\.held)
        if let first = held.map(\.startedAt).min() {
            return .done(first, late: meeting.hours.map { first > hours($0.upperBound) } ?? false)
        }
        if case .notNeeded = decision { return .notNeeded }
        guard let window = meeting.hours else { return meeting.isAskedForByRule ? .asSoonAsPossible : .notAsked }
        if now < hours(window.lowerBound) { return .opens(hours(window.lowerBound)) }
        return now <= hours(window.upperBound) ? .until(hours(window.upperBound)) : .missed(hours(window.upperBound))
    }

    /// The moment so many hours after the incident.
    package func hours(_ count: Int) -> Instant { happenedAt.adding(seconds: Int64(count) * 3_600) }

    /// What keeps the incident from being closed: everything that is still open, each with its clause.
    package func mayClose(under policy: PolicyPack, at now: Instant) -> Refusal? {
        if let refusal = mayGoOn() { return refusal }
        var problems: [Refusal.Problem] = []
        func open(_ message: String, _ clauses: [ClauseID]) {
            problems.append(Refusal.Problem(field: nil, message: message, clauses: clauses))
        }
        if scene != nil {
            open(
                "The response to the scene is under way. Close it first.",
                policy.incidents.sceneResponse?.basis.clauses ?? [])
        }
        for meeting in policy.meetings(after: self) {
            switch decision(on: meeting) {
            case .open, .apart:
                open(
                    "\(meeting.label): those who decide have still to say whether it is needed.",
                    meeting.clausesOfDecision)
            case .needed where !isHeld(meeting):
                open("\(meeting.label): it is needed and was not held.", meeting.clausesOfDecision)
            case .notAsked where meeting.isRequired && !isHeld(meeting):
                open("\(meeting.label): it has to be held.", meeting.clauses)
            case .needed, .notNeeded, .notAsked: break
            }
        }
        let ahead = sessions.filter(\.isAhead)
        if !ahead.isEmpty {
            open(
                "A meeting is still ahead. Hold it or call it off.",
                ahead.flatMap { policy.meeting($0.meeting)?.clauses ?? [] }.withoutRepetition)
        }
        if let rule = policy.incidents.outreach, isOutreachOpen {
            open("Outreach: not everybody was offered support yet.", rule.basis.clauses)
        }
        for days in openFollowUps(under: policy) {
            open(
                "Follow-up after \(days) \(days == 1 ? "day" : "days"): offer it on its day, or mark it as not needed.",
                policy.incidents.followUp?.basis.clauses ?? [])
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    package func isHeld(_ meeting: MeetingRule) -> Bool {
        sessions.contains { $0.meeting == meeting.id && $0.held != nil }
    }

    package func closing(on day: Day, under policy: PolicyPack, at now: Instant) -> Result<IncidentFile, Refusal> {
        if let refusal = mayClose(under: policy, at: now) { return .failure(refusal) }
        var file = self
        file.closedOn = day
        return .success(file)
    }
}

extension MeetingRule {
    /// Whether the policy wants it after each incident, so that its clock runs without anybody's asking: a defusing follows at once
    /// (OCP-II.E.2), the team's own debriefing after a large-scale event is mandatory (IACP-5.3).
    var isAskedForByRule: Bool { followsAtOnce || isRequired }

    /// Whether the incident is not over without it.
    var isRequired: Bool {
        switch attendance {
        case .required, .requiredWithoutSpeaking: isOfTheTeam
        case .highlyRecommended, .voluntary, nil: false
        }
    }
}

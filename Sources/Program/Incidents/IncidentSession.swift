/// One meeting after an incident: planned, with the team that holds it, and held or called off. How many were there is kept, and
/// never who (OCP-II.E.3).
package struct IncidentSession: Sendable, Equatable, Codable {
    package let id: String
    /// The id of its rule.
    package let meeting: String
    package var startsAt: Instant
    /// Why it is outside the policy's hours, by the id of a reason; nothing where it is within.
    package var reason: String?
    /// Where it is, for those who are invited.
    package var place: String
    /// Who holds it.
    package var team: [TakenSeat] = []
    package var confirmedAt: Instant?
    package var held: Held?
    package var calledOffAt: Instant?
    /// Of a debriefing of the team: who has to come, and who did.
    package var attending: [String: Bool] = [:]
    /// Whether the unit is out of service, and members are off the line for a while. There is no place for a reason.
    package var unitOutOfService = false
    package var membersOffLine = false

    package struct TakenSeat: Sendable, Equatable, Codable, Hashable {
        package let account: String
        package let kind: DebriefingSeat.Kind

        package init(account: String, kind: DebriefingSeat.Kind) {
            self.account = account
            self.kind = kind
        }
    }

    package struct Held: Sendable, Equatable, Codable {
        package let startedAt: Instant
        package let minutes: Int
        /// How many were there, beside those who held it.
        package let present: Int

        package init(startedAt: Instant, minutes: Int, present: Int) {
            self.startedAt = startedAt
            self.minutes = minutes
            self.present = present
        }

        package static let minutes = 1...1_440
        package static let present = 0...2_000
    }

    package init(id: String, meeting: String, startsAt: Instant, reason: String? = nil, place: String = "") {
        self.id = id
        self.meeting = meeting
        self.startsAt = startsAt
        self.reason = reason
        self.place = place
    }

    package static let longestPlace = 120

    /// Whether it is ahead: not held and not called off.
    package var isAhead: Bool { held == nil && calledOffAt == nil }

    /// How many hours somebody is taken by a meeting, since nobody knows beforehand how long it takes. Ours: the most that a debriefing
    /// usually takes.
    package static let hoursTaken = 4

    /// Whether nobody can hold both.
    package func overlaps(_ other: IncidentSession) -> Bool {
        isAhead && abs(startsAt.milliseconds - other.startsAt.milliseconds) < Int64(Self.hoursTaken) * 3_600_000
    }

    func forgettingNames() -> IncidentSession {
        var session = self
        session.place = ""
        session.team = team.map { TakenSeat(account: "", kind: $0.kind) }
        session.attending = [:]
        return session
    }
}

extension DebriefingSeat.Kind: Encodable {}

extension IncidentFile {
    /// The most meetings after one incident.
    package static let mostSessions = 40

    /// The file with a meeting planned.
    package func planning(
        _ meeting: MeetingRule, as id: String, startsAt: Instant, reason: String?, place: String, at now: Instant
    ) -> Result<IncidentFile, Refusal> {
        if let refusal = mayHold(meeting) ?? mayBe(meeting, at: startsAt, for: reason, field: "startsAt") {
            return .failure(refusal)
        }
        var session = IncidentSession(
            id: id, meeting: meeting.id, startsAt: startsAt, reason: reasonKept(meeting, startsAt, reason), place: place
        )
        session.unitOutOfService = meeting.unitOutOfService
        if meeting.isOfTheTeam { session.attending = Dictionary(uniqueKeysWithValues: responders.map { ($0, false) }) }
        var file = self
        file.sessions.append(session)
        return .success(file)
    }

    /// The file with a planned meeting moved to another time. Whoever holds it is to be asked anew.
    package func moving(
        _ id: String, of meeting: MeetingRule, to startsAt: Instant, reason: String?, place: String
    ) -> Result<IncidentFile, Refusal> {
        guard let session = session(id), session.isAhead else { return .failure(.meetingIsOver) }
        if let refusal = mayGoOn() ?? mayBe(meeting, at: startsAt, for: reason, field: "startsAt") {
            return .failure(refusal)
        }
        return .success(
            changing(id) {
                if $0.startsAt != startsAt { $0.confirmedAt = nil }
                $0.startsAt = startsAt
                $0.reason = reasonKept(meeting, startsAt, reason)
                $0.place = place
            })
    }

    package func callingOff(_ id: String, at now: Instant) -> Result<IncidentFile, Refusal> {
        guard let session = session(id), session.isAhead else { return .failure(.meetingIsOver) }
        return .success(changing(id) { $0.calledOffAt = now })
    }

    /// The file with a planned meeting held: when it began, how long it took and how many were there.
    package func holding(_ id: String, of meeting: MeetingRule, _ held: IncidentSession.Held, at now: Instant)
        -> Result<IncidentFile, Refusal>
    {
        guard let session = session(id), session.isAhead else { return .failure(.meetingIsOver) }
        if let refusal = mayGoOn() ?? mayHave(been: held, at: now) { return .failure(refusal) }
        guard !meeting.needsTeam || session.confirmedAt != nil else {
            return .failure(
                Refusal("Confirm first who holds it.", clauses: meeting.clausesOfTeam))
        }
        return .success(changing(id) { $0.held = held })
    }

    /// The file with a meeting that was held at once, such as a defusing, written down afterwards.
    package func recording(
        _ meeting: MeetingRule, as id: String, _ held: IncidentSession.Held, reason: String?, at now: Instant
    ) -> Result<IncidentFile, Refusal> {
        if let refusal = mayHold(meeting) ?? mayHave(been: held, at: now)
            ?? mayBe(meeting, at: held.startedAt, for: reason, field: "startedAt")
        {
            return .failure(refusal)
        }
        guard !meeting.needsTeam else {
            return .failure(
                Refusal("It is planned first, with those who hold it.", clauses: meeting.clausesOfTeam))
        }
        var session = IncidentSession(
            id: id, meeting: meeting.id, startsAt: held.startedAt, reason: reasonKept(meeting, held.startedAt, reason))
        session.held = held
        var file = self
        file.sessions.append(session)
        return .success(file)
    }

    /// The file with who was there of those who had to come to a debriefing of the team (IACP-5.3).
    package func attending(_ id: String, _ present: Set<String>) -> Result<IncidentFile, Refusal> {
        guard let session = session(id), session.calledOffAt == nil else { return .failure(.meetingIsOver) }
        guard present.isSubset(of: session.attending.keys) else {
            return .failure(Refusal("Choose from those who have to come.", field: "present"))
        }
        return .success(
            changing(id) { session in
                for account in session.attending.keys { session.attending[account] = present.contains(account) }
            })
    }

    /// A note, and no reason: the unit is out of service for a meeting, and members are off the line for a while.
    package func noting(_ id: String, unitOutOfService: Bool, membersOffLine: Bool) -> Result<IncidentFile, Refusal> {
        guard let session = session(id), session.calledOffAt == nil else { return .failure(.meetingIsOver) }
        return .success(
            changing(id) {
                $0.unitOutOfService = unitOutOfService
                $0.membersOffLine = membersOffLine
            })
    }

    /// The file with the team of a meeting confirmed; refused where it is short of what the policy asks, or somebody may not sit.
    package func confirming(
        _ chosen: [String], for id: String, of meeting: MeetingRule, from candidates: [TeamCandidate], on day: Day,
        at now: Instant, name: (String) -> String
    ) -> Result<IncidentFile, Refusal> {
        guard let session = session(id), session.isAhead else { return .failure(.meetingIsOver) }
        guard let team = meeting.team else {
            return .failure(Refusal("Nobody in particular has to hold this one.", clauses: meeting.clauses))
        }
        if let refusal = mayGoOn() { return .failure(refusal) }
        // Also where the policy recommends who holds it and requires nobody.
        guard !chosen.isEmpty else {
            return .failure(Refusal("Who holds it: choose at least one.", field: "team", basis: team.basis))
        }
        let verdict = team.verdict(on: chosen, of: candidates, on: day)
        switch verdict {
        case .notConfirmable:
            return .failure(team.refusal(of: verdict, field: "team", name: name) ?? .meetingIsOver)
        case .confirmable(let proposed):
            return .success(
                changing(id) {
                    $0.team = proposed.members.map { IncidentSession.TakenSeat(account: $0.id, kind: $0.kind) }
                    $0.confirmedAt = now
                })
        }
    }

    func changing(_ id: String, _ change: (inout IncidentSession) -> Void) -> IncidentFile {
        guard let place = sessions.firstIndex(where: { $0.id == id }) else { return self }
        var file = self
        change(&file.sessions[place])
        return file
    }
}

// What has to be true of a meeting.
extension IncidentFile {
    /// What keeps any meeting of that kind from being held, if anything: none without the decision of those whom the policy names.
    package func mayHold(_ meeting: MeetingRule) -> Refusal? {
        if let refusal = mayGoOn(meeting.clauses) { return refusal }
        guard sessions.count < IncidentFile.mostSessions else { return Refusal("This incident has no room for more.") }
        switch decision(on: meeting) {
        case .notAsked, .needed: return nil
        case .open, .apart:
            return Refusal(
                "\(meeting.label): those who decide on it have not yet said that it is needed.",
                clauses: meeting.clausesOfDecision)
        case .notNeeded:
            return Refusal("\(meeting.label): it was decided that none is needed.", clauses: meeting.clausesOfDecision)
        }
    }

    /// How a moment lies to the hours of the policy.
    package func isOutside(_ meeting: MeetingRule, at moment: Instant) -> Bool {
        guard let hours = meeting.hours else { return false }
        let after = moment.milliseconds - happenedAt.milliseconds
        return after < Int64(hours.lowerBound) * 3_600_000 || after > Int64(hours.upperBound) * 3_600_000
    }

    private func mayBe(_ meeting: MeetingRule, at moment: Instant, for reason: String?, field: String) -> Refusal? {
        guard moment >= happenedAt else { return Refusal("When: after the incident.", field: field) }
        if let latest = meeting.latestHours, moment > happenedAt.adding(seconds: Int64(latest) * 3_600) {
            return Refusal(
                "\(meeting.label): none is held later than \(latest) hours after the incident.", field: field,
                clauses: meeting.clausesOfWindow)
        }
        guard isOutside(meeting, at: moment), !meeting.reasonsOutside.isEmpty, let hours = meeting.hours else {
            return nil
        }
        guard let reason, meeting.reasonsOutside.contains(where: { $0.id == reason }) else {
            return Refusal(
                "Outside \(hours.lowerBound) to \(hours.upperBound) hours after the incident: choose the reason.",
                field: "reason", clauses: meeting.clausesOfWindow)
        }
        return nil
    }

    /// A reason is kept only where one was asked for.
    private func reasonKept(_ meeting: MeetingRule, _ moment: Instant, _ reason: String?) -> String? {
        isOutside(meeting, at: moment) && !meeting.reasonsOutside.isEmpty ? reason : nil
    }

    private func mayHave(been held: IncidentSession.Held, at now: Instant) -> Refusal? {
        guard held.startedAt >= happenedAt else {
            return Refusal("When it began: after the incident.", field: "startedAt")
        }
        guard held.startedAt.adding(seconds: Int64(held.minutes) * 60) <= now else {
            return Refusal("When it began: it is written down once it is over.", field: "startedAt")
        }
        return nil
    }
}

extension Refusal {
    static let meetingIsOver = Refusal("This meeting is over, or was called off.")
}

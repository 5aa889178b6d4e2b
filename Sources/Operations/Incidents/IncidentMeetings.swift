import Program
import Sealing
import Store

extension Programmes {
    /// The word of one of those who decide together whether a meeting is held (OCP-II.E.2).
    package func decide(
        on meeting: String, isNeeded: Bool, for body: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(
            id, by: staff, .holding(.decideOnMeetings), .meetingDecided,
            under: .decision(meeting)
        ) { file, doing in
            guard let rule = doing.policy.meeting(meeting) else { return nil }
            let persons = try doing.transaction.persons(
                of: [doing.staff.account] + file.words.map(\.account).filter { !$0.isEmpty }, agency: doing.agency.id)
            return file.deciding(
                on: rule, isNeeded: isNeeded, for: body, by: doing.staff.account,
                holding: doing.staff.rolesToday.sorted(),
                persons, under: doing.policy, at: doing.now)
        }
    }

    /// Plans a meeting.
    ///
    /// - Returns: its id.
    package func planMeeting(
        _ new: NewMeeting, in id: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        let meeting = RandomId().text
        let planned = try await change(
            id, by: staff, .holding(.leadIncidents), .meetingPlanned,
            under: .window(new.meeting)
        ) { file, doing in
            guard let rule = doing.policy.meetings(after: file).first(where: { $0.id == new.meeting }) else {
                return .failure(Refusal("Kind of meeting: choose from the list.", field: "meeting"))
            }
            return file.planning(
                rule, as: meeting, startsAt: new.startsAt, reason: new.reason, place: new.place, at: doing.now)
        }
        return planned?.map { meeting }
    }

    /// Moves one that is ahead.
    package func moveMeeting(
        _ session: String, to startsAt: Instant, reason: String?, place: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await changeMeeting(session, in: id, by: staff, .meetingMoved) { file, rule, _ in
            file.moving(session, of: rule, to: startsAt, reason: reason, place: place)
        }
    }

    package func callOffMeeting(
        _ session: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await changeMeeting(session, in: id, by: staff, .meetingCalledOff) { file, _, doing in
            file.callingOff(session, at: doing.now)
        }
    }

    /// Writes down that a planned one was held: how many were there, and never who.
    package func holdMeeting(
        _ session: String, _ held: IncidentSession.Held, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await changeMeeting(session, in: id, by: staff, .meetingHeld) { file, rule, doing in
            file.holding(session, of: rule, held, at: doing.now)
        }
    }

    /// Writes down one that was held at once, such as a defusing (OCP-II.E.2).
    package func recordMeeting(
        _ meeting: String, _ held: IncidentSession.Held, reason: String?, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await change(
            id, by: staff, .holding(.leadIncidents), .meetingHeld, under: .meeting(meeting)
        ) { file, doing in
            guard let rule = doing.policy.meetings(after: file).first(where: { $0.id == meeting }) else {
                return .failure(Refusal("Kind of meeting: choose from the list.", field: "meeting"))
            }
            return file.recording(rule, as: RandomId().text, held, reason: reason, at: doing.now)
        }
    }

    /// Who was there of those who had to come to a debriefing of the team (IACP-5.3).
    package func keepAttendance(
        _ present: [String], at session: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await changeMeeting(session, in: id, by: staff, .meetingAttendanceKept) { file, _, _ in
            file.attending(session, Set(present))
        }
    }

    /// Notes that the unit is out of service for it, and members off the line. There is no reason to give.
    package func noteService(
        unitOutOfService: Bool, membersOffLine: Bool, at session: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await changeMeeting(session, in: id, by: staff, .meetingServiceNoted) { file, _, _ in
            file.noting(session, unitOutOfService: unitOutOfService, membersOffLine: membersOffLine)
        }
    }

    func changeMeeting(
        _ session: String, in id: String, by staff: Staff, _ kind: AuditKind,
        _ change: @escaping @Sendable (IncidentFile, MeetingRule, Doing) throws -> Result<IncidentFile, Refusal>?
    ) async throws -> Result<Void, Refusal>? {
        try await self.change(id, by: staff, .holding(.leadIncidents), kind) { file, doing in
            guard let kept = file.session(session), let rule = doing.policy.meeting(kept.meeting) else { return nil }
            return try change(file, rule, doing)?.mapError { $0.citing(rule.clauses) }
        }
    }
}

/// A meeting to be planned.
package struct NewMeeting: Sendable, Equatable {
    /// The id of its rule.
    package let meeting: String
    package let startsAt: Instant
    package let reason: String?
    package let place: String

    package init(meeting: String, startsAt: Instant, reason: String?, place: String) {
        self.meeting = meeting
        self.startsAt = startsAt
        self.reason = reason
        self.place = place
    }
}

import Program
import Store

extension Transaction {
    /// Tells whoever a changed file newly asks, and takes back what nobody has to answer any more, in the same transaction.
    func tell(of file: IncidentFile, after before: IncidentFile?, in agency: Agency, at now: Instant) throws {
        for account in file.newlyAsked(after: before) {
            try raise(
                NewNotice(
                    kind: .sceneAsked, to: .account(account), repeats: true, about: file.id,
                    under: agency.policy.incidents.sceneResponse?.basis.clauses ?? [], isUrgent: true),
                in: agency, at: now)
        }
        for account in file.noLongerAsked(after: before) {
            try withdraw(.sceneAsked, from: account, about: file.id, in: agency)
        }
        for (account, meeting) in file.newlySeated(after: before, under: agency.policy) {
            let kind: NoticeKind = meeting.isOfTheTeam ? .teamDebriefing : .meetingTeam
            try withdraw(kind, from: account, about: file.id, in: agency)
            try raise(
                NewNotice(kind: kind, to: .account(account), about: file.id, under: meeting.clauses), in: agency,
                at: now)
        }
        if before == nil { try askForDecisions(file, in: agency, at: now) }
        for meeting in agency.policy.meetings where file.isDecided(meeting) && before?.isDecided(meeting) == false {
            try withdraw(.meetingDecision, about: file.id, in: agency)
        }
        if let before, file.followUps.count > before.followUps.count {
            try withdraw(.followUpDue, about: file.id, in: agency)
        }
        if !file.isOpen && before?.isOpen == true { try withdrawNotices(about: file.id, in: agency) }
    }

    /// Asks each body that decides, but those who run the incident: they have its board before them.
    private func askForDecisions(_ file: IncidentFile, in agency: Agency, at now: Instant) throws {
        let leaders = agency.policy.incidents.ledBy?.value ?? []
        for meeting in agency.policy.meetings(after: file) {
            for body in meeting.decidedBy {
                for role in agency.policy.roles(of: body) where !leaders.contains(role) {
                    try raise(
                        NewNotice(
                            kind: .meetingDecision, to: .role(role), about: file.id, under: meeting.clausesOfDecision),
                        in: agency, at: now)
                }
            }
        }
    }

    private func withdraw(
        _ kind: NoticeKind, from account: String? = nil, about file: String, in agency: Agency
    ) throws {
        for notice in try notices(about: file, agency: agency.id) where notice.isOpen && notice.kind == kind {
            if let account, notice.to != .account(account) { continue }
            try withdraw(notice: notice.id, in: agency)
        }
    }
}

extension IncidentFile {
    /// Whoever is asked to the scene and was not before.
    fileprivate func newlyAsked(after before: IncidentFile?) -> [String] {
        let known = Set(before?.scene?.asked.map(\.account) ?? [])
        return (scene?.asked.map(\.account) ?? []).filter { !known.contains($0) }
    }

    /// Whoever has answered by now, or whom nobody waits for any more.
    fileprivate func noLongerAsked(after before: IncidentFile?) -> [String] {
        (before?.scene?.asked ?? []).filter { $0.answer == nil && scene?.asked($0.account)?.answer != nil }
            .map(\.account)
            + (scene == nil ? (before?.scene?.asked ?? []).filter { $0.answer == nil }.map(\.account) : [])
    }

    /// Whoever is confirmed to hold a meeting, or has to come to one of the team, and was not before.
    fileprivate func newlySeated(after before: IncidentFile?, under policy: PolicyPack) -> [(String, MeetingRule)] {
        sessions.filter(\.isAhead).flatMap { session -> [(String, MeetingRule)] in
            guard let meeting = policy.meeting(session.meeting) else { return [] }
            let earlier = before?.session(session.id)
            let isConfirmed = session.confirmedAt != nil && session.confirmedAt != earlier?.confirmedAt
            let seated = isConfirmed ? session.team.map(\.account) : []
            let called = session.attending.keys.filter { earlier?.attending[$0] == nil }
            return (seated + called.sorted()).map { ($0, meeting) }
        }
    }

    fileprivate func isDecided(_ meeting: MeetingRule) -> Bool {
        switch decision(on: meeting) {
        case .needed, .notNeeded: true
        case .notAsked, .open, .apart: false
        }
    }
}

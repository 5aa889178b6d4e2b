/// Time at work for the programme that the system knows of already: at a scene, holding a meeting, at a service. It is offered to be
/// written down as duty time, and never written by itself: whether it was on duty only the member can say.
package struct WorkForTheTeam: Sendable, Equatable {
    package let activity: DutyActivity
    package let time: DutyStretch

    package init(_ activity: DutyActivity, from start: Instant, until end: Instant) {
        self.activity = activity
        time = DutyStretch(start, until: end)
    }
}

extension IncidentFile {
    /// What a member of the team did about it, as far as it is over: at a scene from their arrival until they left, and the meetings they
    /// held.
    package func work(of account: String) -> [WorkForTheTeam] {
        let scenes = scenes.compactMap { $0.asked(account) }.compactMap { asked in
            asked.arrivedAt.flatMap { arrived in
                asked.leftAt.map { WorkForTheTeam(.sceneResponse, from: arrived, until: $0) }
            }
        }
        let meetings = sessions.filter { $0.team.contains { $0.account == account } }.compactMap(\.held)
        return scenes
            + meetings.map { held in
                WorkForTheTeam(
                    .debriefing, from: held.startedAt, until: held.startedAt.adding(seconds: Int64(held.minutes) * 60))
            }
    }
}

extension ServiceAssignment {
    /// What a member did there once it is done: as long as they wrote down, from its beginning. Nothing where they wrote nothing.
    package func work(of account: String) -> WorkForTheTeam? {
        guard status == .done, let own = own(account), own.isConfirmed, let minutes = own.minutes else { return nil }
        return WorkForTheTeam(.service, from: plan.from, until: plan.from.adding(seconds: Int64(minutes) * 60))
    }
}

extension DutyTimeRules {
    /// What of it a member may write down now and has not: of an activity that the policy has, in a month that is open, where no entry of
    /// theirs is already. The earliest first.
    package func unwritten(
        _ work: [WorkForTheTeam], besides own: [DutyEntry], on calendar: AgencyCalendar, at now: Instant
    ) -> [WorkForTheTeam] {
        guard isKept, let today = calendar.day(at: now) else { return [] }
        let months = Self.openMonths(on: today)
        return work.filter { work in
            kindsOfActivity.contains(work.activity) && (1...Self.longestMinutes).contains(work.time.minutes)
                && work.time.end <= now
                && calendar.day(at: work.time.start).map { months.contains($0.month) } ?? false
                && !own.contains { $0.time.overlaps(work.time) }
        }.sorted { $0.time.start < $1.time.start }
    }
}

/// When a notice that nobody has acknowledged is announced again. Each announcement after the first is urgent.
package struct Announcing: Sendable, Equatable {
    /// Minutes between two announcements.
    package let everyMinutes: Int

    /// Whatever a row or a pack says, it is at least a minute and ends within a month.
    package init(everyMinutes: Int) { self.everyMinutes = Minutes(nearest: everyMinutes).number }

    /// When it is announced next. After a time in which no server ran it is announced once, not once for each time missed.
    package func next(after now: Instant) -> Instant { now.adding(seconds: Int64(everyMinutes) * 60) }

    /// An announcement's urgency, counted from 0.
    package static func isUrgent(_ announcement: Int, notice isUrgent: Bool) -> Bool { isUrgent || announcement > 0 }
}

extension EscalationRules {
    /// The pack's pace: the shortest time it waits for anybody to answer a page.
    package var pace: Announcing { Announcing(everyMinutes: steps.map(\.waitMinutes.number).min() ?? 15) }
}

extension PolicyPack {
    /// How a new notice is announced again; nothing where it is announced once.
    package func announcing(of notice: NewNotice) -> Announcing? {
        guard notice.repeats else { return nil }
        return notice.everyMinutes.map { Announcing(everyMinutes: $0) } ?? escalation.pace
    }

    /// Until when a new notice is to be answered. What someone writes whom supporters answer in good time is due in the
    /// pack's time (SAC-II.D.3.f).
    ///
    /// - Parameter raiser: the roles that whoever raised it holds that day.
    package func due(of notice: NewNotice, raisedBy raiser: Set<RoleID>, at now: Instant) -> Instant? {
        if let due = notice.due { return due }
        guard let rule = availability.acknowledgement, !raiser.isDisjoint(with: rule.noticesOf) else { return nil }
        return now.adding(seconds: Int64(rule.withinHours.number) * 3600)
    }
}

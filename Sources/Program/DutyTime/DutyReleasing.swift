extension PolicyPack {
    /// Whether a member's own supervisor is asked to release them.
    package var asksSupervisorsForRelease: Bool { dutyTime.isKept && dutyTime.release != nil }
}

/// When a member is to be released from their regular duty. It says no more: for whom and why is asked nowhere.
package struct DutyRelease: Sendable, Equatable {
    package let day: Day
    /// Minutes of the day on the agency's clocks.
    package let from: Int
    package let until: Int

    package init(day: Day, from: Int, until: Int) {
        self.day = day
        self.from = from
        self.until = until
    }

    /// Until when ahead a release is asked for. Ours.
    package static let daysAhead = 31

    /// Everything that is wrong with it; nothing where it can be asked for.
    package func refusal(under rule: ReleaseRule, on calendar: AgencyCalendar, at now: Instant) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if until <= from {
            problems.append(.init(field: "until", message: "Until: a later time of that day.", basis: rule.basis))
        }
        let today = calendar.day(at: now) ?? day
        if day < today || day > today.adding(days: Self.daysAhead) ?? today {
            problems.append(
                .init(
                    field: "day", message: "Day: today, or within \(Self.daysAhead) days.", basis: rule.basis))
        } else if calendar.instant(of: ClockMinute(day, minute: until)) <= now {
            problems.append(.init(field: "until", message: "Until: a time to come.", basis: rule.basis))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}

/// What keeps somebody from changing a list, if anything. A list only looks forward: what is over cannot be changed.
extension RosterList {
    package static let mostMembers = 26
    package static let mostShifts = 14
    package static let mostShadows = 6
    /// The longest turn, in weeks.
    package static let mostWeeks = 26
    /// The longest override, offer or leave, in days.
    package static let mostDays = 366

    /// - Parameter staff: every account of the agency; a shadow need not hold the role yet.
    package func mayKeep(_ rotation: Rotation, staff: Set<String>, on today: Day) -> Refusal? {
        var problems: [Refusal.Problem] = []
        func wrong(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message))
        }
        if let why = rotation.name.whyNoName { wrong("name", "Name: \(why)") }
        if !(1...RosterList.mostMembers).contains(rotation.members.count) {
            wrong("members", "Members: one to \(RosterList.mostMembers).")
        }
        if Set(rotation.members).count < rotation.members.count { wrong("members", "Members: each only once.") }
        if !rotation.members.allSatisfy({ willHold($0, from: today) }) {
            wrong("members", "Members: only those who hold the role of this list.")
        }
        if !rotation.members.allSatisfy(hasJoined) { problems += notJoined("members").problems }
        if rotation.shadows.count > RosterList.mostShadows || !staff.isSuperset(of: rotation.shadows) {
            wrong("shadows", "Looking on: at most \(RosterList.mostShadows), each with an account here.")
        }
        if Set(rotation.shadows).count < rotation.shadows.count { wrong("shadows", "Looking on: each only once.") }
        if !Set(rotation.shadows).isDisjoint(with: rotation.members) {
            wrong("shadows", "Looking on: nobody who has a turn of the same rotation.")
        }
        if !(1...RosterList.mostWeeks).contains(rotation.weeks) {
            wrong("weeks", "Weeks: 1 to \(RosterList.mostWeeks).")
        }
        if !(0..<ClockMinute.perDay).contains(rotation.handOver) {
            wrong("handOver", "Handed over at: a time such as 08:00.")
        }
        if let until = rotation.until, until <= rotation.startsOn {
            wrong("until", "Until: a day after the first.")
        }
        if rotation.shifts.count > RosterList.mostShifts {
            wrong("shifts", "Shifts: at most \(RosterList.mostShifts).")
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    package func mayKeep(_ override: RosterOverride, at now: Instant) -> Refusal? {
        if let refusal = mayPlan(override.stretch, at: now) { return refusal }
        if !willHold(override.account, throughout: override.stretch) {
            return Refusal("On call: only somebody who holds the role of this list then.", field: "account")
        }
        if !hasJoined(override.account) { return notJoined("account") }
        if override.instead == override.account {
            return Refusal("Instead of: somebody else, or nobody.", field: "instead")
        }
        if let instead = override.instead, holders[instead] == nil {
            return Refusal("Instead of: somebody who holds the role of this list.", field: "instead")
        }
        return nil
    }

    private func notJoined(_ field: String) -> Refusal {
        Refusal(
            "Joining is voluntary here: only those who opened hours of their own.", field: field,
            basis: membership?.basis)
    }

    /// What keeps that time from being planned, if anything.
    func mayPlan(_ stretch: Stretch, at now: Instant) -> Refusal? {
        if stretch.until <= now { return Refusal("Until: a time to come.", field: "until") }
        if stretch.until > stretch.from.adding(seconds: Int64(RosterList.mostDays) * 86_400) {
            return Refusal("Until: at most \(RosterList.mostDays) days after the beginning.", field: "until")
        }
        if stretch.from > now.adding(seconds: 2 * Int64(RosterList.mostDays) * 86_400) {
            return Refusal("From: within the next two years.", field: "from")
        }
        return nil
    }

    /// Whether the account holds the role that day or will.
    private func willHold(_ account: String, from today: Day) -> Bool {
        holders[account]?.contains { $0.until.map { today < $0 } ?? true } ?? false
    }

    /// Whether the account holds the role on every day of that time.
    func willHold(_ account: String, throughout stretch: Stretch) -> Bool {
        guard let first = calendar.day(at: stretch.from),
            let last = calendar.day(at: Instant(milliseconds: stretch.until.milliseconds - 1))
        else { return false }
        // At most as many days as one stretch may have.
        return (0...(last.daysSince1970 - first.daysSince1970)).allSatisfy { later in
            first.adding(days: Int(later)).map { holds(account, on: $0) } ?? false
        }
    }
}

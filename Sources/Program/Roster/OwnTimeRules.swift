// What members say about their own time. Nothing of it is a duty, and nothing of it is ever counted or paid.

extension Leave {
    /// How many leaves to come a member may have at once.
    package static let most = 14

    /// What is wrong with it, if anything.
    ///
    /// - Parameter present: the leaves that last to today or later, of everybody.
    package func mayBeTaken(beside present: [Leave] = [], on today: Day) -> Refusal? {
        if lastDay < firstDay { return Refusal("Last day: not before the first.", field: "lastDay") }
        if lastDay < today { return Refusal("Last day: today or later.", field: "lastDay") }
        let days = lastDay.daysSince1970 - firstDay.daysSince1970
        guard days <= Int64(RosterList.mostDays) else {
            return Refusal("Last day: at most \(RosterList.mostDays) days after the first.", field: "lastDay")
        }
        guard present.count(where: { $0.account == account }) < Self.most else {
            return Refusal("At most \(Self.most) at a time.", field: "firstDay")
        }
        return nil
    }
}

extension OwnHours {
    /// How many of them a member may have at once.
    package static let most = 14

    /// What keeps them from being opened, if anything.
    ///
    /// - Parameter present: those that are open, of everybody.
    package func mayBeOpened(beside present: [OwnHours]) -> Refusal? {
        guard present.count(where: { $0.account == account }) < Self.most else {
            return Refusal("At most \(Self.most) at a time.", field: "weekdays")
        }
        return nil
    }
}

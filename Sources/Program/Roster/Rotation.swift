/// Members of a list who are on call one after the other, handed over every few weeks at the same weekday and time.
package struct Rotation: Sendable, Equatable {
    package let id: String
    /// As the list shows it, such as `Nights`.
    package let name: String
    /// Accounts in the order of their turns; at least one.
    package let members: [String]
    /// Accounts that see it as if they were on call, to learn it, and are never paged.
    package let shadows: [String]
    /// The day of the first hand-over, from which it runs.
    package let startsOn: Day
    /// The day of the hand-over after which it no longer runs; open where none is set.
    package let until: Day?
    /// The minute of the day at which one hands over to the next.
    package let handOver: Int
    /// How many weeks a turn lasts.
    package let weeks: Int
    /// The hours in which whoever has the turn is on call; all the time where there are none.
    package let shifts: [WeeklyHours]

    package init(
        id: String, name: String, members: [String], shadows: [String] = [], startsOn: Day, until: Day? = nil,
        handOver: Int, weeks: Int, shifts: [WeeklyHours] = []
    ) {
        self.id = id
        self.name = name
        self.members = members
        self.shadows = shadows
        self.startsOn = startsOn
        self.until = until
        self.handOver = handOver
        self.weeks = weeks
        self.shifts = shifts
    }

    /// Whoever is on call by it at that minute, before swaps and overrides; nobody outside its shifts.
    func member(at clock: ClockMinute) -> String? {
        guard isRunning(at: clock), weeks > 0, !members.isEmpty else { return nil }
        let turns = (clock.count - beginning.count) / Int64(turnLength)
        return members[Int(turns % Int64(members.count))]
    }

    /// Whether it has somebody on call at that minute.
    func isRunning(at clock: ClockMinute) -> Bool {
        beginning <= clock && end.map { clock < $0 } ?? true
            && (shifts.isEmpty || shifts.contains { $0.contains(clock) })
    }

    /// The minutes within the days at which somebody may begin or end being on call by it.
    func edges(onDays days: ClosedRange<Int64>) -> [ClockMinute] {
        [beginning] + (end.map { [$0] } ?? []) + handOvers(onDays: days)
            + shifts.flatMap { $0.edges(onDays: days) }
    }

    private var beginning: ClockMinute { ClockMinute(startsOn, minute: handOver) }
    private var end: ClockMinute? { until.map { ClockMinute($0, minute: handOver) } }
    private var turnLength: Int { weeks * ClockMinute.perWeek }

    private func handOvers(onDays days: ClosedRange<Int64>) -> [ClockMinute] {
        let step = Int64(weeks * 7)
        guard step > 0 else { return [] }
        let first = startsOn.daysSince1970
        let skipped = max(0, (days.lowerBound - first) / step)
        return stride(from: first + skipped * step, through: days.upperBound, by: Int64.Stride(step)).map {
            ClockMinute(count: $0 * Int64(ClockMinute.perDay)).adding(minutes: handOver)
        }
    }
}

/// Who of the team can be called at which hour, by division and shift: the least of each hour over the coming week, so that a day with
/// nobody is not hidden behind six with somebody.
package struct CoverageGrid: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package let division: String
        package let shift: String
        package let members: Int
        /// For each hour of the day, the fewest of them who can be called then.
        package let least: [Int]
    }

    package let rows: [Row]
    /// The fewest of the whole team, for each hour of the day.
    package let team: [Int]

    /// How many days are looked ahead.
    package static let days = 7

    /// - Parameters:
    ///   - list: the team's call-out list; whoever is on call or has opened hours of their own can be called.
    ///   - now: the grid begins at the full hour that comes.
    package init(_ list: RosterList, members: [TeamMember], headcount: Headcount, from now: Instant) {
        let places = Dictionary(
            members.compactMap { member in member.place.map { (member.account, [$0.division, $0.shift]) } },
            uniquingKeysWith: { first, _ in first })
        let groups = Set(headcount.people.keys.map { [$0.division, $0.shift] }).union(places.values)
            .sorted { $0.lexicographicallyPrecedes($1) }
        var least: [[String]: [Int?]] = Dictionary(
            uniqueKeysWithValues: groups.map { ($0, [Int?](repeating: nil, count: 24)) })
        var team = [Int?](repeating: nil, count: 24)
        let first = Int64(3600) - (now.milliseconds / 1000) % 3600
        for hour in 0..<Int64(Self.days * 24) {
            let instant = now.adding(seconds: first + hour * 3600)
            let there = Set(list.onCall(at: instant) + list.opened(at: instant))
            let clock = list.calendar.clock(at: instant).minuteOfDay / 60
            team[clock] = min(team[clock] ?? .max, there.count)
            let present = there.compactMap { places[$0] }
            for group in groups {
                let count = present.count { $0 == group }
                let before = (least[group]?[clock] ?? nil) ?? .max
                least[group]?[clock] = min(before, count)
            }
        }
        rows = groups.map { group in
            Row(
                division: group[0], shift: group[1], members: places.values.count { $0 == group },
                least: (least[group] ?? []).map { $0 ?? 0 })
        }
        self.team = team.map { $0 ?? 0 }
    }

    /// What is missing, in words: first hours of the whole team, then divisions without a member, then shifts without one.
    package var gaps: [String] {
        let hours = Self.emptyHours(of: team).map { "Nobody of the team can be called \($0)." }
        let byDivision = Dictionary(grouping: rows, by: \.division)
        let empty = byDivision.filter { $0.value.allSatisfy { $0.members == 0 } }.keys.sorted()
        let shifts = rows.filter { $0.members == 0 && !empty.contains($0.division) }
        let uncovered = byDivision.filter { !empty.contains($0.key) }.sorted { $0.key < $1.key }.flatMap {
            division, rows in
            let together = (0..<24).map { hour in rows.reduce(0) { $0 + $1.least[hour] } }
            return Self.emptyHours(of: together).map { "\(division): none of its own members can be called \($0)." }
        }
        return hours + empty.map { "\($0): no member." }
            + shifts.map { "\($0.division), \($0.shift): no member of this shift." } + uncovered
    }

    /// The hours with nobody, joined: `from 00:00 to 06:00`, `at any hour`.
    package static func emptyHours(of least: [Int]) -> [String] {
        if least.allSatisfy({ $0 == 0 }) { return ["at any hour"] }
        var found: [String] = []
        var begun: Int?
        for hour in 0...24 {
            let isEmpty = hour < 24 && least[hour] == 0
            if isEmpty, begun == nil { begun = hour }
            if !isEmpty, let from = begun {
                found.append(
                    "from \(ClockMinute.time(from * 60)) to \(hour == 24 ? "24:00" : ClockMinute.time(hour * 60))")
                begun = nil
            }
        }
        return found
    }
}

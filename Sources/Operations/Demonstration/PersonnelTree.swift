import Program

/// The posts of an invented agency before anybody holds them: who sits where, and under whom.
struct PersonnelTree {
    /// How high a post stands, which also says how long its holder has usually been there.
    enum Level {
        case line, supervisor, manager, head, chief
    }

    struct Seat {
        let level: Level
        /// Nothing for line seats, whose post is drawn from the crew.
        let post: PersonnelShape.Post?
        let crew: PersonnelShape.Crew?
        let unit: String
        let division: PersonnelShape.Division?
        let shift: String
        let investigates: Bool
        /// The place of the supervisor's seat in ``posts``, always an earlier one.
        var superior: Int?
    }

    private(set) var posts: [Seat] = []

    /// As many seats as `size` says, as long as that is enough for every head.
    init(_ shape: PersonnelShape, size: Int) {
        let chief = add(shape.chief, .chief, in: shape.office, under: nil)
        let divisions = shape.branches.flatMap(\.divisions)
        let people = Self.parts(of: size - 1 - shape.branches.count, by: divisions.map(\.share), atLeast: 1)
        var sizes = people.makeIterator()
        for branch in shape.branches {
            let executive = add(branch.executive, .head, in: shape.office, under: chief)
            for division in branch.divisions {
                fill(division, with: sizes.next() ?? 0, under: executive)
            }
        }
    }

    /// The most people anybody supervises.
    static let widestSpan = 12

    private mutating func fill(_ division: PersonnelShape.Division, with people: Int, under executive: Int) {
        let head = add(division.head, .head, in: division.name, division, under: executive)
        let direct = Self.teams(in: division, people: people - 1).count
        let managers = direct > Self.widestSpan ? Self.quotient(direct, by: 8) : 0
        let teams = Self.teams(in: division, people: people - 1 - managers)
        let bosses =
            managers == 0
            ? [head]
            : (0..<managers).map { _ in add(division.manager, .manager, in: division.name, division, under: head) }
        for (index, team) in teams.enumerated() {
            fill(team, of: division, under: bosses[index * bosses.count / teams.count])
        }
    }

    private mutating func fill(_ team: Team, of division: PersonnelShape.Division, under boss: Int) {
        var superior = boss
        var line = team.size
        if team.size >= Team.smallestWithSupervisor {
            superior = add(
                team.unit.crew.supervisor, .supervisor, in: team.unit.name, division, team.shifts[0],
                investigates: team.unit.investigates, under: boss)
            line -= 1
        }
        for place in 0..<line {
            posts.append(
                Seat(
                    level: .line, post: nil, crew: team.unit.crew, unit: team.unit.name, division: division,
                    shift: team.shifts[place % team.shifts.count], investigates: team.unit.investigates,
                    superior: superior))
        }
    }

    private struct Team {
        static let smallestWithSupervisor = 4
        /// A supervisor and six others.
        static let usualLeast = 7
        /// A supervisor and at most ``PersonnelTree/widestSpan`` others.
        static let largest = widestSpan + 1

        let unit: PersonnelShape.Unit
        let size: Int
        /// Its people take them in turn.
        let shifts: [String]
    }

    private static func teams(in division: PersonnelShape.Division, people: Int) -> [Team] {
        zip(division.units, parts(of: people, by: division.units.map(\.share), atLeast: 0)).flatMap { unit, people in
            let sizes = teamSizes(of: people, shifts: unit.shifts.count)
            return sizes.enumerated().map { index, size in
                let shift = unit.shifts[index % unit.shifts.count]
                // Too few teams for every shift to have one: then each team works all of them.
                return Team(unit: unit, size: size, shifts: sizes.count < unit.shifts.count ? unit.shifts : [shift])
            }
        }
    }

    private static func teamSizes(of people: Int, shifts: Int) -> [Int] {
        // A team too small for a supervisor counts as what it is: people who report to the head themselves.
        if people < Team.smallestWithSupervisor { return Array(repeating: 1, count: people) }
        let count = max(quotient(people, by: Team.largest), min(shifts, people / Team.usualLeast))
        return parts(of: people, by: Array(repeating: 1, count: count), atLeast: 0)
    }

    private mutating func add(
        _ post: PersonnelShape.Post, _ level: Level, in unit: String, _ division: PersonnelShape.Division? = nil,
        _ shift: String = "Days", investigates: Bool = false, under superior: Int?
    ) -> Int {
        posts.append(
            Seat(
                level: level, post: post, crew: nil, unit: unit, division: division, shift: shift,
                investigates: investigates, superior: superior))
        return posts.count - 1
    }

    /// Parts the whole by shares to the last one: what rounding leaves goes to the largest remainders.
    private static func parts(of whole: Int, by shares: [Int], atLeast least: Int) -> [Int] {
        let total = shares.reduce(0, +)
        let rest = whole - least * shares.count
        guard total > 0, rest >= 0 else { return shares.map { _ in least } }
        var parts = shares.map { least + rest * $0 / total }
        let byRemainder = shares.indices.sorted {
            (rest * shares[$0] % total, $1) > (rest * shares[$1] % total, $0)
        }
        for index in byRemainder.prefix(whole - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }

    /// How many parts of at most that size.
    private static func quotient(_ whole: Int, by size: Int) -> Int { (whole + size - 1) / size }
}

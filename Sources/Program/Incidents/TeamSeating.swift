/// People in seats: nobody in two, and no seat with more than it has places. Whoever has been given a place keeps one, and a
/// place that is taken stays taken; only who sits where may change while others come.
struct TeamSeating {
    /// By seat, how many may sit there.
    let places: [Int]
    /// By seat, who sits there: positions in `mayTake`.
    private(set) var seated: [[Int]]

    init(places: [Int]) {
        self.places = places
        seated = places.map { _ in [] }
    }

    /// Starts from people who sit already, with other numbers of places, none smaller than what is taken.
    init(places: [Int], from earlier: TeamSeating) {
        self.places = places
        seated = earlier.seated
    }

    var people: Int { seated.reduce(0) { $0 + $1.count } }

    /// Finds a place for one more person, moving others from seat to seat where that helps; says whether there is one. Then and
    /// only then is there a seating of all of them.
    mutating func seat(_ person: Int, mayTake: [[Int]]) -> Bool {
        var tried = places.map { _ in false }
        return seat(person, mayTake, &tried)
    }

    private mutating func seat(_ person: Int, _ mayTake: [[Int]], _ tried: inout [Bool]) -> Bool {
        for place in mayTake[person] where !tried[place] {
            tried[place] = true
            if seated[place].count < places[place] {
                seated[place].append(person)
                return true
            }
            for (position, other) in seated[place].enumerated() where seat(other, mayTake, &tried) {
                seated[place][position] = person
                return true
            }
        }
        return false
    }

    /// Who of these sits with as many of the places taken as can be, the earlier seats' before the later ones'.
    static func filling(_ places: [Int], with people: [Int], mayTake: [[Int]]) -> TeamSeating {
        var seating = TeamSeating(places: places.map { _ in 0 })
        for (seat, wanted) in places.enumerated() {
            for _ in 0..<wanted {
                var next = seating.places
                next[seat] += 1
                var wider = TeamSeating(places: next, from: seating)
                var waiting = Set(people).subtracting(wider.seated.joined()).sorted()
                waiting.removeAll { mayTake[$0].isEmpty }
                // One place more takes one person more, or nobody.
                guard waiting.contains(where: { wider.seat($0, mayTake: mayTake) }) else { break }
                seating = wider
            }
        }
        return seating
    }
}

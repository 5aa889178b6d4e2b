/// Who supervises whom in a personnel file: a forest, each person below at most one other.
struct Supervision {
    /// What one line says about it.
    struct Place {
        let line: Int
        let number: String
        let supervisor: String?
        let isSupervisor: Bool
    }

    private var places: [Place] = []
    private var indices: [String: Int] = [:]

    /// Notes a second person with the same number and otherwise leaves them out.
    mutating func add(_ place: Place, noting problems: inout ProblemList) {
        if let first = indices[place.number] {
            problems.add(
                ImportProblem(line: place.line, column: .employeeNumber, .sameNumberAs(line: places[first].line)))
        } else {
            indices[place.number] = places.count
            places.append(place)
        }
    }

    /// Everything wrong with the places taken together.
    /// - Parameter everybodyRead: false where a line could not be read. Its number may be the very supervisor another
    ///   line names, so nobody is then called unknown.
    func check(everybodyRead: Bool, noting problems: inout ProblemList) {
        let superiors = places.map { superior(of: $0, everybodyRead: everybodyRead, noting: &problems) }
        for cycle in Self.cycles(superiors) {
            problems.add(
                ImportProblem(
                    line: places[cycle[0]].line, column: .supervisor,
                    .supervisorCycle(cycle.map { places[$0].number })))
        }
    }

    /// Nothing for somebody without a supervisor and where the supervisor named cannot be theirs.
    private func superior(of place: Place, everybodyRead: Bool, noting problems: inout ProblemList) -> Int? {
        guard let number = place.supervisor else { return nil }
        if number == place.number {
            problems.add(ImportProblem(line: place.line, column: .supervisor, .ownSupervisor))
            return nil
        }
        guard let superior = indices[number] else {
            if everybodyRead {
                problems.add(ImportProblem(line: place.line, column: .supervisor, .unknownSupervisor(number)))
            }
            return nil
        }
        if !places[superior].isSupervisor {
            problems.add(ImportProblem(line: place.line, column: .supervisor, .supervisorNotMarked(number)))
        }
        return superior
    }

    /// Every circle once, beginning with its lowest index; each index points to the next of the circle. Follows each
    /// chain upwards until it meets the top, a chain walked before, or itself.
    private static func cycles(_ superiors: [Int?]) -> [[Int]] {
        var cycles: [[Int]] = []
        var walk = [Int?](repeating: nil, count: superiors.count)
        for start in superiors.indices {
            var chain: [Int] = []
            var next: Int? = start
            while let index = next, walk[index] == nil {
                walk[index] = start
                chain.append(index)
                next = superiors[index]
            }
            guard let meeting = next, walk[meeting] == start, let first = chain.firstIndex(of: meeting) else {
                continue
            }
            let cycle = chain[first...]
            guard let lowest = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { continue }
            cycles.append(Array(cycle[lowest...] + cycle[..<lowest]))
        }
        return cycles
    }
}

import Program
import Testing

@Suite struct PeopleSupervisionTests {
    /// Draws who supervises whom at random and compares the circles told with those found by walking up from everybody.
    @Test(arguments: 0..<300) func circlesAreThoseThatWalkingUpFinds(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let count = 1 + dice.below(12)
        let superiors = (0..<count).map { person -> Int? in
            let other = dice.below(count + 1)
            return other == count || other == person ? nil : other
        }
        var sample = PeopleSample()
        let model = sample.lines[3]
        sample.lines.removeSubrange(1...)
        for (person, superior) in superiors.enumerated() {
            sample.lines.append(model)
            sample.set(.employeeNumber, "\(1000 + person)", line: person + 2)
            sample.set(.isSupervisor, "yes", line: person + 2)
            sample.set(.supervisor, superior.map { "\(1000 + $0)" } ?? "", line: person + 2)
        }

        let told = try sample.problems().map { problem -> [String] in
            guard case .supervisorCycle(let numbers) = problem.fault else { return [] }
            #expect(numbers.first == sample.lines[problem.line - 1][0])
            return numbers
        }
        #expect(Set(told) == circles(superiors))
        #expect(Set(told).count == told.count)
    }

    /// Each circle from its lowest member upwards, found by starting everywhere.
    private func circles(_ superiors: [Int?]) -> Set<[String]> {
        var circles: Set<[String]> = []
        for start in superiors.indices {
            var walk = [start]
            while let next = superiors[walk[walk.count - 1]], next != start, walk.count <= superiors.count {
                walk.append(next)
            }
            let isCircle = superiors[walk[walk.count - 1]] == start
            if isCircle, walk.min() == start { circles.insert(walk.map { "\(1000 + $0)" }) }
        }
        return circles
    }

    @Test func aChainOfTwentyThousandIsFollowed() throws {
        var sample = PeopleSample()
        let model = sample.lines[3]
        sample.lines.removeSubrange(1...)
        for person in 0..<20_000 {
            sample.lines.append(model)
            sample.set(.employeeNumber, "\(person)", line: person + 2)
            sample.set(.isSupervisor, "yes", line: person + 2)
            sample.set(.supervisor, "\((person + 1) % 20_000)", line: person + 2)
        }
        let problems = try sample.problems()
        #expect(problems.map(\.fault) == [.supervisorCycle((0..<20_000).map(String.init))])
        sample.set(.supervisor, "", line: 20_001)
        #expect(try sample.problems().isEmpty)
    }
}

/// Numbers that only need to differ from seed to seed.
private struct Dice {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = (state &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        state ^= state >> 29
        return Int(state % UInt64(limit))
    }
}

import Operations
import Program
import TestSupport
import Testing

@Suite struct ReleaseAuditTests {
    private let solver = GlpsolSolver()

    private func isProven(_ system: JointSystem) async throws -> Bool {
        var audit = ReleaseAudit(system)
        while let question = audit.question { audit.take(question.world(from: try await solver.solve(question.text))) }
        return audit.isProven
    }

    private static func month(_ number: Int) throws -> Month { try #require(Month(year: 2026, number: number)) }

    /// The audit says yes exactly where every small number really has its range, as somebody finds who tries every world there is.
    @Test func saysYesExactlyWhereEveryWorldTriedSaysSo() async throws {
        var random = SystemRandomNumberGenerator()
        var proven = 0
        for _ in 0..<12 {
            var year = TestYear(options: 2, told: Bool.random(using: &random) ? .month : nil, smallestCount: 3)
            for number in 1...2 {
                let sheets = (0..<2).map { _ in
                    [Int.random(in: 0...2, using: &random), Int.random(in: 0...2, using: &random)]
                }
                year.file(sheets, in: try Self.month(number))
                try year.publish(try Self.month(number))
            }
            let system = try year.draft(TestYear.release(.year), .year(of: try Self.month(1))).system
            let isProven = try await isProven(system)
            #expect(isProven == system.everySmallNumberHasItsRange(upTo: 18))
            if isProven { proven += 1 }
        }
        #expect(proven > 0)
    }

    /// The year by option beside months that were told by option would give December's few away.
    @Test func aDifferenceThatGivesAwayIsFound() async throws {
        var year = TestYear(options: 2, told: .month, smallestCount: 11)
        for number in 1...12 {
            let last = number == 12 ? [20, 2] : [20, 20]
            year.file(
                [number == 12 ? [20, 0] : [20, 20], number == 12 ? [20, 0] : [20, 20], last], in: try Self.month(number)
            )
            try year.publish(try Self.month(number))
        }
        let whole = ReleasePeriod.year(of: try Self.month(1))
        #expect(try await isProven(try year.draft(TestYear.release(.year), whole).system))
        let tables: [SummaryTable] = [
            .kinds(title: "Contacts", basis: .chosen("")),
            .answers(title: "Who", kind: "contact", question: "who", told: .carried, basis: .chosen("")),
        ]
        var leaking = TestYear(year.form, tables: tables, threshold: year.threshold)
        for (month, tally) in year.tallies { leaking.count(tally, in: month) }
        for publication in year.published { leaking.take(publication) }
        #expect(try await !isProven(try leaking.draft(TestYear.release(.year), whole).system))
    }

    /// Whatever a solver says that lies: nothing is proven by it.
    @Test func aSolverThatLiesProvesNothing() throws {
        var year = TestYear(options: 2, told: .month, smallestCount: 11)
        year.file([[9, 4], [9, 0], [9, 0]], in: try Self.month(1))
        let few = try year.draft(TestYear.summary, .month(try Self.month(1))).system
        let lies: [[Int]?] = [
            nil, [], few.truth, few.truth.map { $0 + 100 }, few.truth.map { _ in -5 }, few.truth.map { _ in Int.max },
        ]
        #expect(!few.cells.isEmpty)
        for lie in lies {
            var audit = ReleaseAudit(few)
            var asked = 0
            while audit.question != nil, asked < 1000 {
                audit.take(lie)
                asked += 1
            }
            #expect(!audit.isProven && asked < 1000)
        }
    }
}

extension JointSystem {
    /// Tries every world whose numbers are all that small.
    fileprivate func everySmallNumberHasItsRange(upTo most: Int) -> Bool {
        var seen = cells.map { $0.value(in: truth)...$0.value(in: truth) }
        forEveryWorld(upTo: most) { world in
            for (index, cell) in cells.enumerated() {
                let value = cell.value(in: world)
                seen[index] = min(seen[index].lowerBound, value)...max(seen[index].upperBound, value)
            }
        }
        return zip(seen, cells).allSatisfy { $0.upperBound - $0.lowerBound >= $1.width }
    }

    /// Of each month the numbers stand in the order of their names: its two options, and the entries, which are both together.
    private func forEveryWorld(upTo most: Int, _ body: ([Int]) -> Void) {
        var world = Array(repeating: 0, count: truth.count)
        let options = world.indices.filter { $0 % 3 != 2 }
        while true {
            for entries in stride(from: 2, to: world.count, by: 3) {
                world[entries] = world[entries - 1] + world[entries - 2]
            }
            if allows(world) { body(world) }
            guard let place = options.first(where: { world[$0] < most }) else { return }
            for before in options where before < place { world[before] = 0 }
            world[place] += 1
        }
    }
}

import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing

/// Where figures cannot be proven, none are published, and nothing else stops.
@Suite struct SolversAtFaultTests {
    /// One that answers whatever it is told to.
    private struct Liar: FiguresSolver {
        let answer: @Sendable (String) throws -> String
        var isInstalled: Bool { true }
        func solve(_ linearProgram: String) async throws -> String { try answer(linearProgram) }
    }

    private static let faulty: [any FiguresSolver] = [
        NoFiguresSolver(), GlpsolSolver(program: "/usr/bin/no-such-solver"),
        Liar { _ in throw SolverFault.overran }, Liar { _ in throw SolverFault.failed },
        Liar { _ in "" }, Liar { _ in "noise\nj 1 2\n" },
        // A world that is none: every number nought.
        Liar { question in
            let columns = question.split(separator: "\n").count { $0.hasPrefix("x") }
            return "s mip 1 \(columns) o 0\n" + (1...columns).map { "j \($0) 0\n" }.joined()
        },
    ]

    @Test(arguments: engines) func nothingIsPublished(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submitEach(12, of: figures.october)
        let before = try await figures.ground.database.everything()
        for solver in Self.faulty {
            let answer = try await figures.ground.programmes.proving(with: solver)
                .publishFigures("summary", figures.october, by: figures.coordinator)
            guard case .failure(let refusal)? = answer else {
                Issue.record("\(solver) had figures published")
                continue
            }
            #expect(refusal.problems.map(\.message).allSatisfy { $0.hasPrefix("Nothing was published: ") })
        }
        #expect(try await figures.ground.database.everything() == before)
        // Other acts go on, and with a solver it is published.
        #expect(try await figures.publish(figures.october) == nil)
    }

    /// Whoever prepares a release is told before that it cannot be proven here; watchers of the server see it, and nothing is unwell.
    @Test(arguments: engines) func whereItIsMissingItIsSaid(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submitEach(12, of: figures.october)
        let without = figures.ground.programmes.proving(with: NoFiguresSolver())
        let prepared = try await without.prepareFigures("summary", figures.october, by: figures.coordinator)
        #expect(prepared?.refusedFields == [nil])
        let health = await without.health()
        let with = await figures.ground.programmes.health()
        #expect(!health.provesFigures && with.provesFigures && health.unwell == with.unwell)
    }

    /// No figure is made of counts that may lack something: it is said which month's, other months' sheets are filed, and a supporter of
    /// that month keeps theirs until it is mended.
    @Test(arguments: engines) func damagedCountsAreNoNought(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submitEach(12, of: figures.october)
        let agency = figures.ground.agency.id
        let box = try #require(
            try await figures.ground.database.read { try $0.tallies(agency: agency, from: nil).first })
        let torn = TallyRow(month: box.month, sealed: [box.sealed[0] ^ 1] + box.sealed.dropFirst())
        try await figures.ground.database.write { try $0.setTallies([torn], agency: agency) }
        let answer = try await figures.ground.programmes.publishFigures(
            "summary", figures.october, by: figures.coordinator)
        guard case .failure(let refusal)? = answer else {
            Issue.record("figures of damaged counts")
            return
        }
        #expect(refusal.problems.map(\.message).allSatisfy { $0.contains("the counts of October 2026 are damaged") })
        try await figures.submit(3, of: figures.september, by: 3)
        await #expect(throws: CountsDamaged.self) { try await figures.submit(3, of: figures.october, by: 3) }
        try await figures.ground.database.write { try $0.setTallies([box], agency: agency) }
        _ = try await figures.ground.programmes.submitSheet(figures.october.lastMonth, by: figures.supporters[3]).get()
        #expect(try await figures.publish(figures.october) == ["period"])
        #expect(try await figures.publish(figures.september) == nil)
        #expect(try await figures.publish(figures.october) == nil)
        #expect(try await figures.published(figures.october)?.tables.first?.rows.first?.value == .count(42))
    }

    /// What comes in while figures are proven is in them.
    @Test(arguments: engines) func aSheetThatComesInMeanwhileIsCounted(_ engine: Engine) async throws {
        let figures = try await FiguresGround(engine)
        try await figures.submitEach(12, of: figures.october)
        let isIn = AsyncOnce { try await figures.submit(12, of: figures.october, by: 3) }
        #expect(try await figures.publish(figures.october, with: Slow(meanwhile: isIn)) == nil)
        #expect(try await figures.published(figures.october)?.sheets == 4)
    }

    /// Does something before its first answer.
    private struct Slow: FiguresSolver {
        let meanwhile: AsyncOnce
        private let solver = GlpsolSolver()
        var isInstalled: Bool { true }

        init(meanwhile: AsyncOnce) { self.meanwhile = meanwhile }

        func solve(_ linearProgram: String) async throws -> String {
            try await meanwhile.run()
            return try await solver.solve(linearProgram)
        }
    }
}

/// Something that is done once, however often it is asked for.
private actor AsyncOnce {
    private var body: (@Sendable () async throws -> Void)?

    init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }

    func run() async throws {
        let due = body
        body = nil
        try await due?()
    }
}

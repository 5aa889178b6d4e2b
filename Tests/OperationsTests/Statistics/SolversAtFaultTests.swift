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

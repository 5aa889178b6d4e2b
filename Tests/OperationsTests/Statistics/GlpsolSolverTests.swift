import Foundation
import Operations
import Program
import Testing

/// The solver that looks for worlds, as a program of its own.
@Suite(.serialized) final class GlpsolSolverTests {
    private let folder: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("solver-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Three whole numbers of sum 20, the first at least 1: the least of the first two.
    private static let question = """
        Minimize
         obj: x1 + x2
        Subject To
         c1: x1 + x2 + x3 = 20
        Bounds
         x1 >= 1
        General
         x1 x2 x3
        End

        """

    @Test func answersAQuestion() async throws {
        let answer = try await GlpsolSolver().solve(Self.question)
        #expect(answer.contains("s mip 1 3 o 1"))
        #expect(answer.contains("j 1 1\nj 2 0\nj 3 19\n"))
    }

    @Test func whatIsNoQuestionFails() async throws {
        await #expect(throws: SolverFault.failed) { try await GlpsolSolver().solve("nonsense") }
    }

    @Test func whereItIsMissingItSaysSo() async throws {
        let solver = GlpsolSolver(program: "/usr/bin/no-such-solver")
        #expect(!solver.isInstalled)
        await #expect(throws: SolverFault.notInstalled) { try await solver.solve(Self.question) }
    }

    @Test func oneThatHangsIsEnded() async throws {
        let solver = GlpsolSolver(program: try script("exec sleep 600"), seconds: 0)
        await #expect(throws: SolverFault.overran) { try await solver.solve(Self.question) }
    }

    @Test func oneThatCrashesFails() async throws {
        let solver = GlpsolSolver(program: try script("kill -SEGV $$"))
        await #expect(throws: SolverFault.failed) { try await solver.solve(Self.question) }
    }

    @Test func oneThatWritesWithoutEndFails() async throws {
        let solver = GlpsolSolver(program: try script("exec cat /dev/zero >&2"))
        await #expect(throws: SolverFault.failed) { try await solver.solve(Self.question) }
    }

    /// Whoever waits behind another, or for an answer, may go away; the next one is served.
    @Test func whoeverGivesUpIsInNobodysWay() async throws {
        let solver = GlpsolSolver(
            program: try script(
                "read line; if [ $line = hang ]; then touch \(folder)/hangs; exec sleep 600; fi; echo $line >&2"))
        let first = Task { try await solver.solve("hang\n") }
        while !FileManager.default.fileExists(atPath: "\(folder)/hangs") { try await Task.sleep(for: .milliseconds(5)) }
        let second = Task { try await solver.solve("never\n") }
        let third = Task { try await solver.solve("answered\n") }
        second.cancel()
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(try await third.value == "answered\n")
    }

    @Test func manyAreServedOneByOne() async throws {
        // Fails where another is there at the same time.
        let solver = GlpsolSolver(
            program: try script("set -e; mkdir \(folder)/one; sleep 0.02; rmdir \(folder)/one; env >&2"))
        let answers = try await withThrowingTaskGroup(of: String.self) { all in
            for _ in 0..<12 { all.addTask { try await solver.solve(Self.question) } }
            return try await all.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 12)
        // Nothing of the server's environment is given; what is there the shell made.
        #expect(answers.allSatisfy { !$0.contains("HOME=") && $0.contains("PWD=") })
    }

    private func script(_ words: String) throws -> String {
        let path = "\(folder)/\(UUID().uuidString)"
        try "#!/bin/sh\n\(words)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }
}

import Foundation
import Program
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Debian's `glpsol` (`glpk-utils`), run as a program of its own for each question.
///
/// Which counts are asked about tells which are small. So question and answer are in memory alone, without a name; the program gets an
/// empty environment, and limits of memory and time. One runs at a time: whoever asks meanwhile waits for its turn, and holds no thread.
package final class GlpsolSolver: FiguresSolver {
    private let program: String
    private let seconds: Int
    private let turns = Turns()

    /// What prlimit(1) ends with where it cannot start the program.
    private static let notStarted: Int32 = 126

    /// - Parameters:
    ///   - program: where it is installed.
    ///   - seconds: how long it may think about one question. It is ended two seconds later.
    package init(program: String = "/usr/bin/glpsol", seconds: Int = 20) {
        self.program = program
        self.seconds = seconds
    }

    package var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    package func solve(_ linearProgram: String) async throws -> String {
        try await turns.run { try await answer(to: linearProgram) }
    }

    private func answer(to question: String) async throws -> String {
        guard isInstalled else { throw SolverFault.notInstalled }
        let (input, output) = (try Self.memory(), try Self.memory())
        try input.write(contentsOf: Data(question.utf8))
        try input.seek(toOffset: 0)
        let status = try await inTime { [self] in try await run(from: input, to: output) }
        guard status != Self.notStarted, status != Self.notStarted + 1 else { throw SolverFault.notInstalled }
        guard status == 0 else { throw SolverFault.failed }
        try output.seek(toOffset: 0)
        guard let answer = String(bytes: try output.readToEnd() ?? Data(), encoding: .utf8) else {
            throw SolverFault.failed
        }
        return answer
    }

    /// It is asked to stop by itself first, and then gives the best that it has.
    private func inTime(_ run: @escaping @Sendable () async throws -> Int32) async throws -> Int32 {
        try await withThrowingTaskGroup(of: Int32.self) { first in
            first.addTask(operation: run)
            first.addTask { [seconds] in
                try await Task.sleep(for: .seconds(seconds + 2))
                throw SolverFault.overran
            }
            defer { first.cancelAll() }
            guard let status = try await first.next() else { throw SolverFault.failed }
            return status
        }
    }

    /// Waits for the program without holding a thread, and ends it when the task is cancelled. Gives its status.
    private func run(from input: FileHandle, to output: FileHandle) async throws -> Int32 {
        let life = Life()
        let limits = ["--as=1073741824", "--cpu=\(seconds + 2)", "--fsize=16777216", "--core=0"]
        // It knows these three names by themselves: no file is opened. What it says about its work goes to no one.
        // Nobody needs the best of all worlds: one that is as good but for a fiftieth is taken, and of small numbers that is the best.
        let arguments = [
            "--lp", "/dev/stdin", "--write", "/dev/stderr", "--mipgap", "0.02", "--tmlim", "\(seconds)",
        ]
        let status = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Int32, any Error>) in
                let process = Process()
                process.executableURL = URL(filePath: "/usr/bin/prlimit")
                process.arguments = limits + [program] + arguments
                process.environment = [:]
                process.standardInput = input
                process.standardOutput = FileHandle.nullDevice
                process.standardError = output
                process.terminationHandler = { process in
                    life.over()
                    let isOwnEnd = process.terminationReason == .exit
                    ended.resume(returning: isOwnEnd ? process.terminationStatus : 1)
                }
                do {
                    try process.run()
                    life.began(process.processIdentifier)
                } catch { ended.resume(throwing: SolverFault.notInstalled) }
            }
        } onCancel: {
            life.end()
        }
        try Task.checkCancellation()
        return status
    }

    /// A file that is in memory alone and has no name.
    private static func memory() throws -> FileHandle {
        let name = "/peersupport-\(UUID().uuidString)"
        let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw SolverFault.failed }
        shm_unlink(name)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}

/// The running program, to be ended from elsewhere with whatever it began: not before it is there, and not when its number may be
/// another's. Each has a group of its own.
private final class Life: Sendable {
    private enum State {
        case beginning
        case running(pid_t)
        case toEnd
        case over
    }

    private let state = Mutex(State.beginning)

    func began(_ process: pid_t) {
        state.withLock { state in
            switch state {
            case .beginning: state = .running(process)
            case .toEnd: kill(-process, SIGKILL)
            case .running, .over: break
            }
        }
    }

    func end() {
        state.withLock { state in
            switch state {
            case .beginning: state = .toEnd
            case .running(let process): kill(-process, SIGKILL)
            case .toEnd, .over: break
            }
        }
    }

    func over() { state.withLock { $0 = .over } }
}

import ArgumentParser
import Foundation
import Program
import Web

/// Writes a line to standard error, where it does not mix with what a script reads.
func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
}

/// Writes a line to standard output at once, for a command that goes on running.
func show(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

/// Writes JSON for scripts.
func printJSON(_ value: JSON) {
    print(String(decoding: value.bytes, as: UTF8.self))
}

/// Progress of long work: on a terminal one line that is written over, elsewhere silence.
struct ProgressLine {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    let label: String

    func show(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        FileHandle.standardError.write(Data("\r\(label): \(done * 100 / total) %".utf8))
        if done >= total { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}

extension Refusal {
    /// Every problem on standard error, and the exit code of a refusal.
    func exit() -> ExitCode {
        for problem in problems { say("\(problem.field.map { "\($0): " } ?? "")\(problem.message)") }
        return ExitCode(1)
    }
}

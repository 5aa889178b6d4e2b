import Dispatch
import Foundation
import Synchronization

/// One of PostgreSQL's own programs, as Debian's `postgresql-client` installs it.
struct PostgreSQLProgram {
    private let name: String
    private let settings: PostgreSQLSettings

    init(_ name: String, at settings: PostgreSQLSettings) {
        self.name = name
        self.settings = settings
    }

    /// Runs it to its end, blocking the thread.
    ///
    /// - Parameter line: gets each line of what it tells meanwhile.
    /// - Throws: `StoreFault` with the last words of its complaint, which never have a password in them.
    func run(_ arguments: [String], line: (Substring) -> Void = { _ in }) throws {
        guard let path = Self.path(of: name) else {
            throw StoreFault.unavailable("\(name) is not installed: apt install postgresql-client")
        }
        let (process, told, ended) = (Process(), Pipe(), DispatchSemaphore(value: 0))
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = told
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { throw StoreFault.unavailable("\(path) cannot be run") }
        let lines = listen(to: told.fileHandleForReading, line)
        ended.wait()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let complaint = lines.filter { $0.contains("error") || $0.contains("fatal") }
            throw StoreFault.other((complaint.isEmpty ? lines.suffix(2) : complaint).joined(separator: "; "))
        }
    }

    /// The last lines it told, for a complaint.
    private func listen(to told: FileHandle, _ line: (Substring) -> Void) -> [String] {
        var (rest, last): (Data, [String]) = (Data(), [])
        while case let part = told.availableData, !part.isEmpty {
            rest.append(part)
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let words = String(decoding: rest[..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                line(Substring(words))
                last = last.suffix(9) + [words]
            }
        }
        return last + [String(decoding: rest, as: UTF8.self)].filter { !$0.isEmpty }
    }

    /// Of our own environment only what those programs read; it may hold secrets of gateways.
    private var environment: [String: String] {
        let ours = ProcessInfo.processInfo.environment.filter { name, _ in
            name.hasPrefix("PG") || ["HOME", "PATH", "TMPDIR"].contains(name)
        }
        return ours.merging(settings.environment) { _, named in named }.merging(["LC_ALL": "C"]) { _, plain in plain }
    }

    private static func path(of name: String) -> String? {
        ["/usr/bin", "/usr/local/bin", "/usr/local/pgsql/bin"].map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

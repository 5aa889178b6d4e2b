import Foundation
import Program

/// The solver that publications are proven with, run as a program, as often as it takes: so without what Foundation's processes cost.
struct Glpsol {
    private let place: URL

    init() throws {
        place = FileManager.default.temporaryDirectory.appending(path: "peersupport-trial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    }

    func remove() { try? FileManager.default.removeItem(at: place) }

    /// A world that answers the question; nothing where it found none in twenty seconds.
    func world(for question: LinearQuestion) throws -> [Int]? {
        try answers(question.text).flatMap(question.world)
    }

    /// What it writes of that question.
    func answers(_ text: String) throws -> String? {
        let (asked, found) = (place.appending(path: "asked.lp"), place.appending(path: "found.txt"))
        try text.write(to: asked, atomically: false, encoding: .utf8)
        try? FileManager.default.removeItem(at: found)
        let words = ["glpsol", "--lp", asked.path, "--write", found.path, "--mipgap", "0.02", "--tmlim", "20"]
        guard try Self.run(words) == 0 else { return nil }
        return try? String(contentsOf: found, encoding: .utf8)
    }

    /// Runs a command to its end, with nothing of what it says. Gives its status.
    private static func run(_ words: [String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in [0, 1] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var (process, status): (pid_t, Int32) = (0, 0)
        guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else { throw NotInstalled() }
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw NotInstalled() }
        }
        return status
    }
}

struct NotInstalled: Error, CustomStringConvertible {
    var description: String { "glpsol is not installed: apt-get install glpk-utils" }
}

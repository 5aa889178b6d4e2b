import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Folders for tests that keep files.
package enum TestFolder {
    /// A new path below the folder of this test process, with nothing at it. What comes to be there goes when the tests end.
    package static func fresh() async throws -> URL {
        try await TestGround.shared.folder.appendingPathComponent(UUID().uuidString)
    }
}

/// The folder everything made by this test process lies in. It goes when the process ends, however it ends.
struct TestGround: Sendable {
    let folder: URL
    /// The end of a pipe to the watchman: it closes with this process, and that is his sign.
    private let lifeline: FileHandle

    private static let making = Task { try TestGround() }

    static var shared: TestGround {
        get async throws { try await making.value }
    }

    private init() throws {
        let name = "peersupport-test-\(UUID().uuidString.prefix(8))"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        // Others may pass through, not look: PostgreSQL runs as a user of its own when the tests run as root.
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o711])
        let pipe = Pipe()
        lifeline = pipe.fileHandleForWriting
        // No program started by a test may hold the lifeline and outlive this process with it.
        _ = fcntl(lifeline.fileDescriptor, F_SETFD, FD_CLOEXEC)
        let watchman = Process()
        watchman.executableURL = URL(fileURLWithPath: "/bin/sh")
        watchman.arguments = ["-c", Self.watch, "watchman", folder.path]
        watchman.standardInput = pipe.fileHandleForReading
        watchman.standardOutput = FileHandle.nullDevice
        watchman.standardError = FileHandle.nullDevice
        try watchman.run()
    }

    /// Waits for the end of the lifeline, stops the server if there is one, and removes the folder.
    private static let watch = """
        trap '' INT HUP TERM
        cat
        read server < "$1/server/data/postmaster.pid" && kill -QUIT "$server"
        while kill -0 "$server"; do sleep 0.1; done
        rm -rf "$1"
        """
}

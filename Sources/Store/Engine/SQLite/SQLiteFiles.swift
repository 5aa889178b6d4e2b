import Foundation

/// The files of an open SQLite database, as they lay on the disk when it was opened. SQLite goes on writing into a file that was
/// deleted or replaced, and nothing of that is there at the next start.
struct SQLiteFiles: Sendable {
    private struct Identity: Equatable {
        let device: UInt64
        let number: UInt64

        /// Nothing where there is no such file.
        init?(path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(status.st_dev)
            number = UInt64(status.st_ino)
        }
    }

    private let path: String
    private let database: Identity?
    private let log: Identity?

    /// The files as they lie there now, once something has been read.
    init(path: String) {
        self.path = path
        database = Identity(path: path)
        log = Identity(path: Self.log(of: path))
    }

    /// What was taken away since; nothing where all lies in its place.
    var missing: Soundness.Damage? {
        if Identity(path: path) != database { return .replacedFile }
        return Identity(path: Self.log(of: path)) != log ? .lostLog : nil
    }

    private static func log(of path: String) -> String { "\(path)-wal" }
}

import Foundation
import Sealing
import Store

/// How a key in the folder stands to what the database knows of it.
package struct KeyFinding: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// It is the key that the database knows.
        case fits
        /// It is there, and the database knows none of that name yet: before the first start with this version.
        case unknown
        /// There is none, and the database knows none either: it is made at the next start.
        case notMadeYet
        /// There is none, and there was one.
        case missing
        /// It is another key than the database knows.
        case other
        /// What is there cannot be used as a key.
        case unusable(ServerKeysFault)
    }

    package let file: ServerKeyFile
    package let state: State
    /// The key in the folder, for people who compare two servers; nothing where none can be read.
    package let fingerprint: String?

    /// Whether a server may work with the folder, as far as this key goes.
    package var isFit: Bool {
        switch state {
        case .fits, .unknown, .notMadeYet: true
        case .missing, .other, .unusable: false
        }
    }
}

extension [KeyFinding] {
    /// The keys with which a server may not work.
    package var unfit: [KeyFinding] { filter { !$0.isFit } }
}

extension ServerKeys {
    /// Compares the keys in a folder with what the database knows of them. It makes and changes nothing.
    ///
    /// Where there are agencies, a key that is older than what databases know of keys was there once: one that is not in the
    /// folder is missing, even where the database does not know it.
    package static func compared(in folder: URL, with database: any Database) async throws -> [KeyFinding] {
        let known = try await KnownKeys(of: database)
        let held = fingerprints(in: folder)
        return ServerKeyFile.allCases.map { file in
            let state: KeyFinding.State
            var short: String?
            switch held[file] ?? .success(nil) {
            case .failure(let fault): state = .unusable(fault)
            case .success(let fingerprint):
                short = fingerprint?.short
                state = known.state(of: file, holding: fingerprint)
            }
            return KeyFinding(file: file, state: state, fingerprint: short)
        }
    }
}

/// What the database knows of its servers' keys.
struct KnownKeys: Sendable {
    private let fingerprints: [String: KeyFingerprint]
    /// Whether the database is in use.
    private let hasAgencies: Bool

    init(of database: any Database) async throws {
        // A database of an earlier version has no such table yet.
        let tables = Set(try await database.columns().map(\.table))
        let (rows, hasAgencies) = try await database.read { transaction in
            (
                tables.contains("server_key") ? try transaction.serverKeys() : [],
                tables.contains("agency") ? try !transaction.agencies().isEmpty : false
            )
        }
        self.init(rows, hasAgencies: hasAgencies)
    }

    init(_ rows: [ServerKeyRow], hasAgencies: Bool) {
        fingerprints = Dictionary(
            rows.map { ($0.file, KeyFingerprint(bytes: $0.fingerprint)) }, uniquingKeysWith: { first, _ in first })
        self.hasAgencies = hasAgencies
    }

    func state(of file: ServerKeyFile, holding held: KeyFingerprint?) -> KeyFinding.State {
        switch (fingerprints[file.rawValue], held) {
        case (let known?, let held?): known == held ? .fits : .other
        case (.some, nil): .missing
        case (nil, .some): .unknown
        case (nil, nil): hasAgencies && file.isOlderThanFingerprints ? .missing : .notMadeYet
        }
    }

}

extension [ServerKeyRow] {
    /// The keys of a running server that are not those the database knows.
    func unfit(of keys: ServerKeys) -> [ServerKeyFile] {
        compactMap { row in
            guard let file = ServerKeyFile(rawValue: row.file), let held = keys.fingerprints[file] else { return nil }
            return held.bytes == row.fingerprint ? nil : file
        }
    }
}

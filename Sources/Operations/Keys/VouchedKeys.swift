import Foundation
import Sealing
import Store

extension ServerKeys {
    /// The keys of an installation that is opened, once the database vouches for each of them.
    ///
    /// The first start makes them and has the database know them, as does the first start with a version that has a new one.
    /// Where several do so at once, the database knows the keys of the first, and the others are refused unless they have the
    /// same.
    ///
    /// - Parameter isMaking: whether keys may be made and be made known, where the database knows none. Its schema has to be of
    ///   this version then. Otherwise nothing is written.
    /// - Throws: ``KeysDoNotFit``, naming every key that is missing or another; `ServerKeysFault` for one that cannot be used.
    package static func vouchedFor(
        in folder: URL, by database: any Database, making isMaking: Bool
    ) async throws -> ServerKeys {
        let findings = try await compared(in: folder, with: database)
        for case .unusable(let fault) in findings.map(\.state) { throw fault }
        guard findings.unfit.isEmpty else { throw KeysDoNotFit(folder: folder, unfit: findings.unfit) }
        let absent = findings.filter { $0.state == .notMadeYet }.map(\.file)
        let keys = try load(from: folder, making: isMaking ? Set(absent) : [])
        if isMaking, findings.contains(where: { $0.state != .fits }) { try await keys.makeKnown(to: database, folder) }
        return keys
    }

    private func makeKnown(to database: any Database, _ folder: URL) async throws {
        let rows = fingerprints.map { ServerKeyRow(file: $0.key.rawValue, fingerprint: $0.value.bytes) }
        let known = try await database.write { transaction in
            for row in rows { try transaction.insertServerKey(row) }
            return try transaction.serverKeys()
        }
        let unfit = known.unfit(of: self)
        guard unfit.isEmpty else {
            throw KeysDoNotFit(
                folder: folder, unfit: unfit.map { KeyFinding(file: $0, state: .other, fingerprint: nil) })
        }
    }
}

/// The keys in a folder are not those of the database: nothing works with them.
package struct KeysDoNotFit: Error, CustomStringConvertible {
    package let folder: URL
    package let unfit: [KeyFinding]

    package var description: String {
        let lines = unfit.map { "  \($0.file.rawValue): \($0.state.words). \($0.file.loss)" }
        return """
            The keys in \(folder.path) are not those of this database.
            \(lines.joined(separator: "\n"))
            \(KeyAdvice.whatToDo)
            """
    }
}

/// What whoever runs the server does about keys that do not fit.
package enum KeyAdvice {
    package static let whatToDo = """
        Is the data folder the right one (--data, PEERSUPPORT_DATA), and the database (--database, PEERSUPPORT_DATABASE)? \
        Restore the keys from their backup, or copy the folder of keys from another server of the same database. Only where \
        a key is lost for good: peersupport keys replace FILE, which says what is lost with it.
        """
}

extension KeyFinding.State {
    /// In words that end no sentence.
    package var words: String {
        switch self {
        case .fits: "fits"
        case .unknown: "not known to the database yet"
        case .notMadeYet: "not made yet"
        case .missing: "missing"
        case .other: "another key than the database knows"
        case .unusable(let fault): "\(fault)"
        }
    }
}

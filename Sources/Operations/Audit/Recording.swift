import Program
import Sealing
import Store

/// Who did an act that the audit chain holds.
package enum AuditActor: Sendable {
    /// An account, by its id.
    case account(String)
    /// Whoever runs the installation, from the command line.
    case `operator`
    /// The server by itself.
    case server
    /// The agency's own directory, which pushes its changes.
    case directory
    /// Another agency of the server, in an agreement that the two have. Who it was stands in that agency's own chain.
    case partner

    /// The account whose act it is.
    var account: String? {
        switch self {
        case .account(let id): id
        case .operator, .server, .directory, .partner: nil
        }
    }

    var text: String {
        switch self {
        case .account(let id): id
        case .operator: "operator"
        case .server: "server"
        case .directory: "directory"
        case .partner: "partner"
        }
    }
}

/// A chain whose end in the database cannot be read.
package struct DamagedAuditChain: Error {
    package let agency: String
}

extension Transaction {
    /// Appends an act to the agency's audit chain, in the transaction that does the act.
    ///
    /// - Parameters:
    ///   - subject: the id of what was acted on, never of a seeker or a request's words.
    ///   - details: what exactly was done. Only a salted hash of it is kept.
    func record(
        _ act: AuditKind, in agency: Agency, by actor: AuditActor, on subject: String? = nil,
        under clauses: [ClauseID] = [],
        details: [String] = [], at now: Instant
    ) throws {
        let salt = AuditSalt()
        let payload = details.map { "\($0.utf8.count):\($0)" }.joined()
        try append(
            act, after: try auditHead(of: agency.id), in: agency, by: actor, on: subject, under: clauses,
            digest: ContentHash(ofPayload: Array(payload.utf8), salt: salt), salt: salt, at: now)
    }

    /// - Parameters:
    ///   - digest: what stands for the details.
    ///   - salt: of the digest; none where it is one under a key of the server.
    func append(
        _ act: AuditKind, after head: AuditHead, in agency: Agency, by actor: AuditActor, on subject: String?,
        under clauses: [ClauseID], digest: ContentHash, salt: AuditSalt?, at now: Instant
    ) throws {
        guard let packHash = ContentHash(hex: agency.packHash) else { throw DamagedAuditChain(agency: agency.id) }
        let act = AuditAct(
            at: now.milliseconds, actor: actor.text, kind: act.rawValue, subject: subject,
            clauses: clauses.map(\.text), packHash: packHash, payloadHash: digest)
        try append(AuditRow(head.record(act)), salt: salt?.bytes)
    }

    /// Where the agency's chain stands.
    func auditHead(of agency: String) throws -> AuditHead {
        guard let last = try lastAuditEntry(agency: agency) else { return AuditHead(beginningOf: agency) }
        guard let hash = ContentHash(bytes: last.hash) else { throw DamagedAuditChain(agency: agency) }
        return AuditHead(agency: agency, sequence: last.number, hash: hash)
    }
}

extension AuditRow {
    init(_ record: AuditRecord) {
        let act = record.entry.act
        self.init(
            agency: record.entry.agency, number: record.entry.sequence, at: Instant(milliseconds: act.at),
            actor: act.actor, act: act.kind, subject: act.subject, clauses: act.clauses.joined(separator: " "),
            pack: act.packHash.hex, payloadHash: act.payloadHash.bytes, hash: record.hash.bytes)
    }

    /// The record as stored, right or wrong; nothing where a hash is no hash at all.
    package var record: AuditRecord? {
        guard let packHash = ContentHash(hex: pack), let payloadHash = ContentHash(bytes: payloadHash),
            let hash = ContentHash(bytes: hash)
        else { return nil }
        let act = AuditAct(
            at: at.milliseconds, actor: actor, kind: act, subject: subject,
            clauses: clauses.split(separator: " ").map(String.init), packHash: packHash, payloadHash: payloadHash)
        return AuditRecord(stored: act, agency: agency, sequence: number, hash: hash)
    }
}

import Foundation

/// JSON with one form for each value: sorted keys, no spaces.
enum CanonicalJSON {
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension AuditRecord {
    /// The record as one line of an export, without the line feed: JSON with sorted keys, hashes in hexadecimal, `subject`
    /// left out where there is none. `docs/audit-verify.py` reads it.
    package func exportLine() throws -> String {
        let act = entry.act
        return try CanonicalJSON.line(
            Form(
                act: act.kind, actor: act.actor, agency: entry.agency, at: act.at, clauses: act.clauses, hash: hash.hex,
                pack: act.packHash.hex, payload: act.payloadHash.hex, sequence: entry.sequence, subject: act.subject))
    }

    /// Reads one line of an export. Refuses (nil) whatever `exportLine` would not have written, to the byte.
    package init?(exportLine line: String) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(line.utf8)),
            let hash = ContentHash(hex: form.hash), let pack = ContentHash(hex: form.pack),
            let payload = ContentHash(hex: form.payload)
        else { return nil }
        let act = AuditAct(
            at: form.at, actor: form.actor, kind: form.act, subject: form.subject, clauses: form.clauses,
            packHash: pack, payloadHash: payload)
        self.init(stored: act, agency: form.agency, sequence: form.sequence, hash: hash)
        guard let rewritten = try? exportLine(), rewritten.utf8.elementsEqual(line.utf8) else { return nil }
    }

    private struct Form: Codable {
        let act: String
        let actor: String
        let agency: String
        let at: Int64
        let clauses: [String]
        let hash: String
        let pack: String
        let payload: String
        let sequence: Int64
        let subject: String?
    }
}

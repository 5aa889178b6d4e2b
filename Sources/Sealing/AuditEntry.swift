/// One act at its place in an agency's audit chain.
package struct AuditEntry: Equatable, Sendable {
    /// The id of the agency whose chain this is.
    package let agency: String
    /// 1 for the first act of the agency, then without gaps.
    package let sequence: Int64
    /// The act itself.
    package let act: AuditAct

    init(_ act: AuditAct, agency: String, sequence: Int64) {
        self.agency = agency
        self.sequence = sequence
        self.act = act
    }

    /// The bytes that are hashed: version 1, agency, sequence, then the act's fields in their order, each in its
    /// `CanonicalBytes` form.
    var encoding: [UInt8] {
        var canonical = CanonicalBytes()
        canonical.append(byte: 1)
        canonical.append(text: agency)
        canonical.append(number: sequence)
        canonical.append(number: act.at)
        canonical.append(text: act.actor)
        canonical.append(text: act.kind)
        canonical.append(optionalText: act.subject)
        canonical.append(texts: act.clauses)
        canonical.append(field: act.packHash.bytes)
        canonical.append(field: act.payloadHash.bytes)
        return canonical.bytes
    }
}

/// What an act tells the chain: who, what kind, when and under which clause; never content.
package struct AuditAct: Equatable, Sendable {
    /// When, in milliseconds since 1970 UTC.
    package let at: Int64
    /// Who acted: an account's id, or the name of a part of the system that acts by itself.
    package let actor: String
    /// The kind of act, such as `sheet.submitted`.
    package let kind: String
    /// The id of what was acted on, where naming it gives no seeker away.
    package let subject: String?
    /// The ids of the clauses the act rests on.
    package let clauses: [String]
    /// The hash of the policy pack in force.
    package let packHash: ContentHash
    /// The salted hash of the act's details.
    package let payloadHash: ContentHash

    package init(
        at: Int64, actor: String, kind: String, subject: String?, clauses: [String], packHash: ContentHash,
        payloadHash: ContentHash
    ) {
        self.at = at
        self.actor = actor
        self.kind = kind
        self.subject = subject
        self.clauses = clauses
        self.packHash = packHash
        self.payloadHash = payloadHash
    }
}

/// An entry with its link: the hash of the link before and of the entry.
package struct AuditRecord: Equatable, Sendable {
    package let entry: AuditEntry
    /// As stored; whether it is right, `AuditVerifier` says.
    package let hash: ContentHash

    /// A record as it stands in a row or a file, right or wrong.
    package init(stored act: AuditAct, agency: String, sequence: Int64, hash: ContentHash) {
        self.init(entry: AuditEntry(act, agency: agency, sequence: sequence), hash: hash)
    }

    fileprivate init(entry: AuditEntry, hash: ContentHash) {
        self.entry = entry
        self.hash = hash
    }

    /// Where the chain stands after this record.
    package var head: AuditHead { AuditHead(agency: entry.agency, sequence: entry.sequence, hash: hash) }
}

/// Where an agency's chain stands: its last number and link.
package struct AuditHead: Equatable, Sendable {
    package let agency: String
    package let sequence: Int64
    package let hash: ContentHash

    /// A head as stored with the agency.
    package init(agency: String, sequence: Int64, hash: ContentHash) {
        self.agency = agency
        self.sequence = sequence
        self.hash = hash
    }

    /// The chain before its first act: number 0, and a hash of the agency's id, so that no two agencies' chains fit together.
    package init(beginningOf agency: String) {
        var canonical = CanonicalBytes()
        canonical.append(text: "peersupport audit chain")
        canonical.append(text: agency)
        self.init(agency: agency, sequence: 0, hash: ContentHash(of: canonical.bytes))
    }

    /// The record of the next act. Store it and this record's `head` in the act's own transaction.
    package func record(_ act: AuditAct) -> AuditRecord {
        let entry = AuditEntry(act, agency: agency, sequence: sequence + 1)
        return AuditRecord(entry: entry, hash: link(to: entry))
    }

    /// SHA-256 over the last link and the entry's encoding.
    func link(to entry: AuditEntry) -> ContentHash {
        ContentHash(of: hash.bytes + entry.encoding)
    }
}

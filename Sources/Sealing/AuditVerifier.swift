/// Reads an agency's audit chain from its beginning, one record at a time and in constant memory, and finds the first place
/// where it is not what was written.
///
/// Without a checkpoint it cannot see that the newest records are missing, nor that the whole chain was written anew: only
/// something kept elsewhere can show that.
package struct AuditVerifier: Sendable {
    private enum State {
        case following
        /// A later record came where `expected` should be. Whether that one is missing or out of order, the rest will show.
        case looking(expected: Int64, found: Int64)
        case broken(AuditBreak)
    }

    private var head: AuditHead
    private let checkpoint: Checkpoint?
    private var state = State.following

    /// For a chain without a checkpoint.
    package init(agency: String) {
        head = AuditHead(beginningOf: agency)
        checkpoint = nil
    }

    /// For a chain that must contain what a checkpoint vouches for, signed by one of those keys.
    package init(agency: String, against kept: SignedCheckpoint, signedBy keys: [AuditPublicKey]) {
        head = AuditHead(beginningOf: agency)
        checkpoint = kept.checkpoint
        if !keys.contains(where: kept.isSigned) {
            state = .broken(.checkpointNotSigned)
        } else if kept.checkpoint.head.agency != agency {
            state = .broken(.checkpointOfOtherAgency(kept.checkpoint.head.agency))
        } else {
            compareWithCheckpoint()
        }
    }

    /// Takes the next record, in the order in which rows or lines are stored.
    package mutating func take(_ record: AuditRecord) {
        switch state {
        case .following:
            follow(record)
        case .looking(let expected, let found):
            if record.entry.sequence == expected { state = .broken(.outOfOrder(expected: expected, found: found)) }
        case .broken:
            break
        }
    }

    /// What the records taken so far show, once there are no more.
    package func verdict() -> AuditVerdict {
        switch state {
        case .broken(let place): return .broken(place)
        case .looking(let expected, let found): return .broken(.missing(from: expected, through: found - 1))
        case .following: break
        }
        if let checkpoint, checkpoint.head.sequence > head.sequence {
            return .broken(.cutShort(last: head.sequence, checkpoint: checkpoint.head.sequence))
        }
        return .intact(head)
    }

    private mutating func follow(_ record: AuditRecord) {
        let expected = head.sequence + 1
        let found = record.entry.sequence
        if record.entry.agency != head.agency {
            state = .broken(.ofOtherAgency(at: expected))
        } else if found > expected {
            state = .looking(expected: expected, found: found)
        } else if found < expected {
            state = .broken(.outOfOrder(expected: expected, found: found))
        } else if record.hash != head.link(to: record.entry) {
            state = .broken(.edited(at: expected))
        } else {
            head = record.head
            compareWithCheckpoint()
        }
    }

    private mutating func compareWithCheckpoint() {
        if let checkpoint, checkpoint.head.sequence == head.sequence, checkpoint.head.hash != head.hash {
            state = .broken(.rewritten(checkpoint: head.sequence))
        }
    }
}

/// What verification of a chain found.
package enum AuditVerdict: Equatable, Sendable {
    /// Every record is as written; the chain stands at this head.
    case intact(AuditHead)
    case broken(AuditBreak)
}

/// The first place where a chain is not what was written, in the operator's words.
package enum AuditBreak: Equatable, Sendable, CustomStringConvertible {
    /// The entry does not fit the link before it: a field or a hash was changed.
    case edited(at: Int64)
    /// Records are gone from between others.
    case missing(from: Int64, through: Int64)
    /// A record stands where another should, and that one is elsewhere or was already read.
    case outOfOrder(expected: Int64, found: Int64)
    /// A record of another agency stands in this chain.
    case ofOtherAgency(at: Int64)
    /// The newest records are gone: the checkpoint vouches for more than there are.
    case cutShort(last: Int64, checkpoint: Int64)
    /// The chain fits together, but is not the one that the checkpoint vouches for.
    case rewritten(checkpoint: Int64)
    /// The checkpoint was not signed by this key, or was changed.
    case checkpointNotSigned
    case checkpointOfOtherAgency(String)

    package var description: String {
        switch self {
        case .edited(let place): "Record \(place) was changed after it was written."
        case .missing(let first, let last):
            first == last ? "Record \(first) is missing." : "Records \(first) to \(last) are missing."
        case .outOfOrder(let expected, let found):
            "Record \(found) stands where record \(expected) should: records are out of order."
        case .ofOtherAgency(let place): "In place of record \(place) stands a record of another agency."
        case .cutShort(let last, let checkpoint):
            "The chain ends at record \(last), but the checkpoint vouches for \(checkpoint) records."
        case .rewritten(let checkpoint):
            "Record \(checkpoint) is not the one the checkpoint vouches for: the chain was written anew."
        case .checkpointNotSigned: "The checkpoint does not carry a valid signature of this server's audit key."
        case .checkpointOfOtherAgency(let agency): "The checkpoint is of another agency, \(agency)."
        }
    }
}

/// Verification of a chain that is at hand as a sequence.
package enum AuditChain {
    /// Verifies records in stored order; reads the sequence once.
    package static func verify(_ records: some Sequence<AuditRecord>, of agency: String) -> AuditVerdict {
        verify(records, with: AuditVerifier(agency: agency))
    }

    /// The same against a checkpoint that the operator kept elsewhere.
    package static func verify(
        _ records: some Sequence<AuditRecord>, of agency: String, against kept: SignedCheckpoint,
        signedBy key: AuditPublicKey
    ) -> AuditVerdict {
        verify(records, with: AuditVerifier(agency: agency, against: kept, signedBy: [key]))
    }

    private static func verify(_ records: some Sequence<AuditRecord>, with fresh: AuditVerifier) -> AuditVerdict {
        var verifier = fresh
        for record in records { verifier.take(record) }
        return verifier.verdict()
    }
}

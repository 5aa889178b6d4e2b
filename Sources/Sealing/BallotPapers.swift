/// Names the papers of one voter. Only the voter's own session can make the names, so nothing ties a paper to who put it in.
package struct BallotKey: Redacted, Sendable {
    let secret: Secret

    /// The id of the voter's paper in a ballot; always the same for the same ballot, and random-looking to everyone else.
    package func paper(ballot: RandomId) -> String {
        Base32.lowercase.encode(secret.derived(for: Binding("ballot paper", ballot.text), count: 16).exposedBytes)
    }
}

extension AccountKey {
    /// The key that names the owner's ballot papers.
    package var ballotKey: BallotKey { BallotKey(secret: secret.derived(for: Binding("ballot key"))) }
}

/// The code by which a voter finds their paper in the published list: eight characters that are drawn, and told to them alone.
package enum BallotCode {
    package static func random() -> String {
        let text = Base32.lowercase.encode(randomBytes(count: 5))
        return "\(text.prefix(4))-\(text.suffix(4))"
    }
}

extension ServerKeys {
    /// Locks the box of a secret ballot, so that the database alone tells nothing of the papers in it: not how many there are, not how
    /// they fell, not which came when. Its size follows from how many may vote, and from nothing else.
    ///
    /// - Returns: nothing where the content does not fit.
    package func lock(ballotBox content: [UInt8], ballot: RandomId, electors: Int) throws -> [UInt8]? {
        guard let size = Self.boxes.first(where: { $0 >= 160 * (electors + 1) }),
            let padded = Padding(count: size).padded(content)
        else { return nil }
        return try ballotBoxKey.seal(padded, for: Self.binding(ofBallot: ballot))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, ballot or bytes are not those of the locking.
    package func unlock(ballotBox locked: [UInt8], ballot: RandomId) throws(OpeningFault) -> [UInt8] {
        try Padding(count: locked.count - Secret.sealedOverhead).unpadded(
            try ballotBoxKey.open(locked, for: Self.binding(ofBallot: ballot)))
    }

    private static let boxes = [1 << 12, 1 << 14, 1 << 17]

    private var ballotBoxKey: Secret { seekerPass.derived(for: Binding("ballot box key")) }

    private static func binding(ofBallot id: RandomId) -> Binding { Binding("ballot box", id.text) }
}

/// What a sealed paper is. It is bound into the sealing, so that a paper of one kind never opens as another.
package enum PaperKind: String, CaseIterable, Sendable {
    /// A letter of interest, a memorandum or another paper of an application.
    case application
    /// Why somebody is inactive, where the policy has it said (SAC-IV.A, SAC-IV.B).
    case inactivity
    /// A word to the coordinator and the answer to it (IACP-8.2).
    case feedback
    /// A certificate of a training, as it was handed in.
    case certificate
    /// The names of those who were part of a critical incident (OCP-II.D.1).
    case incidentNames
    /// Whose name a service or a check is about: sealed to whoever assigns and to the members assigned.
    case name
    /// A message between the teams of a region (IACP-3.9.2).
    case regionalMessage

    /// The sizes that a paper is filled up to: a message of the region always to one, so that its bytes tell nothing of how long it is.
    fileprivate var sizes: [Int] {
        switch self {
        case .regionalMessage: [1 << 13]
        case .application, .inactivity, .feedback, .certificate, .incidentNames, .name: Self.papers
        }
    }

    fileprivate static let papers = [1 << 10, 1 << 14, 1 << 18, 1 << 22]
}

/// The random key of one paper that only named offices and people read. The paper is sealed under it; it is itself sealed to each of
/// them, and is nowhere else. With the last copy deleted, the paper is gone.
package struct PaperKey: Redacted, Sendable {
    private let secret: Secret

    /// A new key, for a new paper.
    package init() { secret = .random() }

    /// A copy of the key for one reader. A copy moved to another paper or reader does not open.
    package func sealed(to key: AccountPublicKey, paper: RandomId, reader: String) throws -> [UInt8] {
        try key.seal(secret.exposedBytes, for: Self.binding(paper, reader))
    }

    /// The reader's name of whoever has the code of a paper, and no account.
    package static let holderOfCode = "code"

    /// The key from a reader's copy.
    ///
    /// - Throws: `OpeningFault` when key, paper, reader or bytes are not those of the sealing.
    package init(opening sealed: [UInt8], with key: AccountKey, paper: RandomId, reader: String) throws(OpeningFault) {
        secret = Secret(bytes: try key.open(sealed, for: Self.binding(paper, reader)))
    }

    /// The most bytes of a paper: a certificate of three megabytes fits.
    package static let mostBytes = PaperKind.papers[PaperKind.papers.count - 1] - 1

    /// Seals the paper, filled up to one of the few sizes of its kind, so that sealed bytes do not tell how much was written. Nothing
    /// where it is longer than the largest, for most kinds ``mostBytes``.
    package func seal(_ content: [UInt8], as kind: PaperKind, paper: RandomId) throws -> [UInt8]? {
        guard let size = kind.sizes.first(where: { content.count < $0 }),
            let padded = Padding(count: size).padded(content)
        else { return nil }
        return try secret.seal(padded, for: Self.binding(kind, paper))
    }

    /// The paper again.
    package func open(_ sealed: [UInt8], as kind: PaperKind, paper: RandomId) throws(OpeningFault) -> [UInt8] {
        try Padding(count: sealed.count - Secret.sealedOverhead).unpadded(
            try secret.open(sealed, for: Self.binding(kind, paper)))
    }

    private static func binding(_ paper: RandomId, _ reader: String) -> Binding {
        Binding("paper key", paper.text, reader)
    }

    private static func binding(_ kind: PaperKind, _ paper: RandomId) -> Binding {
        Binding("paper \(kind.rawValue)", paper.text)
    }
}

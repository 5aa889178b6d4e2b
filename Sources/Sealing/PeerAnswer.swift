extension ServerKeys {
    /// Seals one colleague's answer to a peer review, so that the database alone, whenever it was copied, tells nothing of it.
    ///
    /// - Returns: bytes of one size; nothing where the content does not fit.
    package func seal(peerAnswer content: [UInt8], application: RandomId) throws -> [UInt8]? {
        guard let padded = Self.answer.padded(content) else { return nil }
        return try peerAnswerKey.seal(padded, for: Self.binding(ofAnswersTo: application))
    }

    /// The answer again.
    ///
    /// - Throws: `OpeningFault` when key, application or bytes are not those of the sealing.
    package func open(peerAnswer sealed: [UInt8], application: RandomId) throws(OpeningFault) -> [UInt8] {
        try Self.answer.unpadded(try peerAnswerKey.open(sealed, for: Self.binding(ofAnswersTo: application)))
    }

    /// Names who answered for which application, so that each does once. Without the server's key nobody can tell whom it names.
    package func peerAnswerMark(of account: String, application: RandomId) -> [UInt8] {
        peerAnswerKey.derived(for: Binding("who answered a peer review", account, application.text)).exposedBytes
    }

    private static let answer = Padding(count: 2_048)

    private var peerAnswerKey: Secret { seekerPass.derived(for: Binding("peer answers key")) }

    private static func binding(ofAnswersTo application: RandomId) -> Binding {
        Binding("peer answer", application.text)
    }
}

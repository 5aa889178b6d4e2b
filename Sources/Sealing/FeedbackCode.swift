/// The code by which whoever gave feedback without a name reads the answer. Shown once, when the feedback is given, and kept nowhere.
package struct FeedbackCode: Redacted, Sendable {
    private let code: PrintedCode

    package init() { code = PrintedCode(.feedbackCode) }

    /// The code that one sending of the form gives, however often it arrives. Without the server's key nobody can find it from what was
    /// sent.
    package init(ofSending sent: [UInt8], in agency: String, with keys: ServerKeys) {
        let purpose = Binding("feedback code of a sending", fields: [Array(agency.utf8), sent])
        code = PrintedCode(.feedbackCode, from: keys.receiptKeyPepper, for: purpose)
    }

    private init(_ code: PrintedCode) { self.code = code }

    /// Reads a code as people type it: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    package static func read(_ typed: String) -> CodeReading<FeedbackCode> {
        PrintedCode.read(.feedbackCode, typed) { FeedbackCode($0) }
    }

    /// The code for screen and paper.
    package var text: String { code.text }

    var secret: Secret { code.secret }
}

/// What the code opens: the mark that finds its feedback, and the pair that opens what is sealed to whoever gave it.
package struct FeedbackKey: Redacted, Sendable {
    /// 32 bytes to find the row by. Whoever has only the database cannot tell by a code whether it is in there.
    package let mark: [UInt8]
    package let key: AccountKey

    /// - Throws: Never, as long as a key has the length it has.
    package init(of code: FeedbackCode, with keys: ServerKeys) throws(OpeningFault) {
        mark =
            code.secret.derived(for: Binding("mark of a feedback"), pepper: keys.receiptIdPepper, count: 32)
            .exposedBytes
        key = try AccountKey(
            secret: code.secret.derived(for: Binding("key of a feedback"), pepper: keys.receiptKeyPepper))
    }
}

extension ServerKeys {
    /// Locks the box in which feedback without a name lies for the rest of its day, so that the database alone does not tell how much is
    /// in it or when any came. It has one size.
    ///
    /// - Returns: nothing where the content does not fit.
    package func lock(feedbackBox content: [UInt8], agency: String) throws -> [UInt8]? {
        guard let padded = Padding(count: Self.feedbackBoxSize).padded(content) else { return nil }
        return try feedbackBoxKey.seal(padded, for: Self.binding(ofBoxAt: agency))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, agency or bytes are not those of the locking.
    package func unlock(feedbackBox locked: [UInt8], agency: String) throws(OpeningFault) -> [UInt8] {
        try Padding(count: Self.feedbackBoxSize).unpadded(
            try feedbackBoxKey.open(locked, for: Self.binding(ofBoxAt: agency)))
    }

    private static let feedbackBoxSize = 1 << 17

    private var feedbackBoxKey: Secret { seekerPass.derived(for: Binding("feedback box key")) }

    private static func binding(ofBoxAt agency: String) -> Binding { Binding("feedback box", agency) }
}

extension ServerKeys {
    /// Seals an enrolment code until it is sent: the database alone opens no account.
    package func seal(enrolmentCode code: RecoveryCode, account: String) throws -> [UInt8] {
        try enrolmentLetterKey.seal(Array(code.text.utf8), for: Self.binding(ofLetterTo: account))
    }

    /// The code again, as it is written.
    ///
    /// - Throws: `OpeningFault` when key, account or bytes are not those of the sealing.
    package func open(enrolmentCode sealed: [UInt8], account: String) throws(OpeningFault) -> String {
        String(
            decoding: try enrolmentLetterKey.open(sealed, for: Self.binding(ofLetterTo: account)), as: UTF8.self)
    }

    private var enrolmentLetterKey: Secret { seekerPass.derived(for: Binding("enrolment letters key")) }

    private static func binding(ofLetterTo account: String) -> Binding { Binding("enrolment letter", account) }
}

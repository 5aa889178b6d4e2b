import Program

/// A text of the agreement, and since when it has been asked for.
package struct AgreementTextRow: Sendable, Equatable {
    package let hash: String
    package let content: String
    package let askedFrom: Day
}

extension Transaction {
    /// Keeps that a text is asked for from that day on; one that is there already stays as it is.
    package func keepAgreementText(_ hash: String, content: String, from day: Day, agency: String) throws {
        try execute(
            """
            INSERT INTO agreement_text (agency, hash, content, asked_from)
            VALUES (\(agency), \(hash), \(content), \(day.text)) ON CONFLICT (agency, hash) DO NOTHING
            """)
    }

    package func agreementText(_ hash: String, agency: String) throws -> AgreementTextRow? {
        try row("SELECT hash, content, asked_from FROM agreement_text WHERE agency = \(agency) AND hash = \(hash)").map
        {
            AgreementTextRow(
                hash: try $0.text("hash"), content: try $0.text("content"), askedFrom: try $0.day("asked_from"))
        }
    }

    package func insert(_ signature: AgreementSignature, agency: String) throws {
        try execute(
            """
            INSERT INTO agreement_signature (agency, account, hash, name, signed_at)
            VALUES (\(agency), \(signature.account), \(signature.text), \(signature.name), \(signature.at.milliseconds))
            ON CONFLICT (agency, account, hash) DO NOTHING
            """)
    }

    /// What the account has signed, the newest first.
    package func signatures(of account: String, agency: String) throws -> [AgreementSignature] {
        try rows(
            """
            SELECT account, hash, name, signed_at FROM agreement_signature
            WHERE agency = \(agency) AND account = \(account) ORDER BY signed_at DESC, hash
            """
        ).map(AgreementSignature.init)
    }

    /// Who has signed that text.
    package func signers(of text: String, agency: String) throws -> Set<String> {
        Set(
            try rows("SELECT account FROM agreement_signature WHERE agency = \(agency) AND hash = \(text)")
                .map { try $0.text("account") })
    }

    /// Every signature in the agency, the newest first.
    package func signatures(agency: String) throws -> [AgreementSignature] {
        try rows(
            """
            SELECT account, hash, name, signed_at FROM agreement_signature WHERE agency = \(agency)
            ORDER BY signed_at DESC, account
            """
        ).map(AgreementSignature.init)
    }
}

extension AgreementSignature {
    fileprivate init(_ row: Row) throws {
        self.init(
            account: try row.text("account"), text: try row.text("hash"), name: try row.text("name"),
            at: Instant(milliseconds: try row.int64("signed_at")))
    }
}

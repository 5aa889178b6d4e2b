// The sign-in that an agency has for everything, where it has one by OpenID Connect, as a second factor of its staff.

/// What the provider is asked.
package struct ProviderQuestion: Sendable {
    package let address: String
    /// What is posted; nothing where it is only read.
    package let form: [(name: String, value: String)]?
    /// As whom we show ourselves, in the header (RFC 6749, 2.3.1).
    package let client: (name: String, password: String)?

    package init(
        _ address: String, form: [(name: String, value: String)]? = nil, client: (name: String, password: String)? = nil
    ) {
        self.address = address
        self.form = form
        self.client = client
    }
}

/// What came of it.
package enum ProviderAnswer: Sendable {
    case answered(status: Int, [UInt8])
    /// No connection, no trust, no answer in time, or one that is too long.
    case away
}

/// What a token of the provider says, its signature found right.
package struct ProviderClaims: Sendable, Equatable {
    package let issuer: String
    package let subject: String
    package let audience: [String]
    package let authorizedParty: String?
    package let endsAt: Instant
    package let nonce: String?
    /// What the claim for employee numbers holds, where the operator named one.
    package let employeeNumber: String?

    package init(
        issuer: String, subject: String, audience: [String], authorizedParty: String?, endsAt: Instant, nonce: String?,
        employeeNumber: String?
    ) {
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.authorizedParty = authorizedParty
        self.endsAt = endsAt
        self.nonce = nonce
        self.employeeNumber = employeeNumber
    }

    /// How far the provider's clock may be from ours, in milliseconds.
    private static let tolerance: Int64 = 60_000

    /// What keeps it from being taken, if anything (OpenID Connect Core 1.0, 3.1.3.7).
    package func refusal(of issuer: String, for client: String, nonce: String, at now: Instant) -> Refusal? {
        if self.issuer != issuer { return .untrustedToken("it is from another issuer") }
        if !audience.contains(client) || (authorizedParty ?? client) != client
            || (audience.count > 1 && authorizedParty == nil)
        {
            return .untrustedToken("it was made for another service")
        }
        if endsAt.milliseconds + Self.tolerance <= now.milliseconds { return .untrustedToken("it is too old") }
        if self.nonce != nonce { return .untrustedToken("it belongs to another sign-in") }
        return nil
    }
}

/// Who of the provider's people an account belongs to.
package struct AgencySignInTie: Sendable {
    /// Issuer and subject that were linked; nothing before the first time.
    package let linked: LinkedSubject?
    /// Whether the operator named a claim for employee numbers.
    package let goesByNumber: Bool
    /// The account's own employee number by the directory; none for an outside professional.
    package let employeeNumber: String?

    package init(linked: LinkedSubject?, goesByNumber: Bool, employeeNumber: String?) {
        self.linked = linked
        self.goesByNumber = goesByNumber
        self.employeeNumber = employeeNumber
    }

    /// What keeps whom the provider names from being the owner of the account, if anything.
    package func refusal(of claims: ProviderClaims) -> Refusal? {
        if let linked, linked != LinkedSubject(issuer: claims.issuer, subject: claims.subject) { return .otherSubject }
        guard goesByNumber, let employeeNumber else { return nil }
        guard let told = claims.employeeNumber else { return .noNumberTold }
        return told == employeeNumber ? nil : .otherNumber
    }
}

/// Somebody, as one provider knows them.
package struct LinkedSubject: Sendable, Equatable {
    package let issuer: String
    package let subject: String

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

extension Refusal {
    package static let noAgencySignIn = Refusal(
        "The sign-in of your agency is not set up here. Use the digits of your app, or your printed recovery code.")

    /// The provider cannot be asked.
    package static let agencySignInAway = Refusal(
        """
        The sign-in of your agency does not answer just now. Nothing was changed. Try again in a few minutes, or use the digits of \
        your app where you have one.
        """)

    /// The provider did not take the code.
    package static let codeNotTaken = Refusal(
        "The sign-in of your agency did not take this answer: it was used before, or it is too old. Begin again.")

    /// What came back does not belong to what was begun here.
    package static let notBegunHere = Refusal(
        "This answer belongs to no sign-in that was begun here within ten minutes. Begin again.")

    static let otherSubject = Refusal(
        "The sign-in of your agency says that you are somebody else than the owner of this account.")

    static let noNumberTold = Refusal(
        """
        The sign-in of your agency did not say your employee number, so it cannot be told whose account this is. Tell whoever runs \
        this server.
        """)

    static let otherNumber = Refusal(
        "The sign-in of your agency names another employee number than the directory has for the owner of this account."
    )

    /// A token that nobody is let in by.
    package static func untrustedToken(_ why: String) -> Refusal {
        Refusal(
            """
            What the sign-in of your agency sent cannot be trusted: \(why). Nobody was let in by it. Begin again, and tell whoever \
            runs this server if it stays so.
            """)
    }
}

/// Words for an e-mail address.
package struct Letter: Sendable {
    /// The idempotency key: the same for every attempt.
    package let key: String
    package let address: EmailAddress
    package let subject: String
    package let words: String

    package init(key: String, address: EmailAddress, subject: String, words: String) {
        self.key = key
        self.address = address
        self.subject = subject
        self.words = words
    }
}

/// Words for a telephone: to be read, or to be heard.
package struct PhoneWords: Sendable {
    /// The idempotency key: the same for every attempt.
    package let key: String
    package let number: PhoneNumber
    package let words: String

    package init(key: String, number: PhoneNumber, words: String) {
        self.key = key
        self.number = number
        self.words = words
    }
}

/// A notification for an installed page, sealed so that the push service between cannot read it.
package struct SealedPush: Sendable {
    /// The idempotency key: the same for every attempt.
    package let key: String
    /// The browser's address at its push service.
    package let endpoint: String
    /// The sealed words (RFC 8291).
    package let body: [UInt8]
    /// Proves which server sends (RFC 8292).
    package let authorization: String
    package let urgency: Ping.Urgency

    package init(key: String, endpoint: String, body: [UInt8], authorization: String, urgency: Ping.Urgency) {
        self.key = key
        self.endpoint = endpoint
        self.body = body
        self.authorization = authorization
        self.urgency = urgency
    }
}

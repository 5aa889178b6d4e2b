/// Where a browser takes pushes, and what they are sealed to (RFC 8291).
package struct PushSubscriptionRow: Sendable, Equatable {
    /// The address at the browser's push service.
    package let endpoint: String
    /// The browser's P-256 key, uncompressed: 65 bytes.
    package let publicKey: [UInt8]
    /// The browser's authentication secret: 16 bytes.
    package let secret: [UInt8]

    package init(endpoint: String, publicKey: [UInt8], secret: [UInt8]) {
        self.endpoint = endpoint
        self.publicKey = publicKey
        self.secret = secret
    }
}

extension Transaction {
    package func insert(_ subscription: PushSubscriptionRow, method: String) throws {
        try execute(
            """
            INSERT INTO push_subscription (method, endpoint, public_key, secret)
            VALUES (\(method), \(subscription.endpoint), \(subscription.publicKey), \(subscription.secret))
            """)
    }

    package func pushSubscription(method: String) throws -> PushSubscriptionRow? {
        try row("SELECT endpoint, public_key, secret FROM push_subscription WHERE method = \(method)").map {
            PushSubscriptionRow(
                endpoint: try $0.text("endpoint"), publicKey: try $0.blob("public_key"),
                secret: try $0.blob("secret"))
        }
    }
}

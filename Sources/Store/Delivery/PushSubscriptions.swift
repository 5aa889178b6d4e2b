/// Where a browser takes pushes, and what they are sealed to (RFC 8291).
package struct PushSubscriptionRow: Sendable, Equatable {
    /// The address at the browser's push service.
    package let endpoint: String
    /// The browser's P-256 key, uncompressed: 65 bytes.
    package let publicKey: [UInt8]
    /// The browser's authentication secret: 16 bytes.
    package let secret: [UInt8]
    /// Our own public key, by which alone the browser takes pushes (RFC 8292, 4), in base64url.
    package let serverKey: String?

    package init(endpoint: String, publicKey: [UInt8], secret: [UInt8], serverKey: String?) {
        self.endpoint = endpoint
        self.publicKey = publicKey
        self.secret = secret
        self.serverKey = serverKey
    }
}

extension Transaction {
    package func insert(_ subscription: PushSubscriptionRow, method: String) throws {
        try execute(
            """
            INSERT INTO push_subscription (method, endpoint, public_key, secret, server_key)
            VALUES (\(method), \(subscription.endpoint), \(subscription.publicKey), \(subscription.secret),
                \(subscription.serverKey))
            """)
    }

    package func pushSubscription(method: String) throws -> PushSubscriptionRow? {
        try row("SELECT endpoint, public_key, secret, server_key FROM push_subscription WHERE method = \(method)").map {
            PushSubscriptionRow(
                endpoint: try $0.text("endpoint"), publicKey: try $0.blob("public_key"),
                secret: try $0.blob("secret"), serverKey: try $0.optionalText("server_key"))
        }
    }

    /// Ends the devices whose browsers take pushes by another key of ours alone: it was lost, and cannot be had again. Those that
    /// were added before this was kept were added by this one, as far as anybody knows. Harmless to repeat.
    package func endDevices(ofOtherKeyThan key: String) throws {
        try execute("UPDATE push_subscription SET server_key = \(key) WHERE server_key IS NULL")
        try execute(
            """
            UPDATE contact_method SET is_confirmed = 0, trouble = 'other-key'
            WHERE kind = 'push' AND is_confirmed = 1
                AND id IN (SELECT method FROM push_subscription WHERE server_key <> \(key))
            """)
    }
}

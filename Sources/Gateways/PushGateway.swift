import Foundation
import Program

/// Hands sealed notifications to the push service of a browser (RFC 8030).
///
/// The address of a subscription is told by a browser, so it could be any: only known push services are spoken to, and
/// nobody can make the server call elsewhere.
package struct PushGateway: Sendable {
    /// The push services of the browsers in use. A name that begins with a point stands for whatever ends so.
    package static let usualServices = [
        "fcm.googleapis.com", "updates.push.services.mozilla.com", ".push.apple.com", ".notify.windows.com",
    ]

    /// How long the push service keeps it for a phone that is off, in seconds. Later it would only puzzle.
    private static let timeToLive = 3600

    let services: [String]
    let certificates: String?

    /// - Parameters:
    ///   - services: the hosts that are push services.
    ///   - certificates: a file of certificates to trust instead of the system's.
    package init(services: [String] = usualServices, certificates: String? = nil) {
        self.services = services.map { $0.lowercased() }
        self.certificates = certificates
    }

    /// Whether an address is one of a known push service.
    package func knows(_ endpoint: String) -> Bool { address(endpoint) != nil }

    package func carry(_ push: SealedPush) async -> GatewayAnswer {
        guard let server = address(push.endpoint) else { return .uncarried }
        let headers = [
            "Content-Type: application/octet-stream", "Content-Encoding: aes128gcm", "TTL: \(Self.timeToLive)",
            "Urgency: \(Self.urgency(push.urgency))", "Authorization: \(push.authorization)",
            "Idempotency-Key: \(push.key)",
        ]
        let content = Transfer.Content.post(body: push.body, headers: headers)
        return await Transfer(server: server, content: content, certificates: certificates).done()
            .answer(GatewayAnswer.init(pushService:))
    }

    private func address(_ endpoint: String) -> ServerAddress? {
        guard let server = try? ServerAddress(endpoint, as: [.https, .http]) else { return nil }
        let isKnown = services.contains { service in
            service.hasPrefix(".") ? server.host.hasSuffix(service) : server.host == service
        }
        return isKnown ? server : nil
    }

    /// RFC 8030, 5.3.
    private static func urgency(_ urgency: Ping.Urgency) -> String {
        switch urgency {
        case .routine: "normal"
        case .urgent: "high"
        }
    }
}

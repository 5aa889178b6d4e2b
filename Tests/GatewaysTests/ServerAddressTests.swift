import Gateways
import Testing

/// Nothing leaves this machine in the open, and no setting is repeated in a message.
@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("https://sms.example.org/messages", [ServerAddress.Scheme.https, .http]),
        ("https://sms.example.org:8443/messages?account=7", [.https, .http]),
        ("http://127.0.0.1:8025/messages", [.https, .http]),
        ("http://localhost/messages", [.https, .http]),
        ("http://[::1]:8025/", [.https, .http]),
        ("smtp://mail.example.org:587", [.smtp, .smtps]),
        ("smtps://mail.example.org", [.smtp, .smtps]),
        ("SMTP://MAIL.EXAMPLE.ORG", [.smtp, .smtps]),
        ("smtp://mail.example.org:587/", [.smtp, .smtps]),
    ])
    func isTaken(_ text: String, as schemes: [ServerAddress.Scheme]) throws {
        _ = try ServerAddress(text, as: schemes)
    }

    @Test(arguments: [
        ("", [ServerAddress.Scheme.https, .http]), ("sms.example.org", [.https, .http]),
        ("https://", [.https, .http]), ("https:///messages", [.https, .http]),
        ("ftp://sms.example.org", [.https, .http]),
        ("file:///etc/passwd", [.https, .http]), ("http://sms.example.org/messages", [.https, .http]),
        ("http://127.0.0.1.example.org/", [.https, .http]), ("http://10.0.0.1/", [.https, .http]),
        ("https://user:secret@sms.example.org/", [.https, .http]), ("smtp://mail.example.org", [.https, .http]),
        ("https://mail.example.org", [.smtp, .smtps]), ("https://sms.example.org/#secret", [.https, .http]),
        ("smtp://mail.example.org/peers.example.org", [.smtp, .smtps]), ("smtp://mail.example.org?a", [.smtp, .smtps]),
        ("https://sms.example.org/a b", [.https, .http]), ("https://sms.example.org/\r\nHost: other", [.https, .http]),
    ])
    func isRefused(_ text: String, as schemes: [ServerAddress.Scheme]) throws {
        let fault = #expect(throws: GatewayFault.self) { try ServerAddress(text, as: schemes) }
        #expect(fault?.description.contains("secret") == false)
    }

    @Test(arguments: [
        ("https://fcm.googleapis.com/fcm/send/abc", true), ("https://web.push.apple.com/QGuQyavXutnMH", true),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAAA", true),
        ("https://sin.notify.windows.com/w/?token=BQYAAAD", true), ("https://push.apple.com/abc", false),
        ("https://evil.example.org/fcm.googleapis.com", false), ("https://fcm.googleapis.com.example.org/", false),
        ("http://fcm.googleapis.com/fcm/send/abc", false), ("https://127.0.0.1/", false),
        ("http://127.0.0.1:5432/", false), ("https://evilnotify.windows.com/", false), ("no address", false),
    ])
    func onlyPushServicesAreSpokenTo(_ endpoint: String, isKnown: Bool) {
        #expect(PushGateway().knows(endpoint) == isKnown)
    }
}

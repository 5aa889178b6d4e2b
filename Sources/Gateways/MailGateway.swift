import Foundation
import Program

/// Hands letters to a mail server for submission (RFC 6409), encrypted from the first byte or by STARTTLS.
package struct MailGateway: Sendable {
    private let server: ServerAddress
    private let sender: String
    private let login: Transfer.Login?
    private let certificates: String?

    /// - Parameters:
    ///   - server: an `smtp` or `smtps` address.
    ///   - sender: the address letters come from.
    ///   - user: none where the server takes letters from this machine without.
    ///   - certificates: a file of certificates to trust instead of the system's.
    /// - Throws: `GatewayFault` where a setting is missing or cannot be.
    package init(
        server: ServerAddress, sender: String, user: String?, password: String?, certificates: String? = nil
    ) throws(GatewayFault) {
        guard let address = EmailAddress(sender) else { throw .setting("the sender is no e-mail address") }
        switch (user, password) {
        case (let user?, let password?): login = Transfer.Login(user: user, password: password)
        case (nil, nil): login = nil
        case (_?, nil), (nil, _?): throw .setting("user and password are set together or not at all")
        }
        self.server = server
        self.sender = address.text
        self.certificates = certificates
    }

    package func carry(_ letter: Letter) async -> Carriage {
        let message = message(letter, at: Date())
        let content = Transfer.Content.mail(
            from: sender, to: letter.address.text, message: Array(message.utf8), login: login)
        return Self.carriage(await Transfer(server: server, content: content, certificates: certificates).done())
    }

    /// The letter as it travels (RFC 5322). Every attempt has the same Message-ID, so that mail programs show it once. It
    /// says that a machine wrote it, so that no machine answers (RFC 3834).
    private func message(_ letter: Letter, at date: Date) -> String {
        let domain = sender.split(separator: "@").last ?? "localhost"
        let headers = [
            "Date: \(Self.dateFormat.string(from: date))", "From: \(sender)", "To: \(letter.address.text)",
            "Subject: \(letter.subject)", "Message-ID: <\(letter.key)@\(domain)>", "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 7bit",
        ]
        return headers.joined(separator: "\r\n") + "\r\n\r\n" + letter.words + "\r\n"
    }

    private static func carriage(_ outcome: Transfer.Outcome) -> Carriage {
        switch outcome {
        case .answered(200..<400): .accepted
        // 550 to 559 are about the address or the letter; 530 to 538 about whether we may come at all.
        case .answered(550..<560): .refused
        case .answered, .loginDenied, .notReached: .failed
        case .unanswered: .unknown
        }
    }

    private static let dateFormat: DateFormatter = {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format
    }()
}

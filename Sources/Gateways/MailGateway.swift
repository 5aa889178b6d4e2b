import Foundation
import Program

/// Hands letters to a mail server for submission (RFC 6409), encrypted from the first byte or by STARTTLS.
package struct MailGateway: Sendable {
    let server: ServerAddress
    private let sender: EmailAddress
    let caller: Transfer.MailCaller
    let certificates: String?

    /// - Parameters:
    ///   - server: an `smtp` or `smtps` address.
    ///   - sender: the address letters come from.
    ///   - name: what it is greeted with (RFC 5321, 4.1.1.1): the full name of this host.
    ///   - user: none where the server takes letters from this machine without.
    ///   - certificates: a file of certificates to trust instead of the system's.
    /// - Throws: `GatewayFault` where a setting is missing or cannot be.
    package init(
        server: ServerAddress, sender: EmailAddress, name: DomainName, user: String?, password: String?,
        certificates: String? = nil
    ) throws(GatewayFault) {
        switch (user, password) {
        case (let user?, let password?):
            caller = Transfer.MailCaller(name: name, login: Transfer.Login(user: user, password: password))
        case (nil, nil): caller = Transfer.MailCaller(name: name, login: nil)
        case (_?, nil), (nil, _?): throw .setting("user and password are set together or not at all")
        }
        self.server = server
        self.sender = sender
        self.certificates = certificates
    }

    package func carry(_ letter: Letter) async -> GatewayAnswer {
        let message = message(letter, at: Date())
        let content = Transfer.Content.mail(
            from: sender.text, to: letter.address.text, message: Array(message.utf8), caller: caller)
        return await Transfer(server: server, content: content, certificates: certificates).done().answer()
    }

    /// The letter as it travels (RFC 5322). Every attempt has the same Message-ID, so that mail programs show it once. It
    /// says that a machine wrote it, so that no machine answers (RFC 3834).
    private func message(_ letter: Letter, at date: Date) -> String {
        let headers = [
            "Date: \(Self.dateFormat.string(from: date))", "From: \(sender.text)", "To: \(letter.address.text)",
            "Subject: \(letter.subject)", "Message-ID: <\(letter.key)@\(sender.domain.text)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 7bit",
        ]
        return headers.joined(separator: "\r\n") + "\r\n\r\n" + letter.words + "\r\n"
    }

    private static let dateFormat: DateFormatter = {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format
    }()
}

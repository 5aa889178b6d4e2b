/// Where a conversation with a mail server stands (RFC 5321, 3).
package enum MailStage: String, Sendable, CaseIterable {
    case greeting
    case hello = "EHLO"
    case encryption = "STARTTLS"
    case login = "AUTH"
    case sender = "MAIL FROM"
    case recipient = "RCPT TO"
    case letter = "DATA"
}

/// What a mail server says more exactly than its reply code can (RFC 3463).
package struct EnhancedStatus: Sendable, Equatable {
    /// What it is about: 1 an address, 2 a mailbox, 3 a mail system, 4 the way there, 5 the protocol, 6 the letter, 7 who may.
    package let subject: Int
    package let detail: Int

    package init(_ subject: Int, _ detail: Int) {
        self.subject = subject
        self.detail = detail
    }

    /// Whether it is about the addressee: their address, their mailbox, or the way to it; and not about us, our server or our
    /// letter, which others' letters would meet as well.
    fileprivate var isOfAddressee: Bool {
        switch (subject, detail) {
        // A sender that is no address, or whose domain is not known.
        case (1, 7), (1, 8): false
        case (1, _), (2, _), (4, _): true
        // The mailbox has another owner than it had (RFC 7293).
        case (7, 17), (7, 18): true
        default: false
        }
    }
}

/// A mail server's reply to one step of a conversation, without its words: those may repeat the address.
package struct MailReply: Sendable, Equatable {
    package let stage: MailStage
    /// Of three digits (RFC 5321, 4.2).
    package let code: Int
    package let status: EnhancedStatus?

    package init(at stage: MailStage, _ code: Int, _ status: EnhancedStatus? = nil) {
        self.stage = stage
        self.code = code
        self.status = status
    }

    /// For the journal: `RCPT TO 550 5.1.1`.
    package var words: String {
        let exactly = status.map { " \(code / 100).\($0.subject).\($0.detail)" }
        return "\(stage.rawValue) \(code)\(exactly ?? "")"
    }

    /// Whom it is about. Before the recipient is named nothing is about the recipient; from then on the enhanced status says it,
    /// and where there is none the code does, as RFC 5321, 4.2.3 has it. In doubt it is us: a way that is tried once more in vain
    /// does less harm than one that is given up because our sender is not liked.
    package var carriage: Carriage {
        switch (code, stage) {
        case (200..<300, .letter): .accepted
        // It went on after this, and then no more came.
        case (..<400, _): .unknown
        case (421, _): .unavailable
        case (400..<500, .recipient), (400..<500, .letter): .failed
        case (400..<500, _): .unavailable
        case (_, .recipient), (_, .letter): isOfAddressee ? .refused : .unwelcome
        case (_, .greeting), (_, .hello), (_, .encryption), (_, .login), (_, .sender): .unwelcome
        }
    }

    private var isOfAddressee: Bool {
        if let status { return status.isOfAddressee }
        return switch (stage, code) {
        // No such mailbox, not here, full, no such name, takes no mail at all (RFC 7504).
        case (.recipient, 550...553), (.recipient, 556): true
        // The recipient was taken before: full, or found out only now. 550 and 554 are about the letter.
        case (.letter, 551...553): true
        default: false
        }
    }
}

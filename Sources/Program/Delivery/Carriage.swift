/// What a gateway made of one attempt, and whom it was about: the addressee, whose next way is used, or us, who try again.
package enum Carriage: Sendable, Equatable, CaseIterable {
    /// It took the words.
    case accepted
    /// It will not take them for this address, however often it is tried.
    case refused
    /// The address has ceased to be: a browser that took its permission back.
    case gone
    /// It did not take them for this address this time.
    case failed
    /// It cannot just now, for nobody: it is not reached, or has too much to do.
    case unavailable
    /// It takes nothing from us, for nobody, until somebody sets something right.
    case unwelcome
    /// It did not answer in time, or the line broke: it may have taken them.
    case unknown
    /// There is no gateway to hand them to, or none that knows such an address.
    case uncarried
}

extension Carriage {
    /// What is known to be wrong with a way, after this came of an attempt by it.
    package func trouble(after before: ContactMethod.Trouble?) -> ContactMethod.Trouble? {
        switch self {
        case .accepted: nil
        case .refused: .refused
        case .gone: .gone
        case .failed, .unavailable, .unwelcome, .unknown, .uncarried: before
        }
    }
}

/// The answer to one attempt: what is made of it, and the server's code for the journal.
package struct GatewayAnswer: Sendable, Equatable {
    package let carriage: Carriage
    /// What the gateway answered, in numbers and in words of ours: never its own, which may repeat an address.
    package let reply: String

    /// What a provider of texts or calls answered by HTTP. 400 and 422 are about this number; whatever else is not taken is about
    /// us, or comes right by itself.
    package init(provider status: Int) {
        reply = "HTTP \(status)"
        carriage =
            switch status {
            case 200..<300: .accepted
            case 400, 422: .refused
            case 408, 409, 425: .failed
            case 429, 500...: .unavailable
            default: .unwelcome
            }
    }

    /// What a push service answered (RFC 8030, RFC 8292). It knows one browser alone by its address, so all but the end of a
    /// subscription is about us: our key, our contact, our words.
    package init(pushService status: Int) {
        reply = "HTTP \(status)"
        carriage =
            switch status {
            case 200..<300: .accepted
            case 404, 410: .gone
            case 408, 409, 425: .failed
            case 429, 500...: .unavailable
            default: .unwelcome
            }
    }

    package init(_ mail: MailReply) {
        reply = mail.words
        carriage = mail.carriage
    }

    package init(_ obstacle: Obstacle) {
        reply = obstacle.rawValue
        carriage = obstacle.carriage
    }

    /// Nothing was handed to anybody.
    package static let uncarried = GatewayAnswer(.uncarried, "no gateway")

    private init(_ carriage: Carriage, _ reply: String) {
        self.carriage = carriage
        self.reply = reply
    }
}

/// Why a gateway answered nothing, as the journal says it.
package enum Obstacle: String, Sendable, Equatable, CaseIterable {
    case noSuchHost = "no such host"
    case noConnection = "no connection"
    /// It was reached, and no encryption came about: a plain port, or a line that broke.
    case noHandshake = "no encrypted connection"
    /// Its certificate is not one that is trusted.
    case notTrusted = "certificate not trusted"
    /// A mail server without STARTTLS.
    case notEncrypted = "no encryption"
    /// A mail server that knows no way to sign in that we know.
    case noLogin = "no way to sign in"
    /// Something was handed over, and no answer came.
    case silence = "no answer"

    package var carriage: Carriage {
        switch self {
        case .noSuchHost, .noConnection, .noHandshake: .unavailable
        case .notTrusted, .notEncrypted, .noLogin: .unwelcome
        case .silence: .unknown
        }
    }
}

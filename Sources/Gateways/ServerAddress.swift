import Foundation

/// Where a gateway is. Plain lines are for this machine alone: anything else is encrypted, so that no number and no
/// password crosses a network in the open.
package struct ServerAddress: Sendable {
    /// How one speaks with it.
    package enum Scheme: String, Sendable, CaseIterable {
        case http, https, smtp, smtps

        var isOfMail: Bool {
            switch self {
            case .http, .https: false
            case .smtp, .smtps: true
            }
        }
    }

    let url: String
    let scheme: Scheme
    let host: String
    /// Whether it is this machine.
    let isLoopback: Bool

    /// Reads an address such as `https://sms.example.org/messages` or `smtp://mail.example.org:587`. A mail server at
    /// `smtp:` is asked for STARTTLS and gets nothing without it.
    ///
    /// - Parameter schemes: the ways of speaking that make sense here.
    /// - Throws: `GatewayFault.address` where it is no such address, or a plain one of another machine.
    package init(_ text: String, as schemes: [Scheme]) throws(GatewayFault) {
        guard text.utf8.allSatisfy({ (33...126).contains($0) }),
            let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            let scheme = parts.scheme.flatMap({ Scheme(rawValue: $0.lowercased()) }), schemes.contains(scheme),
            let host = parts.host?.lowercased(), !host.isEmpty, parts.fragment == nil
        else {
            let example = schemes.contains(.https) ? "https://host/path" : "smtps://host:465 or smtp://host:587"
            throw .address("is no address such as \(example)")
        }
        guard parts.user == nil, parts.password == nil else {
            throw .address("must not hold a user or password; they have settings of their own")
        }
        isLoopback = ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host)
        if scheme == .http, !isLoopback { throw .address("must begin with https: plain http is for 127.0.0.1 only") }
        if scheme.isOfMail, !["", "/"].contains(parts.path) || parts.query != nil {
            throw .address("names a mail server and nothing behind it; the name we greet it with has its own setting")
        }
        self.scheme = scheme
        self.host = host
        url = scheme.isOfMail && text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

extension ServerAddress: CustomStringConvertible, CustomReflectable {
    /// Scheme and host; what follows may hold a secret.
    package var description: String { "\(scheme.rawValue)://\(host)" }
    /// Empty, so that neither `dump` nor a test's report shows the rest.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a gateway cannot be set up. Says what is wrong and never repeats the setting, which may hold a secret.
package enum GatewayFault: Error, Sendable, Equatable, CustomStringConvertible {
    case address(String)
    case setting(String)

    package var description: String {
        switch self {
        case .address(let problem), .setting(let problem): problem
        }
    }
}

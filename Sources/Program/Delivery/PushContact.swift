/// Whom push services turn to when something is wrong with what comes from here (RFC 8292, 2.1). They refuse what they cannot write
/// to or open, all of them everything, so it is checked before the first is sent.
package struct PushContact: Sendable, Equatable {
    /// `mailto:…` or `https://…`.
    package let text: String

    /// - Throws: what is wrong, without repeating it.
    package init(_ text: String) throws(PushContactFault) {
        guard text.utf8.allSatisfy({ (33...126).contains($0) }) else { throw .notPlain }
        if text.hasPrefix("mailto:") {
            guard let address = EmailAddress(String(text.dropFirst(7))) else { throw .noAddress }
            guard address.domain.isPublic else { throw .notPublic }
        } else if text.hasPrefix("https://") {
            let host = text.dropFirst(8).prefix { !"/:?#".contains($0) }
            guard let domain = DomainName(String(host)) else { throw .noPage }
            guard domain.isPublic else { throw .notPublic }
        } else {
            throw .noAddress
        }
        self.text = text
    }
}

/// Why no push service would take a contact.
package enum PushContactFault: Error, Sendable, Equatable, CustomStringConvertible {
    case notPlain, noAddress, noPage, notPublic

    package var description: String {
        switch self {
        case .notPlain: "holds a blank, or a letter that is none of ASCII"
        case .noAddress: "is neither mailto: with one e-mail address nor https:// with a page"
        case .noPage: "names no host with its domain, such as https://www.agency.org/it"
        case .notPublic: "is in a domain that nobody elsewhere can reach; push services refuse it"
        }
    }
}

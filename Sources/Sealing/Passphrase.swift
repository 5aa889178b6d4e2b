import Foundation

/// A passphrase as someone typed it, in one Unicode form (NFKC), so that the same passphrase from another keyboard is the same.
///
/// Spaces count and nothing is cut off. Any text will do at login; a new passphrase must be accepted by `asNew` first.
package struct Passphrase: Redacted, Sendable {
    let text: String

    package init(typed: String) {
        text = typed.precomposedStringWithCompatibilityMapping
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// Whether this may become an account's passphrase (NIST SP 800-63B, section 5.1.1.2: length, no well-known ones, none
    /// made of the service's or the user's own name; no rules about kinds of characters).
    ///
    /// - Parameters:
    ///   - agency: The agency's name as its people write it.
    ///   - login: The account's login name.
    package func asNew(agency: String, login: String) -> PassphraseChoice {
        let count = text.unicodeScalars.count
        if count < PassphraseRefusal.minimumCount { return .refused(.tooShort(count: count)) }
        if count > PassphraseRefusal.maximumCount { return .refused(.tooLong(count: count)) }
        if WellKnownPassphrases.contain(text) { return .refused(.wellKnown) }
        let folded = text.foldedForComparison
        if folded.carries(agency) { return .refused(.containsAgency) }
        let mailbox = login.prefix { $0 != "@" }
        if folded.carries(login) || folded.carries(String(mailbox)) { return .refused(.containsLogin) }
        return .accepted(AcceptedPassphrase(passphrase: self))
    }
}

/// A passphrase that passed the rules for new ones. Only `Passphrase.asNew` makes it.
package struct AcceptedPassphrase: Redacted, Sendable {
    let passphrase: Passphrase

    fileprivate init(passphrase: Passphrase) {
        self.passphrase = passphrase
    }
}

/// The answer to a wish for a new passphrase.
package enum PassphraseChoice: Sendable {
    case accepted(AcceptedPassphrase)
    case refused(PassphraseRefusal)
}

/// Why a new passphrase is refused. The words are for the person choosing it and repeat nothing of it.
package enum PassphraseRefusal: Equatable, Sendable, CustomStringConvertible {
    /// The fewest characters (Unicode scalars after NFKC) of a passphrase.
    package static let minimumCount = 12
    /// The most; a limit only against abuse, far above any sentence.
    package static let maximumCount = 256

    case tooShort(count: Int)
    case tooLong(count: Int)
    case wellKnown
    case containsAgency
    case containsLogin

    package var description: String {
        switch self {
        case .tooShort(let count):
            "The passphrase needs at least \(Self.minimumCount) characters; this one has \(count)."
        case .tooLong(let count):
            "The passphrase may have at most \(Self.maximumCount) characters; this one has \(count)."
        case .wellKnown: "This passphrase is among the first that anyone would try. Several unrelated words are better."
        case .containsAgency: "The passphrase must not contain the agency's name."
        case .containsLogin: "The passphrase must not contain your login name."
        }
    }
}

extension String {
    /// Letters and digits only, in lowercase, so that spaces and signs hide nothing.
    fileprivate var foldedForComparison: String {
        String(precomposedStringWithCompatibilityMapping.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Whether a name stands in this folded text. Names of fewer than four letters would be found in ordinary words.
    fileprivate func carries(_ name: String) -> Bool {
        let folded = name.foldedForComparison
        return folded.count >= 4 && contains(folded)
    }
}

/// The few long passphrases that lead every list of guesses; shorter ones are refused for their length.
private enum WellKnownPassphrases {
    private static let fewestDifferentCharacters = 5

    private static let words: Set<String> = [
        "admin", "administrator", "changeme", "correcthorsebatterystaple", "iloveyou", "letmein", "letmeinplease",
        "passphrase", "password", "passwordpassword", "mypassword", "peersupport", "police", "probation", "qwerty",
        "qwertyuiop", "qwertyuiopasdfghjkl", "secret", "sheriff", "summer", "sunshine", "superman", "trustno",
        "welcome", "welcomewelcome", "winter",
    ]

    private static let runs = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz"]

    static func contain(_ text: String) -> Bool {
        let lowercase = text.lowercased()
        let letters = String(lowercase.filter(\.isLetter))
        return Set(lowercase).count < fewestDifferentCharacters
            || words.contains(letters)
            || runs.contains { $0.contains(lowercase) }
    }
}

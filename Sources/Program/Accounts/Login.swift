import Foundation

/// The name someone signs in with: two to sixty small letters, digits, points and hyphens.
package struct Login: Sendable, Hashable {
    package let text: String

    /// Reads a login as people type it: capitals, and spaces around it, do not matter. Nothing where it can be nobody's.
    package init?(typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        guard (2...60).contains(text.utf8.count), text.utf8.allSatisfy(Login.allows) else { return nil }
        self.text = text
    }

    private static func allows(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || isDigit(byte) || byte == 45 || byte == 46
    }
}

extension String {
    /// Whether it can be what somebody or something is called: one to 120 characters, not only spaces, none that nobody sees.
    package var isName: Bool { whyNoName == nil }

    /// Why it can be nobody's name.
    package var whyNoName: String? {
        if let unseen = firstUnseen { return "it holds \(unseen.words). Type it without." }
        return (1...120).contains(unicodeScalars.count) && contains { !$0.isWhitespace }
            ? nil : "one to 120 characters."
    }
}

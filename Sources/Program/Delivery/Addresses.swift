import Foundation

/// An e-mail address in the plain form that every mail server takes: ASCII, without quotes or comments.
package struct EmailAddress: Sendable, Hashable {
    package let text: String
    package let domain: DomainName

    /// Nothing where it is no such address. What could end a header or an address early is never taken.
    package init?(_ typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (3...254).contains(text.utf8.count), (1...64).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy(Self.allowsInName), !parts[0].hasPrefix("."), !parts[0].hasSuffix("."),
            let domain = DomainName(String(parts[1]))
        else { return nil }
        self.text = text
        self.domain = domain
    }

    /// RFC 5322, atext and the point.
    private static func allowsInName(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }
}

/// A telephone number as the world dials it: `+`, country and number, seven to fifteen digits (E.164).
package struct PhoneNumber: Sendable, Hashable {
    /// Such as `+19165550123`.
    package let text: String

    /// Reads a number as people type it, with spaces, points, hyphens and brackets. Without `+` it is taken as one of North
    /// America, where ten digits need no country. Nothing where it can be no number.
    package init?(_ typed: String) {
        let isWorldwide = typed.trimmingCharacters(in: .whitespaces).hasPrefix("+")
        let digits = typed.utf8.filter(isDigit)
        let isPlain = typed.unicodeScalars.allSatisfy { "0123456789+-.()/ \u{A0}".unicodeScalars.contains($0) }
        guard isPlain, typed.utf8.filter({ $0 == 43 }).count == (isWorldwide ? 1 : 0) else { return nil }
        let number = String(decoding: digits, as: UTF8.self)
        switch (isWorldwide, digits.count) {
        case (true, 7...15) where digits.first != 48: text = "+\(number)"
        case (false, 10) where (50...57).contains(digits[0]): text = "+1\(number)"
        case (false, 11) where digits[0] == 49 && (50...57).contains(digits[1]): text = "+\(number)"
        default: return nil
        }
    }
}

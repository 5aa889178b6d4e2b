/// A fully qualified name of a host or a domain, such as `mail.agency.org`: letters, digits and hyphens, two labels or more.
package struct DomainName: Sendable, Hashable {
    package let text: String

    /// Nothing where it is no such name.
    package init?(_ text: String) {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, text.utf8.count <= 253, labels.allSatisfy(Self.isLabel) else { return nil }
        self.text = text
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 }
    }

    /// Ends that mean nothing elsewhere: set apart for tests, examples and this network alone (RFC 2606, RFC 6761, RFC 6762), or
    /// used so.
    private static let endsOfNobody: Set<Substring> = [
        "example", "internal", "invalid", "lan", "local", "localdomain", "localhost", "test",
    ]

    /// Whether others can find it: not a name of this network, and not an address in digits.
    package var isPublic: Bool {
        guard let end = text.lowercased().split(separator: ".").last else { return false }
        return !Self.endsOfNobody.contains(end) && !end.utf8.allSatisfy(isDigit)
    }
}

func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte)
}

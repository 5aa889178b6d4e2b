import Foundation

/// An account that an employee asks for without having one, by their employee number, to apply with. Whoever asks is told the same whether
/// or not the directory knows the number: a code goes to the address that the directory has, and to no other.
package struct AskedAccount: Sendable, Equatable {
    package let person: String
    package let name: String
    package let email: EmailAddress

    /// Nothing where there is nobody to make an account for: an unknown number, no address, or somebody whom the policy does not take.
    package init?(_ listed: ListedPerson?, under policy: PolicyPack, on today: Day) {
        guard let listed, listed.endedOn == nil,
            policy.whyNoApplicant(MemberStanding(listed), on: today) == nil,
            let email = listed.record.email.flatMap({ EmailAddress($0) })
        else { return nil }
        person = listed.id
        name = "\(listed.record.givenName) \(listed.record.familyName)"
        self.email = email
    }

    /// Names to sign in by, the plainest first: the first that is free is taken.
    package var logins: [String] {
        let parts = name.lowercased().split(separator: " ").map { part in
            String(
                decoding: part.folding(options: .diacriticInsensitive, locale: nil).utf8.filter(Self.allows),
                as: UTF8.self)
        }.filter { !$0.isEmpty }
        let joined = parts.joined(separator: ".")
        let plain = Login(typed: String(joined.prefix(50)))?.text ?? "applicant"
        return [plain] + (2...99).map { "\(plain).\($0)" }
    }

    private static func allows(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
    }

    /// How long nothing more is sent to the same person: a day, so that nobody's mail is filled from outside.
    package static let quiet = LongestWait(seconds: 86_400)
}

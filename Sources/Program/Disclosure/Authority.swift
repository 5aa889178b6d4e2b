/// An authority of the pack as the agency has set it: whom to call, by name and number (KSO-H.5).
package struct AuthorityEntry: Sendable, Equatable {
    package let authority: AuthorityID
    /// Who it is here, such as `Kern County Child Protective Services, hotline`.
    package let name: String
    package let telephone: String

    package init(authority: AuthorityID, name: String, telephone: String) {
        self.authority = authority
        self.name = name
        self.telephone = telephone
    }

    package static let longestName = 80
    package static let longestTelephone = 30
}

extension PolicyPack {
    package var authorities: [AuthorityRule] { confidentiality.authorities ?? [] }

    package func authority(_ id: AuthorityID) -> AuthorityRule? { authorities.first { $0.id == id } }

    /// The authority as it is to be set, or everything that is wrong with it. Nothing where the pack has no such authority.
    package func setting(_ id: AuthorityID, name: String, telephone: String) -> Result<AuthorityEntry, Refusal>? {
        guard let rule = authority(id) else { return nil }
        var problems: [Refusal.Problem] = []
        func wrong(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message, clauses: rule.basis.clauses))
        }
        if let why = name.whyNoName {
            wrong("name", "Name: \(why)")
        } else if name.unicodeScalars.count > AuthorityEntry.longestName {
            wrong("name", "Name: at most \(AuthorityEntry.longestName) characters.")
        }
        if !telephone.isTelephoneNumber || telephone.unicodeScalars.count > AuthorityEntry.longestTelephone {
            wrong("telephone", "Telephone: digits, such as +1 202 555 0142.")
        }
        return problems.isEmpty
            ? .success(AuthorityEntry(authority: id, name: name, telephone: telephone)) : .failure(Refusal(problems))
    }

    /// Those of the pack that nobody has set yet, in its order.
    package func authoritiesToSet(beside entries: [AuthorityEntry]) -> [AuthorityRule] {
        let set = Set(entries.map(\.authority))
        return authorities.filter { !set.contains($0.id) }
    }
}

extension String {
    /// Whether it can be dialled: digits, with the signs that people write between them.
    package var isTelephoneNumber: Bool {
        let digits = utf8.count { (48...57).contains($0) }
        return utf8.allSatisfy { (48...57).contains($0) || "+ -()".utf8.contains($0) } && (3...15).contains(digits)
    }
}

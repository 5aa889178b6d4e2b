import HTML
import Program

/// What an agency says of confidence and its limits: the same words wherever somebody is told.
enum ConfidenceWords {
    /// The advisement: what stays between the two, every case in which it does not, and what else the agency wants known
    /// beforehand (IACP-6.3, SAC-VI.B-0).
    ///
    /// - Parameter said: what the page says elsewhere already.
    static func advisement(_ policy: PolicyPack, besides said: [Statement] = []) -> HTML {
        let rules = policy.confidentiality
        let further = policy.statements(in: .advisement).filter { statement in !said.contains { $0.id == statement.id }
        }
        return prose(
            """
            <p>\(rules.advisement.opening)</p>
            \(exceptions(rules.exceptions))
            \(notConfidential(rules.notConfidential ?? []))
            \(group(rules.group, unlessIn: policy.statements(in: .advisement)))
            \(further.map { "<p>\($0.text)</p>\(NumbersToCall.of($0, policy))" as HTML })
            """)
    }

    /// What must be told apart from what may be, where the policy has both.
    private static func exceptions(_ exceptions: [DisclosureException]) -> HTML? {
        let mandatory = exceptions.filter { $0.force == .mandatory }
        let permissive = exceptions.filter { $0.force == .permissive }
        guard !permissive.isEmpty, !mandatory.isEmpty else { return list(exceptions) }
        return """
            <h3>What must be told</h3>\(list(mandatory))
            <h3>What may be told</h3>\(list(permissive))
            """
    }

    /// What was never confidential, in its parts (KSO-DEF-3).
    private static func notConfidential(_ parts: [RuledItem]) -> HTML? {
        guard !parts.isEmpty else { return nil }
        return "<h3>What is not confidential</h3><ul>\(parts.map { "<li>\($0.label)</li>" as HTML })</ul>"
    }

    private static func list(_ exceptions: [DisclosureException]) -> HTML? {
        guard !exceptions.isEmpty else { return nil }
        return "<ul>\(exceptions.map { "<li>\($0.label)</li>" as HTML })</ul>"
    }

    /// The caution where several take part; it is no exception of two. A statement that the pack has for it says it better.
    private static func group(_ group: GroupCaution?, unlessIn statements: [Statement]) -> HTML? {
        guard let group else { return nil }
        let clauses = Set(group.basis.clauses)
        let isSaid = !clauses.isEmpty && statements.contains { clauses.isSubset(of: $0.basis.clauses) }
        return isSaid ? nil : "<p>\(group.text)</p>"
    }

    /// The levels of non-disclosure, what each means and how far this agency grants it (IACP-2.2).
    static func levels(_ policy: PolicyPack) -> HTML {
        facts(
            policy.confidentiality.levels.map { grant in
                (
                    grant.level.name,
                    "<p>\(grant.level.meaning)</p><p><strong>\(grant.grant.name)</strong> \(grant.text)</p>"
                )
            })
    }

    /// What whoever seeks support may do or refuse, and what protects them; nothing where the policy has no such rights. What is not
    /// everybody's stands apart, with whose it is (KSO-H.3b).
    static func rights(_ policy: PolicyPack) -> HTML? {
        let rights = policy.confidentiality.seekerRights
        guard !rights.isEmpty else { return nil }
        var holders: [[SeekerKind]] = []
        for kinds in rights.compactMap(\.heldBy) where !holders.contains(kinds) { holders.append(kinds) }
        let apart = holders.map { kinds -> HTML in
            "<h3>\(SeekerKind.heading(kinds))</h3>\(list(rights.filter { $0.heldBy == kinds }))"
        }
        return prose("\(list(rights.filter { $0.heldBy == nil }))\(apart)")
    }

    /// The rights of whoever asked, and of nobody else.
    static func rights(_ rights: [SeekerRight]) -> HTML? { rights.isEmpty ? nil : prose("\(list(rights))") }

    private static func list(_ rights: [SeekerRight]) -> HTML? {
        rights.isEmpty ? nil : "<ul>\(rights.map { "<li>\($0.label)</li>" as HTML })</ul>"
    }

    /// The caution to whoever is under investigation (IACP-3.9.5-2); nothing where the policy has none.
    static func investigation(_ policy: PolicyPack) -> HTML? {
        let cautions = policy.statements.filter { $0.to == .seekersUnderInvestigation }
        guard !cautions.isEmpty else { return nil }
        return prose("\(cautions.map { "<p>\($0.text)</p>" as HTML })")
    }

    /// What the agency says in that place to everyone who comes there.
    static func statements(_ policy: PolicyPack, in place: Statement.Place) -> HTML? {
        let statements = policy.statements(in: place)
        guard !statements.isEmpty else { return nil }
        return prose("\(statements.map { "<p>\($0.text)</p>\(NumbersToCall.of($0, policy))" as HTML })")
    }
}

extension SeekerKind {
    /// Such as “If you volunteer here, or are family of someone who works here”.
    fileprivate static func heading(_ kinds: [SeekerKind]) -> String {
        let words = kinds.map { kind in
            switch kind {
            case .employee: "work here"
            case .volunteer: "volunteer here"
            case .family: "are family of someone who works here"
            case .retired: "are retired from here"
            case .partner: "come from an agency with which there is an agreement"
            }
        }
        return "If you \(words.joined(separator: ", or "))"
    }
}

extension LevelGrant.Level {
    fileprivate var name: String {
        switch self {
        case .privacy: "Privacy"
        case .confidentiality: "Confidentiality"
        case .privilege: "Privilege"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .privacy: "What you can expect: that your own affairs stay your own."
        case .confidentiality: "A duty of whoever listens: not to pass on what they hear."
        case .privilege: "What the law protects, even from a court that asks."
        }
    }
}

extension LevelGrant.Grant {
    fileprivate var name: String {
        switch self {
        case .withExceptions: "Yes, with exceptions."
        case .none: "No."
        case .byTheAgency: "By the agency's own word."
        case .byLaw: "By law."
        case .askCounsel: "Not settled."
        }
    }
}

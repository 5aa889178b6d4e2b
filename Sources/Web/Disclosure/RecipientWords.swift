import Program

extension Recipient {
    /// Whom it is that is told, as a sentence says it.
    func name(_ pack: PolicyPack) -> String {
        switch who {
        case .role(let role):
            "the \(pack.title(role))" + (designeeAllowed ? ", or whoever stands in for them" : "")
        case .crisisReferralService: "a crisis referral service"
        case .anotherSupporter: "another \(pack.terms.supporter), who reads along"
        case .authorityNamedByLaw: "the authority that the law names"
        case .namedInConsent: "whom the written consent names, and as far as it goes"
        }
    }

    /// How fast.
    var pace: String {
        switch deadline {
        case .immediately: "at once"
        case .asSoonAsPossible: "as soon as possible"
        case .open: "when it is right; no time is set"
        }
    }

    /// What the programme does, and what is left to the supporter.
    var manner: String {
        switch who {
        case .role:
            escalates
                ? "They get a notice now, again and again until somebody acknowledges it." : "They get a notice now."
        case .crisisReferralService, .authorityNamedByLaw, .namedInConsent:
            "You tell them yourself and write down here that it is done."
        case .anotherSupporter: "You ask them from the request itself, and write down here that it is done."
        }
    }
}

extension DisclosureException {
    /// As the advisement says it to a seeker: in quotation marks, since it speaks to them and not to whoever reads it here.
    var quotedLabel: String { "“\(label)”" }

    /// Who is told, and how fast, in one sentence.
    func told(_ pack: PolicyPack) -> String {
        "Told: \(recipients.map { "\($0.name(pack)), \($0.pace)" }.joined(separator: "; "))."
    }
}

extension DisclosureException.Force {
    var title: String {
        switch self {
        case .mandatory: "You must"
        case .permissive: "You may"
        }
    }

    func lead(_ pack: PolicyPack) -> String {
        switch self {
        case .mandatory: "In these cases a \(pack.terms.supporter) has no choice."
        case .permissive: "In these cases a \(pack.terms.supporter) may speak, and need not."
        }
    }
}

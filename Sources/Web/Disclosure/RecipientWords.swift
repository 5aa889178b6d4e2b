import HTML
import Program

extension Recipient {
    /// Whom it is that is told, as a sentence says it.
    func name(_ pack: PolicyPack) -> String {
        switch who {
        case .role(let role):
            "the \(pack.title(role))" + (designeeAllowed ? ", or whoever stands in for them" : "")
        case .crisisReferralService: "a crisis referral service"
        case .anotherSupporter: "another \(pack.terms.supporter), who reads along"
        case .authority(let id): pack.authority(id)?.title ?? id.text
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
        case .crisisReferralService, .authority, .authorityNamedByLaw, .namedInConsent:
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
        recipients.isEmpty
            ? "Whom it is told is not settled."
            : "Told: \(recipients.map { "\($0.name(pack)), \($0.pace)" }.joined(separator: "; "))."
    }
}

extension DisclosureException {
    /// Who answers where a recipient does not, in one sentence; nothing where nobody is asked besides.
    func inTheirPlace(_ pack: PolicyPack) -> String? {
        let told = Set(recipients.compactMap(\.who.role))
        guard recipients.contains(where: { $0.escalates && $0.who.role != nil }) else { return nil }
        let next = pack.telling.thenAsked.value.filter { !told.contains($0) }.map { "the \(pack.title($0))" }
        guard !next.isEmpty else { return nil }
        let times = pack.telling.times.value.number
        return
            "Whoever has not answered after \(times == 1 ? "one notice" : "\(times) notices") is not asked alone any more: "
            + "\(next.joined(separator: ", then ")) \(next.count == 1 ? "answers" : "answer") in their place. "
            + "At the end you are told whom to call."
    }
}

extension DisclosureException {
    /// What of it the agency chose, since its source leaves it open: whom it is told, how fast, or whether it must be.
    var choices: HTML? {
        let reasons: Set<String> =
            switch basis {
            case .clauses: []
            case .chosen(let reason): [reason]
            case .byValue(let basis): Set(basis.chosen.values)
            }
        return reasons.isEmpty ? nil : reasons.sorted().map(choiceNote).joined(separator: " ")
    }
}

extension DisclosureException.Force {
    var title: String {
        switch self {
        case .mandatory: "You must"
        case .permissive: "You may"
        case .unsettled: "Not settled yet"
        }
    }

    func lead(_ pack: PolicyPack) -> String {
        switch self {
        case .mandatory: "In these cases a \(pack.terms.supporter) has no choice."
        case .permissive: "In these cases a \(pack.terms.supporter) may speak, and need not."
        case .unsettled:
            "To be settled by each agency with its counsel: whether these must or may be told, and to whom. Until then nothing is told by the system."
        }
    }
}

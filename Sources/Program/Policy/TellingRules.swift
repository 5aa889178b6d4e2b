/// How soon whoever is told of an exception to confidence has to answer, and who is asked where they do not. It has a pace of its own,
/// since "at once" is no matter of how long a page waits for supporters.
package struct TellingRules: PolicyValue {
    /// Of what is told at once: after how many minutes without an answer it is announced again.
    package let atOnceMinutes: Rule<AtOnceMinutes>
    /// The same of what is told as soon as possible.
    package let soonMinutes: Rule<SoonMinutes>
    /// How many times one office is asked before the next one is asked too.
    package let times: Rule<TimesAsked>
    /// The offices that answer in the place of one that does not, in this order. Where all have been asked the supporter is told so, with
    /// whom to call now.
    package let thenAsked: Rule<[RoleID]>
}

/// The name of an authority in a pack.
package struct AuthorityID: PolicyName {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// A body outside the programme that an exception is told to, such as child protective services. The pack says which there are; each
/// agency sets name and telephone number itself.
package struct AuthorityRule: PolicyValue {
    package let id: AuthorityID
    /// What it is, such as `Child protective services`.
    package let title: String
    package let basis: Basis
}

/// Of what is told at once: nobody waits longer than a quarter of an hour before it is told again.
package enum AtOnceMinutesKind: NumberKind {
    package static let range = 1...15
    package static let unit = "minutes; at once is never longer than a quarter of an hour"
}

/// Of what is told as soon as possible: a few hours at the most.
package enum SoonMinutesKind: NumberKind {
    package static let range = 1...240
    package static let unit = "minutes; as soon as possible is never longer than four hours"
}

/// How many times the same office is asked, before another is.
package enum TimesAskedKind: NumberKind {
    package static let range = 1...3
    package static let unit = "times; then somebody else is asked too"
}

package typealias AtOnceMinutes = Bounded<AtOnceMinutesKind>
package typealias SoonMinutes = Bounded<SoonMinutesKind>
package typealias TimesAsked = Bounded<TimesAskedKind>

extension PolicyPack {
    /// How exceptions are told. A pack that says nothing of it was written before it could: the shorter of its own wait for a page and
    /// the longest that there may be, then the offices that a request goes to when nobody takes it.
    package var telling: TellingRules { confidentiality.telling ?? beforeTelling }

    private var beforeTelling: TellingRules {
        TellingRules(
            beforePace: escalation.pace.everyMinutes,
            thenAsked: escalation.steps.compactMap { step in
                switch step.to {
                case .availableSupporters: nil
                case .role(let role): role
                }
            })
    }
}

extension TellingRules {
    /// As a pack reads that is older than the rule.
    ///
    /// - Parameters:
    ///   - pace: its own wait for an answer to a page, in minutes.
    ///   - offices: those that its requests go to when nobody takes them.
    package init(beforePace pace: Int, thenAsked offices: [RoleID]) {
        let why = Basis.chosen("The pack is older than this rule.")
        atOnceMinutes = Rule(AtOnceMinutes(nearest: pace), why)
        soonMinutes = Rule(SoonMinutes(nearest: max(60, pace)), why)
        times = Rule(2, why)
        thenAsked = Rule(offices, why)
    }
}

/// Where supporters refer to, counted and never with a name.
package struct ReferralRules: PolicyValue {
    /// Who may name a provider for the directory; each entry says which of them did.
    package let identifiedBy: Rule<[Body]>
    /// The directory's categories, there from the start.
    package let categories: [RuledItem]
    /// Categories that the directory refuses.
    package let refused: [RefusedReferral]
    package let counted: Rule<Counting>
    /// The questions of the contact form at which a referral is counted; none where the form does not count them.
    package let countedAt: [CountedAt]?
    /// Days after which the supporter alone is reminded to follow up.
    package let followUpAfterDays: Rule<Days>?
    /// Whether licensed professionals are marked as such.
    package let licensedMarked: Rule<Bool>?
    /// Categories whose providers stand in the directory with a licence alone.
    package let licenceAskedOf: Rule<[String]>?

    package enum Counting: String, PolicyWord {
        /// As the contact form has it.
        case onContact
    }
}

/// A category that the directory has no provider of.
package struct RefusedReferral: PolicyValue {
    package let id: String
    package let label: String
    /// Where such help is found instead, told to whoever looks for it.
    package let instead: String?
    package let basis: Basis
}

/// A question of the contact form at which a referral is counted.
package struct CountedAt: PolicyValue {
    /// The kind of contact.
    package let kind: String
    /// The question, by its id.
    package let question: String
    /// The one answer that means a referral; nothing where the question asks for nothing else.
    package let option: String?
    package let basis: Basis
}

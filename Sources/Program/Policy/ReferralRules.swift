/// Where supporters refer to, counted and never with a name.
package struct ReferralRules: PolicyValue {
    /// Who may name a provider for the directory; each entry says which of them did.
    package let identifiedBy: Rule<[Body]>
    /// The directory's categories, there from the start.
    package let categories: [RuledItem]
    /// Categories that the directory refuses.
    package let refused: [RuledItem]
    package let counted: Rule<Counting>
    /// Days after which the supporter alone is reminded to follow up.
    package let followUpAfterDays: Rule<Days>?
    /// Whether licensed professionals are marked as such.
    package let licensedMarked: Rule<Bool>?

    package enum Counting: String, PolicyWord {
        /// As the contact form has it.
        case onContact
    }
}

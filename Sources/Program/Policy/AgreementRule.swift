/// What a supporter signs before being active. A new version asks for a new signature.
package struct AgreementRule: PolicyValue {
    package let title: String
    package let items: [RuledItem]
    /// The parts of the pack that are written out in it.
    package let includes: [Part]
    /// What follows a breach.
    package let consequences: Rule<String>?
    /// Days in which a supporter signs a new version before being inactive.
    package let signAgainWithinDays: Rule<Days>
    package let basis: Basis

    package enum Part: String, PolicyWord {
        case exceptions, leave, removalGrounds, advisement
    }
}

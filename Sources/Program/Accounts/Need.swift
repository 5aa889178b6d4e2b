/// What somebody must be to come to a page or to do an act: asked at the gate, and once more within the act's own transaction,
/// so that a right that was just lost does nothing.
package enum Need: Sendable, Hashable {
    /// The right passphrase was given; the second factor is still owed.
    case owingSecondFactor
    /// Any session, whether or not the second factor is still owed.
    case anySession
    /// Fully signed in, whatever the roles.
    case signedIn
    /// A role with one of these powers today, by the pack of the agency.
    case anyOf([Power])

    /// Who keeps the accounts, and who appoints to some of the roles.
    package static let appoints = Need.anyOf([.manageAccounts, .appointRoles])

    package static func holding(_ power: Power) -> Need { .anyOf([power]) }

    /// Whether a session with those powers meets it.
    package func isMet(by powers: Set<Power>, owesSecondFactor: Bool) -> Bool {
        switch self {
        case .owingSecondFactor: owesSecondFactor
        case .anySession: true
        case .signedIn: !owesSecondFactor
        case .anyOf(let wanted): !owesSecondFactor && !powers.isDisjoint(with: wanted)
        }
    }
}

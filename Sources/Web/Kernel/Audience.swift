import Program

/// Who may come to a route. Every route names exactly one. Someone signed in whom it does not admit gets what an unknown
/// address gives.
package enum Audience: Sendable, Hashable {
    /// Anyone, without an account.
    case everyone
    /// Whoever has shown the receipt of a request, by the pass they got for it. Staff come as nobody.
    case seeker
    /// Whoever gave the right passphrase and still owes the second factor.
    case owingSecondFactor
    /// Any session, whether or not the second factor is still owed.
    case anySession
    /// Any account that is fully signed in.
    case signedIn
    /// Accounts whose roles have one of these powers today, by the pack of their agency.
    case holdingAny([Power])

    package static func holding(_ power: Power) -> Audience { .holdingAny([power]) }

    /// Whether an account with those powers belongs to it; `nil` stands for nobody signed in.
    package func admits(_ powers: Set<Power>?, owesSecondFactor: Bool) -> Bool {
        switch self {
        case .everyone: true
        case .seeker: false
        case .owingSecondFactor: powers != nil && owesSecondFactor
        case .anySession: powers != nil
        case .signedIn: powers != nil && !owesSecondFactor
        case .holdingAny(let wanted): !owesSecondFactor && powers.map { !$0.isDisjoint(with: wanted) } ?? false
        }
    }

    /// As the access matrix prints it.
    package var name: String {
        switch self {
        case .everyone: "everyone"
        case .seeker: "seeker with a receipt"
        case .owingSecondFactor: "owing the second factor"
        case .anySession: "any session"
        case .signedIn: "signed in"
        case .holdingAny(let wanted): wanted.map(\.rawValue).joined(separator: " or ")
        }
    }
}

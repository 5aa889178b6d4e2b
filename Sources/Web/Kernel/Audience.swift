import Program

/// Who may come to a route. Every route names exactly one. Someone signed in whom it does not admit gets what an unknown
/// address gives.
package enum Audience: Sendable, Hashable {
    /// Anyone, without an account.
    case everyone
    /// Whoever has shown the receipt of a request, by the pass they got for it. Staff come as nobody.
    case seeker
    /// Whoever is signed in and meets the need, by the pack of their agency.
    case staff(Need)

    package static let owingSecondFactor = Audience.staff(.owingSecondFactor)
    package static let anySession = Audience.staff(.anySession)
    package static let signedIn = Audience.staff(.signedIn)

    package static func holding(_ power: Power) -> Audience { .staff(.holding(power)) }
    package static func holdingAny(_ powers: [Power]) -> Audience { .staff(.anyOf(powers)) }

    /// Whether an account with those powers belongs to it; `nil` stands for nobody signed in.
    package func admits(_ powers: Set<Power>?, owesSecondFactor: Bool) -> Bool {
        switch self {
        case .everyone: true
        case .seeker: false
        case .staff(let need): powers.map { need.isMet(by: $0, owesSecondFactor: owesSecondFactor) } ?? false
        }
    }

    /// As the access matrix prints it.
    package var name: String {
        switch self {
        case .everyone: "everyone"
        case .seeker: "seeker with a receipt"
        case .staff(.owingSecondFactor): "owing the second factor"
        case .staff(.anySession): "any session"
        case .staff(.signedIn): "signed in"
        case .staff(.anyOf(let wanted)): wanted.map(\.rawValue).joined(separator: " or ")
        }
    }
}

import Program

/// Who may come to a route. Every route names exactly one. Someone signed in whom it does not admit gets what an unknown
/// address gives.
package enum Audience: Sendable, Hashable {
    /// Anyone, without an account.
    case everyone
    /// Whoever has shown the receipt of a request, by the pass they got for it. Staff come as nobody.
    case seeker
    /// The agency's own directory, by a token of the agency's. Staff and seekers come as nobody.
    case directory
    /// Whoever is signed in and meets the need, by the pack of their agency.
    case staff(Need)

    package static let owingSecondFactor = Audience.staff(.owingSecondFactor)
    package static let signedIn = Audience.staff(.signedIn)

    package static func holding(_ power: Power) -> Audience { .staff(.holding(power)) }

    /// Whether an account with those powers belongs to it; `nil` stands for nobody signed in.
    package func admits(_ powers: Set<Power>?, owesSecondFactor: Bool) -> Bool {
        switch self {
        case .everyone: true
        case .seeker, .directory: false
        case .staff(let need): powers.map { need.isMet(by: $0, owesSecondFactor: owesSecondFactor) } ?? false
        }
    }

    /// As the access matrix prints it.
    package var name: String {
        switch self {
        case .everyone: "everyone"
        case .seeker: "seeker with a receipt"
        case .directory: "the agency's directory, by its token"
        case .staff(.owingSecondFactor): "owing the second factor"
        case .staff(.anySession): "any session"
        case .staff(.signedIn): "signed in"
        case .staff(.anyOf(let wanted)): wanted.map(\.rawValue).joined(separator: " or ")
        }
    }
}

/// Who may come, and as whom a handler meets them: neither can be said without the other.
struct Whom<By: Acting>: Sendable {
    let audience: Audience
}

extension Whom where By == StaffVisit {
    static func staff(_ need: Need) -> Whom { Whom(audience: .staff(need)) }
    static func holding(_ power: Power) -> Whom { staff(.holding(power)) }
    static var signedIn: Whom { staff(.signedIn) }
}

extension Whom where By == SeekerVisit {
    /// Whoever has shown the receipt of a request. The address is the same for every request.
    static var seeker: Whom { Whom(audience: .seeker) }
}

extension Whom where By == AgencyVisit {
    /// Anybody who comes to an agency, which stands first in the address.
    static var everyone: Whom { Whom(audience: .everyone) }
}

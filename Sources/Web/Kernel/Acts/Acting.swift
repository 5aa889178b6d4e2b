import Operations
import Program

/// Whoever does an act: staff signed in, a seeker with a receipt, or anybody who comes to an agency.
protocol Acting: Sendable {
    /// The one whom the gate let through; nothing where they came to an agency that there is not. Fails where the gate let through
    /// nobody of the kind.
    static func of(_ arrival: Route.Arrival) async throws -> Self?

    var visit: Visit { get }
    var agency: Agency { get }
    /// What each form carries: that it is one of ours, and which sending it is. Another each time.
    var formToken: String { get }
}

extension Acting {
    var site: Site { visit.site }
    var programmes: Programmes { visit.programmes }
    var form: FormAnswers { visit.form }
    var pack: PolicyPack { agency.policy }
}

extension StaffVisit: Acting {
    static func of(_ arrival: Route.Arrival) throws -> StaffVisit? {
        guard let staff = arrival.staff else { throw GateBroken() }
        return StaffVisit(visit: arrival.visit, staff: staff)
    }

    package var agency: Agency { staff.agency }
}

extension SeekerVisit: Acting {
    static func of(_ arrival: Route.Arrival) throws -> SeekerVisit? {
        guard let seeker = arrival.seeker else { throw GateBroken() }
        return SeekerVisit(visit: arrival.visit, seeker: seeker)
    }
}

/// The visit of anybody to what an agency has for everybody: whoever it is, they come as nobody.
struct AgencyVisit: Acting {
    let visit: Visit
    let agency: Agency

    /// The agency stands first in each of these addresses.
    static func of(_ arrival: Route.Arrival) async throws -> AgencyVisit? {
        guard let slug = arrival.values.first.flatMap({ PathID(pathText: $0) }),
            let agency = try await arrival.visit.programmes.agency(slug: slug.text)
        else { return nil }
        return AgencyVisit(visit: arrival.visit, agency: agency)
    }

    var formToken: String { FormToken().text }
}

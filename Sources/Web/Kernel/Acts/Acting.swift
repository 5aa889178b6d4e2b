import Operations
import Program

/// Whoever does an act: staff signed in, or a seeker with a receipt.
protocol Acting: Sendable {
    /// The one whom the gate let through. Fails where it let through nobody of the kind.
    static func of(_ arrival: Route.Arrival) throws -> Self

    var visit: Visit { get }
    var agency: Agency { get }
    /// What each form carries: that it is one of ours, and which sending it is. Another each time.
    var formToken: String { get }
}

extension StaffVisit: Acting {
    static func of(_ arrival: Route.Arrival) throws -> StaffVisit { try arrival.staffVisit() }

    package var agency: Agency { staff.agency }
}

extension SeekerVisit: Acting {
    static func of(_ arrival: Route.Arrival) throws -> SeekerVisit {
        SeekerVisit(visit: arrival.visit, seeker: try arrival.seekerThere())
    }
}

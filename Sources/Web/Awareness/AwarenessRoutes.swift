import HTML
import Operations
import Program

/// What an agency tells everybody in it, support or not.
enum AwarenessAddresses {
    static let orientation = Address<PathID>("agencies/{agency}/orientation")
    static let supervisors = Address<PathID>("agencies/{agency}/supervisors")
}

extension Routes {
    static let awareness: [Route] = [
        .open(.get, AwarenessAddresses.orientation) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .scriptedPage(OrientationPage.orientation(agency, visit))
        },
        .open(.get, AwarenessAddresses.supervisors) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .scriptedPage(SupervisorPage.supervisors(agency, visit.site))
        },
    ]
}

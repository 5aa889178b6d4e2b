import HTML
import Operations
import Program

/// What an agency tells everybody in it, support or not.
enum AwarenessAddresses {
    static let orientation = AddressOf<PathID>("agencies", by: "agency", then: ["orientation"])
    static let supervisors = AddressOf<PathID>("agencies", by: "agency", then: ["supervisors"])
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

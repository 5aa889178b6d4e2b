import HTML
import Operations
import Program

/// What an agency tells everybody in it, support or not.
enum AwarenessPlaces {
    static let orientation = PlaceOf<PathID>("agencies", by: "agency", then: ["orientation"])
    static let supervisors = PlaceOf<PathID>("agencies", by: "agency", then: ["supervisors"])
}

extension Routes {
    static let awareness: [Route] = [
        .open(.get, AwarenessPlaces.orientation) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .scriptedPage(OrientationPage.orientation(agency, visit))
        },
        .open(.get, AwarenessPlaces.supervisors) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            return .scriptedPage(SupervisorPage.supervisors(agency, visit.site))
        },
    ]
}

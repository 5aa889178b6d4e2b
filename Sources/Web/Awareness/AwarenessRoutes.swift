/// What an agency tells everybody in it, support or not.
enum AwarenessAddresses {
    static let orientation = Address<PathID>("agencies/{agency}/orientation")
    static let supervisors = Address<PathID>("agencies/{agency}/supervisors")
}

extension Routes {
    static let awareness: [Route] = [
        .open(.get, in: AwarenessAddresses.orientation) { visit in
            .scriptedPage(OrientationPage.orientation(visit.agency, visit.visit))
        },
        .open(.get, in: AwarenessAddresses.supervisors) { visit in
            .scriptedPage(SupervisorPage.supervisors(visit.agency, visit.site))
        },
    ]
}

/// What an agency tells everybody in it, support or not.
enum AwarenessAddresses {
    static let orientation = Address<PathID>("agencies/{agency}/orientation")
    static let slides = Address<PathID>("agencies/{agency}/orientation/slides")
    static let supervisors = Address<PathID>("agencies/{agency}/supervisors")
    /// Where a supervisor asks for another member, with the code of the one who is asked for.
    static let another = Address<PathID>("agencies/{agency}/another")
}

extension Routes {
    static let awareness: [Route] = [
        .open(.get, in: AwarenessAddresses.orientation) { visit in
            .scriptedPage(OrientationPage.orientation(visit.agency, visit.visit))
        },
        .open(.get, in: AwarenessAddresses.slides) { visit in
            .scriptedPage(SlidesPage.html(visit.agency, visit.visit))
        },
        .open(.get, in: AwarenessAddresses.supervisors) { visit in
            .scriptedPage(SupervisorPage.supervisors(visit.agency, visit.site))
        },
    ]
}

import HTML
import Operations

enum StartPlaces {
    static let start = Place()
    static let agency = PlaceOf<PathID>("agencies", by: "agency")
}

extension Routes {
    static let start: [Route] = [
        .open(.get, StartPlaces.start) { visit in
            .page(StartPages.start(try await visit.programmes.agencyNames(), visit.site))
        },
        .open(.get, StartPlaces.agency) { visit, slug in
            guard let agency = try await visit.programmes.agency(slug: slug.text) else { return nil }
            let supporters = try await visit.programmes.supportersToChoose(in: agency)
            return .scriptedPage(AgencyPage.html(agency, supporters, visit.site))
        },
    ]
}

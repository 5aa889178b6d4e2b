import HTML
import Operations
import Program

enum PeoplePlaces {
    static let people = Place("people")
    static let importing = Place("people", "import")
}

extension Routes {
    static let people: [Route] = [
        .staff(.get, PeoplePlaces.people, for: .holding(.managePeople)) { visit in
            let beginning = visit.visit.query("after") ?? ""
            let area = try await visit.area(for: .managePeople)
            let found = try await visit.programmes.people(
                after: beginning, limit: Listing<ListedPerson>.lookahead, in: area.areas, by: visit.staff)
            return .page(PeoplePages.list(Listing(found: found, after: beginning), area, visit))
        },
        .staff(.get, PeoplePlaces.importing, for: .holding(.managePeople)) { visit in
            .page(PeoplePages.importing(visit))
        },
    ]
}

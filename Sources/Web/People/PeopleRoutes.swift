import HTML
import Operations
import Program

enum PeopleAddresses {
    static let people = FixedAddress("people")
    static let importing = FixedAddress("people/import")
}

extension Routes {
    static let people: [Route] = [
        .staff(.get, PeopleAddresses.people, for: .holding(.managePeople)) { visit in
            let beginning = visit.visit.query("after") ?? ""
            let area = try await visit.area(for: .managePeople)
            let found = try await visit.programmes.people(
                after: beginning, limit: Listing<ListedPerson>.lookahead, in: area.areas, by: visit.staff)
            return .page(PeoplePages.list(Listing(found: found, after: beginning), area, visit))
        },
        .staff(.get, PeopleAddresses.importing, for: .holding(.managePeople)) { visit in
            .page(PeoplePages.importing(visit))
        },
    ]
}

import Operations
import Program

enum PeopleAddresses {
    static let people = FixedAddress("people")
    static let importing = FixedAddress("people/import")
}

extension Routes {
    static let people: [Route] = [
        .staff(.get, PeopleAddresses.people, for: .holding(.managePeople)) { visit in
            let area = try await visit.area(for: .managePeople)
            return .page(PeoplePages.list(try await visit.people(in: area.areas), area, visit))
        },
        .staff(.get, PeopleAddresses.importing, for: .holding(.managePeople)) { visit in
            .page(PeoplePages.importing(visit))
        },
        .read(
            "listPeople", "The people who are with the agency in order of employee number, fifty at a time.",
            at: PeopleAddresses.people, for: .holding(.managePeople), query: [.after, .area], "A page of people.",
            PeopleShapes.page
        ) { visit in try await visit.people(in: visit.visit.query("area").map { [$0] }) },
    ]
}

extension StaffVisit {
    /// A page of the directory, after whom the query says.
    fileprivate func people(in areas: [String]?) async throws -> Listing<ListedPerson> {
        let beginning = visit.query("after") ?? ""
        let found = try await programmes.people(
            after: beginning, limit: Listing<ListedPerson>.lookahead, in: areas, by: staff)
        return Listing(found: found, after: beginning)
    }
}

private enum PeopleShapes {
    static let page = Shape<Listing<ListedPerson>>(
        .list("people", of: person.of(\.record), \.items),
        Shape.Member(.next) { $0.hasMore ? JSON($0.items.last?.record.employeeNumber) : .null })

    private static let person = Shape<PersonRecord>(
        .words("employeeNumber", \.employeeNumber), .words("givenName", \.givenName),
        .words("familyName", \.familyName), .words("division", \.division), .words("unit", \.unit),
        .words("shift", \.shift), .words("rank", \.rank), .choice("classification", \.classification))
}

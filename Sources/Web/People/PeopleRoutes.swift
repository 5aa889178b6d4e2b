import Operations
import Program

enum PeopleAddresses {
    static let people = FixedAddress("people")
    static let importing = FixedAddress("people/import")
    static let decision = FixedAddress("people/import/decision")
    static let withdrawal = FixedAddress("people/import/withdrawal")
    static let columns = FixedAddress("people/columns")
}

extension Routes {
    static let people: [Route] = directory + filesForPrograms + PeopleActs.routes

    private static let directory: [Route] = [
        .staff(.get, PeopleAddresses.people, for: .holding(.managePeople)) { visit in
            let area = try await visit.area(for: .managePeople)
            return .page(PeoplePages.list(try await visit.people(in: area.areas), area, visit))
        },
        .staff(.get, PeopleAddresses.importing, for: .holding(.managePeople)) { visit in
            try await PeopleImportPage(of: visit).answer()
        },
        .staff(.get, PeopleAddresses.columns, for: .holding(.managePeople)) { visit in
            try await PeopleColumnsPage.answer(visit)
        },
        .read(
            "listPeople", "The people who are with the agency in order of employee number, fifty at a time.",
            at: PeopleAddresses.people, for: .holding(.managePeople), query: [.after, .area], "A page of people.",
            PeopleShapes.page
        ) { visit in try await visit.people(in: visit.visit.query("area").map { [$0] }) },
    ]

    private static let filesForPrograms: [Route] = [
        .read(
            "waitingPersonnelFile",
            "The personnel file that waits for your word: what is wrong with it, or what it would do.",
            at: PeopleAddresses.importing, for: .holding(.managePeople), "What it would do.", PeopleShapes.waiting
        ) { visit in .some(try await visit.programmes.waitingPersonnelFile(of: visit.staff)) },
        .read(
            "personnelColumns", "Which heading of your files is which column.", at: PeopleAddresses.columns,
            for: .holding(.managePeople), "By column; empty where your files do not have it.",
            byPack: PeopleShapes.columns,
            load: { visit in try await visit.programmes.personnelMapping(of: visit.agency) }),
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

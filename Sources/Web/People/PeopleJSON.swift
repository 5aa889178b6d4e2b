import Operations
import Program

enum PeopleInterfaceAddresses {
    static let people = FixedAddress("api/v1/people")
}

extension Routes {
    static let peopleInterface: [Route] = [
        .api(.get, PeopleInterfaceAddresses.people, for: .holding(.managePeople), PeopleEndpoints.list) { call in
            let beginning = call.visit.query("after") ?? ""
            let found = try await call.programmes.people(
                after: beginning, limit: Listing<ListedPerson>.lookahead, in: call.visit.query("area").map { [$0] },
                by: call.staff)
            return .success(.json(PeopleJSON.list(Listing(found: found, after: beginning))))
        }
    ]
}

enum PeopleEndpoints {
    static let list = Endpoint(
        "listPeople", "The people who are with the agency in order of employee number, fifty at a time.",
        success: .ok("A page of people.") { _ in
            .object([Schema.Property("people", .list(of: person)), .next])
        }, mayRefuse: false, query: [.after, .area])

    private static let person = Schema.object(
        [
            "employeeNumber", "givenName", "familyName", "division", "unit", "shift", "rank",
        ].map { Schema.Property($0, .words) } + [
            Schema.Property("classification", .choice(PersonRecord.Classification.allCases.map(\.rawValue)))
        ])
}

enum PeopleJSON {
    static func list(_ listing: Listing<ListedPerson>) -> JSON {
        [
            "people": .array(listing.items.map { person($0.record) }),
            "next": listing.hasMore ? JSON(listing.items.last?.record.employeeNumber) : .null,
        ]
    }

    private static func person(_ record: PersonRecord) -> JSON {
        [
            "employeeNumber": .string(record.employeeNumber), "givenName": .string(record.givenName),
            "familyName": .string(record.familyName), "division": .string(record.division),
            "unit": .string(record.unit), "shift": .string(record.shift), "rank": .string(record.rank),
            "classification": .string(record.classification.rawValue),
        ]
    }
}

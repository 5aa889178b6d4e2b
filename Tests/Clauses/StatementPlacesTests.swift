import PolicyPacks
import Program
import Testing
import WebSupport

/// Whatever an agency wants said at a place is said there, to those it is meant for.
@Suite struct StatementPlacesTests {
    private static let visitors: Set<Statement.Audience> = [.everyone, .seekers]
    private static let team: Set<Statement.Audience> = [.everyone, .supporters]

    /// A county that says something of its own at each place to everybody who may come there.
    private static func springfield() throws -> LoadedPack {
        let statements = Statement.Place.allCases.flatMap { place in
            Statement.Audience.allCases.map { audience in
                "  - {id: \(place.id)-\(audience.id), text: \"\(words(place, audience))\", to: \(audience.id), "
                    + "places: [\(place.id)], basis: [KSO-P-1]}"
            }
        }
        return try PackLibrary.load(
            """
            id: springfield
            version: "1"
            extends: kern-sheriff
            statements:
            \(statements.joined(separator: "\n"))
            """, file: "springfield.yaml"
        ).get()
    }

    private static func words(_ place: Statement.Place, _ audience: Statement.Audience) -> String {
        "Said in \(place.id) to \(audience.id)."
    }

    private func expect(
        _ page: Page, says place: Statement.Place, to audiences: Set<Statement.Audience>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        // What is said to whoever is under investigation is said at every advisement, wherever the pack puts it.
        for audience in Statement.Audience.allCases where audience != .seekersUnderInvestigation {
            let isSaid = page.words.contains(Self.words(place, audience))
            #expect(
                isSaid == audiences.contains(audience), "\(place.id) to \(audience.id)", sourceLocation: sourceLocation)
        }
    }

    @Test func everyPlaceSaysWhatThePackWantsSaidThere() async throws {
        let town = try await DemoTown.start(on: [Self.springfield()])
        let visitor = town.visitor()
        let agency = "/agencies/\(town.agency.slug)"
        let everybody = Set(Statement.Audience.allCases)
        expect(try await visitor.page(agency), says: .publicPage, to: Self.visitors)
        expect(try await visitor.page("\(agency)/ask"), says: .requestForm, to: Self.visitors)
        expect(try await visitor.page(agency), says: .advisement, to: Self.visitors)
        expect(try await visitor.page("\(agency)/orientation"), says: .orientation, to: Self.visitors)
        expect(try await visitor.page("\(agency)/supervisors"), says: .supervisorPage, to: [.everyone, .supervisors])
        for reader in [visitor, try await town.signedIn("supporter")] {
            let path = reader === visitor ? "\(agency)/handbook" : "/handbook"
            expect(try await reader.page(path), says: .handbook, to: everybody)
        }

        try await town.employs([("70-11", "Ana", "", true, false)])
        let supporter = try await town.supporter("ana", named: "Ana Person", employee: "70-11")
        expect(try await supporter.page("/agreement"), says: .agreement, to: everybody)
        expect(try await supporter.page("/contacts/new"), says: .contactEntry, to: Self.team)
        let recorder = try await town.signedIn("coordinator")
        expect(try await recorder.page("/incidents"), says: .incidentForm, to: Self.team)

        try await town.opensHours(supporter)
        let receipt = try Page(try await town.asks(["standing": "employee", "way": "message"]))
        expect(receipt, says: .receipt, to: Self.visitors)
        let id = try await supporter.offer()
        let supervising = Self.team.union([.supervisingSupporters])
        expect(try await supporter.page("/offers/\(id)"), says: .offer, to: supervising)
        #expect(try await supporter.accept(id).status == 303)
        expect(try await supporter.page("/requests/\(id)"), says: .acceptance, to: supervising)
        #expect(try await supporter.advise(id, admonishing: true).status == 303)
        let open = try await supporter.page("/requests/\(id)")
        expect(open, says: .requestPage, to: supervising)
        expect(open, says: .messageBox, to: Self.team)
    }
}

extension RawRepresentable where RawValue == String {
    /// As packs write it.
    fileprivate var id: String {
        rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}

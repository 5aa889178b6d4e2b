import Operations
import PolicyPacks
import Program
import Testing

/// Whom a newcomer is shown to try, agency by agency.
@Suite struct DemonstrationCastTests {
    @Test func everyRoleOfEveryAgencyHasOneLineAndSomebody() {
        let ofPacks = PackLibrary.bundled.map(\.text)
        #expect(Demonstration.casts.map(\.agency).sorted() == (ofPacks + ["springfield-police"]).sorted())
        for cast in Demonstration.casts {
            // The neighbour has the offices of the guidelines.
            let pack = ofPacks.contains(cast.agency) ? cast.agency : "iacp"
            guard case .success(let loaded) = PackLibrary.load(PackID(pack)) else {
                Issue.record("\(cast.agency)")
                continue
            }
            #expect(cast.roles.map(\.title) == loaded.pack.roles.map(\.title))
            let logins = cast.roles.flatMap(\.logins)
            #expect(Set(logins).count == logins.count && cast.roles.allSatisfy { !$0.logins.isEmpty })
            #expect(cast.roles.contains { $0.logins == ["supporter", "colleague"] }, "\(cast.agency)")
        }
    }

    /// Whoever plays a supporter can be offered a request: somebody whose work is to investigate never is (OCP-II.C).
    @Test(arguments: PeopleShapes.allCases) func nobodyIsCastWhomRequestsAreKeptFrom(_ agency: PeopleShapes) throws {
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let keeper = try #require(pack.roles(with: .keepStatSheet).first)
        let day = try #require(PeopleShapes.today)
        let people = try agency.people(200).map { ListedPerson(id: $0.employeeNumber, record: $0, endedOn: nil) }
        let cast = people.filter { Demonstration.mayBeCast($0, as: keeper.id, under: pack, from: day) }
        #expect(cast.count > 40)
        #expect(cast.allSatisfy { !$0.record.investigates && !$0.record.isSupervisor })
        #expect(people.contains { $0.record.investigates && !$0.record.isSupervisor })
    }
}

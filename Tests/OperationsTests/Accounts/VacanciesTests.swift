import Operations
import PolicyPacks
import Program
import Store
import TestSupport
import Testing

/// What nobody is there for, as whoever runs the server is told it: agency by agency, and without anybody's name.
@Suite struct VacanciesTests {
    private let sink = DeliverySink()

    private func found(_ programmes: Programmes) async throws -> [AgencyVacancies] {
        var found: [AgencyVacancies] = []
        try await programmes.vacancies { found.append($0) }
        return found
    }

    @Test(arguments: engines) func whoHasEnrolledIsThere(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let empty = try #require(try await found(ground.programmes).first)
        #expect(empty.agency == "the-agency")
        #expect(Set(empty.vacancies).isSuperset(of: [.noSupporter, .noKeeper]))
        let pat = try await ground.member("pat", roles: "supporter")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        let after = try #require(try await found(ground.programmes).first)
        #expect(Set(empty.vacancies).subtracting(after.vacancies) == [.noSupporter, .takesNoRequests])
        #expect(!after.words.contains { $0.contains("pat") })
    }

    @Test(arguments: engines) func anAgencyThatCannotBeReadHidesNoOther(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let other = try await ground.programmes.foundAgency(
            slug: "another-agency", name: "Another Department", timeZone: "America/Los_Angeles",
            pack: try PackLibrary.load(PackID("kern-sheriff")).get()
        ).get()
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE pack SET content = 'spoiled' WHERE hash = \(ground.agency.packHash)")
        }
        let programmes = try ground.restarted()
        var read: [String] = []
        await #expect(throws: FailedAgencies.self) { try await programmes.vacancies { read.append($0.agency) } }
        #expect(read == [other.slug])
    }

    @Test(arguments: engines) func theEngineSaysWhatItIs(_ engine: Engine) async throws {
        let facts = try await Ground(engine).database.facts()
        #expect(facts.version.first?.isNumber == true)
        #expect((facts.clock != nil) == (engine == .postgresql))
    }
}

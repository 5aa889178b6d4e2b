import Operations
import Program
import Sealing
import Store
import Testing

/// What shows today that duties are carried out: counts that follow what happened, and nothing of requests.
@Suite struct EvidenceTests {
    @Test(arguments: engines) func sheetsThatAreLateAreCounted(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let october = try #require(Month("2026-10"))
        let watcher = try await ground.member("c.lead", roles: "coordinator")
        let first = try await ground.member("a.lopez", roles: "supporter")
        _ = try await ground.member("b.moss", roles: "supporter")
        #expect(
            try await evidence(.sheets, watcher, ground)
                == Evidence(.sheets, done: 0, of: 2, missing: 0, month: october))
        _ = try await ground.programmes.submitSheet(october, by: first).get()
        #expect(
            try await evidence(.sheets, watcher, ground)
                == Evidence(.sheets, done: 1, of: 2, missing: 0, month: october))
        try ground.move(to: "2026-11-12")
        let later = try await ground.member("d.lead", roles: "coordinator")
        #expect(
            try await evidence(.sheets, later, ground) == Evidence(.sheets, done: 1, of: 2, missing: 1, month: october))
    }

    @Test(arguments: engines) func cardsAndKeysAreThoseOfTheTeam(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let watcher = try await ground.member("c.lead", roles: "coordinator")
        let member = try await ground.member("a.lopez", roles: "supporter")
        #expect(try await evidence(.cards, watcher, ground) == Evidence(.cards, done: 0, of: 1, missing: 0))
        #expect(try await evidence(.keys, watcher, ground) == Evidence(.keys, done: 1, of: 1, missing: 0))
        var form = CardForm()
        form.name = "Ana Lopez"
        _ = try await ground.programmes.show(form, by: member).get()
        #expect(try await evidence(.cards, watcher, ground) == Evidence(.cards, done: 1, of: 1, missing: 0))
        // Nobody holds the offices that are told of disclosures.
        let offices = try await evidence(.offices, watcher, ground)
        #expect(offices.missing > 0 && offices.done + offices.missing == offices.of)
    }

    private func evidence(_ kind: Evidence.Kind, _ staff: Staff, _ ground: Ground) async throws -> Evidence {
        try #require(try await ground.programmes.evidence(for: staff).first { $0.kind == kind })
    }
}

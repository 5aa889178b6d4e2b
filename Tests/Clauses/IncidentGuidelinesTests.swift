import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// The guidelines: a licensed professional beside groups, and the team's own debriefing after a large-scale event.
@Suite struct IncidentGuidelinesTests {
    @Test(.clause("IACP-3.3"))
    func aGroupWithoutALicensedProfessionalIsWarnedOf() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator)
        let meeting = try await incident.plans("group-intervention", hoursAfter: 5)
        let (supporter, professional) = (
            try town.member("supporter").account, try town.member("clinical-supervisor").account
        )
        func confirm(_ team: [String]) async throws -> Int {
            try await coordinator.fills("\(meeting)/team", team.map { ("team", $0) }).status
        }
        #expect(try await confirm([]) == 422, "a meeting that nobody holds")
        #expect(try await confirm([supporter]) == 303)
        let alone = try await coordinator.page(meeting).words
        #expect(alone.contains("Recommended, and not there") && alone.contains("1 more mental health professional"))
        #expect(try await confirm([professional]) == 303)
        #expect(try await coordinator.page(meeting).words.contains("1 more member of the team"))
        #expect(try await confirm([supporter, professional]) == 303)
        #expect(try await !coordinator.page(meeting).words.contains("Recommended, and not there"))
    }

    @Test(.clause("IACP-5.3"))
    func afterALargeScaleEventEveryResponderHasToComeToADebriefing() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let small = try await RunIncident.reported(in: town, by: coordinator)
        #expect(try await !small.board().words.contains("Debriefing of the team"))
        let large = try await RunIncident.reported(in: town, by: coordinator, ["isLargeScale": "yes"])
        #expect(try await large.clock("Debriefing of the team")[1] == "→ As soon as can be")
        let closing = try await large.sends("end", [])
        #expect(closing.status == 422 && closing.text.contains("5.3"))
        // A supporter who held a group is one of those who responded.
        let meeting = try await large.plans("group-intervention", hoursAfter: -1)
        let supporter = try town.member("supporter").account
        #expect(try await coordinator.fills("\(meeting)/team", [("team", supporter)]).status == 303)
        let held = try await coordinator.fills(
            "\(meeting)/held", [("startedAt", town.local(-1)), ("minutes", "30"), ("present", "5")])
        #expect(held.status == 303, "\(held.text)")
        let debriefing = try await large.plans("team-debriefing", hoursAfter: 4)
        let asked = try await town.signedIn("supporter").page("/responses").words
        #expect(asked.contains("Debriefing of the team") && asked.contains("You have to be there."))
        town.pass(seconds: 8 * 3_600)
        let again = try await town.signedIn("coordinator")
        #expect(try await again.fills("\(debriefing)/attendance", [("present", supporter)]).status == 303)
        let done = try await again.fills(
            "\(debriefing)/held", [("startedAt", town.local(-3)), ("minutes", "60"), ("present", "1")])
        #expect(done.status == 303, "\(done.text)")
        #expect(try await again.page(debriefing).hasTicked("present"))
        #expect(try await again.fills("\(large.place)/end", []).status == 303)
    }
}

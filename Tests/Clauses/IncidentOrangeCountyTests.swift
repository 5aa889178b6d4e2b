import Foundation
import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// Orange County: told within a day, defused, decided on together, debriefed by a team that satisfies the policy.
@Suite struct IncidentOrangeCountyTests {
    @Test(.clause("OCP-II.D.2"), .clause("OCP-II.D.3"))
    func theReportSaysWhatOneIsAndHasExactlyTheseKinds() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let page = try await coordinator.page("/critical-incidents/report")
        #expect(page.words.contains("An event that sets off an unusually strong stress reaction."))
        let kinds = page.options(of: "kind")
        #expect(kinds == ["shooting", "colleague-harmed", "hostage", "suicide", "violence", "child-death", "other"])
        let refused = try await coordinator.fills("/critical-incidents", RunIncident.fields(town, ["kind": "flood"]))
        #expect(refused.status == 422 && refused.text.contains("What it was: choose one."))
    }

    @Test(.clause("OCP-II.D.1"))
    func toldWithinADayAndTheNamesAreTheCoordinatorsAlone() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let written = try await coordinator.fills("/critical-incidents", RunIncident.fields(town, ["means": "page"]))
        #expect(written.status == 422 && written.text.contains("II.D.1"))
        let inTime = try await RunIncident.reported(
            in: town, by: coordinator, ["names": "Canary Quillfeather\nDora Example"], hoursAgo: 20)
        #expect(try await inTime.clock("Told")[1] == "✓ Done")
        #expect(try await inTime.board().words.contains("Canary Quillfeather"))
        #expect(try await inTime.board().words.contains("By telephone"))
        let late = try await RunIncident.reported(
            in: town, by: coordinator, ["toldAt": town.local(-1)], hoursAgo: 30)
        #expect(try await late.clock("Told")[1] == "✓ Done late")
        // Nobody else comes to the board, and the name lies in no row in the clear.
        for role in ["administrator", "supporter", "committee-member", "chief"] {
            #expect(try await town.signedIn(role).get(inTime.place).status == 404)
        }
    }

    @Test(.clause("OCP-I.A-3"), .clause("OCP-II.D.4"))
    func theCommunityIsCountedApart() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        _ = try await RunIncident.reported(in: town, by: coordinator)
        for scope in ["community", "community", "other-departments"] {
            _ = try await RunIncident.reported(in: town, by: coordinator, ["scope": scope])
        }
        let counts = try await coordinator.page("/critical-incidents").facts
        #expect(counts["Our own people"] == "1" && counts["The community"] == "2" && counts["Other departments"] == "1")
    }

    @Test(.clause("OCP-II.E.1"))
    func howLongItHasBeenIsShownUntilOneIsHeldOrDecidedAgainst() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator, hoursAgo: 5)
        let waiting = try await incident.clock("Defusing")
        #expect(waiting[1] == "→ As soon as can be" && waiting[2].contains("5 hours since the incident"))
        #expect(try await incident.clock("Decide: debriefing")[2].contains("since the incident"))
        let held = try await incident.sends(
            "held", [("meeting", "defusing"), ("startedAt", town.local(-1)), ("minutes", "40"), ("present", "6")])
        #expect(held.status == 303, "\(held.text)")
        #expect(try await incident.clock("Defusing")[1] == "✓ Done")
    }

    @Test(.clause("OCP-II.E.2a"))
    func aDefusingHasItsStartAndLengthAndALongOneIsNoted() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let incident = try await RunIncident.reported(
            in: town, by: try await town.signedIn("coordinator"), hoursAgo: 6)
        for (minutes, words) in [("60", "✓ Held"), ("75", "✓ Held, longer than usual")] {
            let reply = try await incident.sends(
                "held",
                [("meeting", "defusing"), ("startedAt", town.local(-4)), ("minutes", minutes), ("present", "6")])
            #expect(reply.status == 303, "\(reply.text)")
            let rows = try #require(try await incident.board().table("Meetings"))
            #expect(rows.contains { $0[0] == "Defusing" && $0[2] == words }, "\(rows)")
        }
        let ahead = try await incident.sends(
            "held", [("meeting", "defusing"), ("startedAt", town.local(0)), ("minutes", "30"), ("present", "6")])
        #expect(ahead.status == 422 && ahead.text.contains("written down once it is over"))
    }

    @Test(.clause("OCP-II.E.2c"))
    func whatADefusingIsForIsSaidThereAndAtTheDecision() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator)
        let purpose = "It may make a formal debriefing unnecessary, or help it."
        #expect(try await incident.board().words.contains(purpose))
        let meeting = try await incident.plans("defusing", hoursAfter: 1)
        #expect(try await coordinator.page("\(meeting)/invitation").words.contains(purpose))
        let member = try await town.signedIn("committee-member")
        let asked = try await member.page("/incident-decisions").words
        #expect(asked.contains(purpose) && asked.contains("No defusing was held so far."))
    }

    @Test(.clause("OCP-II.E.2b"), .clause("OCP-II.B.4"))
    func noDebriefingWithoutTheWordOfBoth() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator, hoursAgo: 20)
        let member = try await town.signedIn("committee-member")
        #expect(try await member.page("/home").words.contains("Is a meeting needed?"))
        func planned() async throws -> Reply {
            try await incident.sends(
                "meetings", [("meeting", "debriefing"), ("startsAt", town.local(10)), ("place", "Room 4")])
        }
        let early = try await planned()
        #expect(early.status == 422 && early.text.contains("II.E.2"))
        func word(_ word: String, _ body: String, _ client: Client) async throws -> Int {
            try await RunIncident.word(word, for: body, on: incident.id, by: client).status
        }
        // Neither speaks for the other.
        #expect(try await word("needed", "committee:advisory", coordinator) == 422)
        #expect(try await word("needed", "role:coordinator", coordinator) == 303)
        #expect(try await planned().status == 422)
        // They do not agree; each may say it anew.
        #expect(try await word("not-needed", "committee:advisory", member) == 303)
        #expect(try await incident.board().words.contains("Those who decide do not agree yet."))
        #expect(try await word("needed", "committee:advisory", member) == 303)
        #expect(try await incident.clock("Decide: debriefing")[1] == "✓ Done")
        #expect(try await planned().status == 303)
        #expect(try await incident.board().table("Meetings")?.contains { $0[0] == "Debriefing" } == true)
        #expect(try await word("not-needed", "role:coordinator", coordinator) == 422)
    }

    @Test(.clause("OCP-II.E.3a"))
    func theWindowIsWatchedAndOutsideItTheReasonIsAsked() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator, hoursAgo: 20)
        try await agreed(on: incident, town)
        #expect(try await incident.clock("Debriefing")[1] == "… Not yet")
        func plan(_ hours: Int64, _ more: [(String, String)] = []) async throws -> Reply {
            try await incident.sends(
                "meetings", [("meeting", "debriefing"), ("startsAt", town.local(hours)), ("place", "")] + more)
        }
        for hours in [Int64(1), 60] {
            let outside = try await plan(hours)
            #expect(outside.status == 422 && outside.text.contains("Outside 24 to 72 hours"), "\(hours)")
            #expect(try await plan(hours, [("reason", "whim")]).status == 422)
        }
        #expect(try await plan(10).status == 303)
        let reasoned = try await plan(60, [("reason", "team-not-available")])
        #expect(reasoned.status == 303)
        let page = try await coordinator.page(try #require(reasoned.location)).words
        #expect(page.contains("No complete debriefing team was available earlier"))
        town.pass(seconds: 55 * 3_600)
        let again = try await town.signedIn("coordinator")
        let missed = RunIncident(town: town, leader: again, place: incident.place)
        #expect(try await missed.clock("Debriefing")[1] == "! Missed")
        #expect(try await again.page("/critical-incidents").words.contains("! Missed"))
    }

    @Test(.clause("OCP-II.E.3b"))
    func toComeIsHighlyRecommendedAndCounted() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(
            in: town, by: coordinator, ["names": "Canary Quillfeather"], hoursAgo: 20)
        try await agreed(on: incident, town)
        let meeting = try await incident.plans("debriefing", hoursAfter: 10)
        let invitation = try await coordinator.page("\(meeting)/invitation").words
        #expect(invitation.contains("To come is highly recommended for everybody who was involved."))
        #expect(invitation.contains("who came is written down nowhere"))
        #expect(!invitation.contains("shooting") && !invitation.contains("Canary"))
        let calendar = try await coordinator.get("\(meeting)/invitation.ics")
        #expect(calendar.status == 200 && calendar.text.contains("SUMMARY:Peer support"))
        #expect(!calendar.text.contains("shooting") && !calendar.text.contains("Canary"))
        let form = try #require(
            try await coordinator.page(meeting).forms.first { $0.action == "\(meeting)/held" })
        #expect(Set(form.controls.map(\.name)).isDisjoint(with: ["names", "attendees", "who"]))
    }

    @Test(.clause("OCP-II.E.4"))
    func aTeamThatIsShortIsNotConfirmed() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        _ = try await town.newcomer(
            "second", named: "Sam Second", as: "supporter", since: "2026-01-01", by: coordinator)
        let incident = try await RunIncident.reported(in: town, by: coordinator, hoursAgo: 20)
        try await agreed(on: incident, town)
        let meeting = try await incident.plans("debriefing", hoursAfter: 20)
        let professional = try town.member("mental-health-professional").account
        let one = try town.member("supporter").account
        let staff = try await town.programmes.database.read { transaction in
            try transaction.account(agency: town.agency.agency.id, login: "second")?.id
        }
        let two = try #require(staff)
        func confirm(_ team: [String]) async throws -> Reply {
            try await coordinator.fills("\(meeting)/team", team.map { ("team", $0) })
        }
        let team = [professional, one, two]
        let untrained = try await confirm(team)
        #expect(untrained.status == 422 && untrained.text.contains("no certification in force on that day (CISM)"))
        #expect(untrained.text.contains("II.E.4"))
        // A licence that ends before that day, then one that holds.
        for (day, isConfirmed) in [("2026-03-10", false), ("2027-01-01", true)] {
            let licensed = try await coordinator.api(
                .put, "/api/v1/consultants/cism/licences/\(professional)",
                ["licence": "LMFT 1", "jurisdiction": "California", "expiresOn": .string(day)])
            #expect(licensed.status == 204, "\(licensed)")
            for account in [one, two] {
                let reply = try await coordinator.api(
                    .post, "/api/v1/training/members/\(account)/qualifications",
                    ["qualification": "cism"])
                #expect(reply.status == 204, "\(reply)")
            }
            #expect(try await confirm([professional, one]).status == 422, "one member is too few")
            #expect(try await confirm([one, two]).status == 422, "a professional is needed")
            #expect(try await confirm(team).status == (isConfirmed ? 303 : 422))
        }
        // A chaplain is suggested, and not needed.
        #expect(try await coordinator.page(meeting).words.contains("1 more chaplain"))
        // None is held before its team is confirmed; whoever was part of the incident sits on no team.
        let other = try await incident.plans("debriefing", hoursAfter: 26)
        town.pass(seconds: 24 * 3_600)
        let again = try await town.signedIn("coordinator")
        let held = [("startedAt", town.local(-4)), ("minutes", "150"), ("present", "9")]
        #expect(try await again.fills("\(other)/held", held).status == 422)
        #expect(try await again.fills("\(meeting)/held", held).status == 303)
        #expect(
            try await again.fills("\(incident.place)/involvement", [("account", two), ("involvement", "witness")])
                .status
                == 303)
        let page = try await again.page(other).words
        #expect(page.contains("Sam Second (member of the team): kept out of this debriefing by a rule."))
    }

    /// Both say that a debriefing is needed.
    private func agreed(on incident: RunIncident, _ town: DemoTown) async throws {
        let member = try await town.signedIn("committee-member")
        for (client, body) in [(incident.leader, "role:coordinator"), (member, "committee:advisory")] {
            let reply = try await RunIncident.word("needed", for: body, on: incident.id, by: client)
            try #require(reply.status == 303, "\(reply.text)")
        }
    }
}

/// Orange County: what the team does after an incident, by the policy's list.
@Suite struct IncidentActivityTests {
    @Test(.clause("OCP-II.B.1-3"))
    func listeningHelpingASupervisorAndAnsweringAreKinds() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let incident = try await RunIncident.reported(in: town, by: try await town.signedIn("coordinator"))
        let kinds = try await incident.board().options(of: "activity")
        #expect(Set(kinds).isSuperset(of: ["listening", "defusing", "request"]))
        for (kind, day) in [("listening", "2026-03-10"), ("listening", "2026-03-10"), ("defusing", "2026-03-10")] {
            #expect(try await incident.sends("activities", [("activity", kind), ("on", day)]).status == 303)
        }
        for (kind, day) in [("listening", "2026-03-09"), ("listening", "2026-03-11"), ("flying", "2026-03-10")] {
            #expect(try await incident.sends("activities", [("activity", kind), ("on", day)]).status == 422)
        }
        let facts = try await incident.board().facts
        #expect(facts["Listening after an incident"]?.hasPrefix("2") == true, "\(facts)")
        #expect(facts["Helping a supervisor defuse"]?.hasPrefix("1") == true)
    }
}

/// Orange County: the Crisis Response Team beside the programme.
@Suite struct IncidentPartnerTests {
    @Test(.clause("OCP-II.G-0"), .clause("OCP-II.G.1-4"), .clause("OCP-II.G-5"))
    func theCrisisResponseTeamIsAskedAndItsAnswerKept() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let incident = try await RunIncident.reported(in: town, by: try await town.signedIn("coordinator"))
        let services = try await incident.board().options(of: "service")
        #expect(
            services == ["crt/one-on-one", "crt/handouts", "crt/group", "crt/training", "crt/first-responders"])
        #expect(try await incident.board().words.contains("Crisis Response Team"))
        #expect(try await incident.sends("partners", [("service", "crt/flowers")]).status == 422)
        #expect(try await incident.sends("partners", [("service", "crt/first-responders")]).status == 303)
        let asked = try await incident.board()
        #expect(asked.words.contains("First responder debriefing") && asked.words.contains("… Asked"))
        let form = try #require(asked.forms.first { $0.action.contains("/partners/") })
        func answers(_ reply: String, on day: String, for agreed: String) async throws -> Int {
            try await incident.leader.fills(
                form.action, [("reply", reply), ("answeredOn", day), ("agreedFor", agreed)]
            ).status
        }
        #expect(try await answers("comes", on: "2026-03-09", for: "") == 422, "before they were asked")
        #expect(try await answers("cannot", on: "2026-03-10", for: "2026-03-12") == 422)
        #expect(try await answers("comes", on: "2026-03-10", for: "2026-03-12") == 303)
        let board = try await incident.board()
        #expect(board.words.contains("✓ Agreed") && board.facts["For"] == "12 March 2026")
    }
}

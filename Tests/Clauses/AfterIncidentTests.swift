import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What follows an incident where an agency's own rules have it: follow-ups on their days, and outreach that nobody is asked twice.
@Suite struct AfterIncidentTests {
    static let own = """
        id: springfield
        version: "1"
        extends: orange-county-probation
        agency: {title: Springfield Probation}
        incidents:
          follow-up: {after-days: [3, 30], basis: {chosen: "Most have found their feet by then, or want to talk again."}}
          outreach:
            offered-by: [supporter]
            within-hours: 72
            basis: {chosen: "Nobody should have to ask."}
        """

    private static let names = "Canary Quillfeather\nDora Example"

    private func town() async throws -> DemoTown { try await DemoTown.start(on: [BundledPacks.own(Self.own)]) }

    private func named(_ town: DemoTown, _ leader: Client, hoursAgo: Int64 = 2) async throws -> RunIncident {
        try await RunIncident.reported(in: town, by: leader, ["names": Self.names], hoursAgo: hoursAgo)
    }

    private func offers(_ client: Client) async throws -> [JSON] {
        try await client.read("/api/v1/outreach")["offers"]?.array ?? []
    }

    @Test func aNameIsGivenOnceOfferedAndDestroyedWithTheAnswer() async throws {
        let town = try await town()
        let leader = try await town.signedIn("coordinator")
        let incident = try await named(town, leader)
        let supporter = try town.account("supporter")
        #expect(try await incident.clock("Outreach")[1] == "→ Now")
        #expect(try await incident.board().words.contains("Given to a"))
        let nobody = try await incident.sends("outreach", [("account", supporter)])
        #expect(nobody.status == 422 && nobody.text.contains("at least one name"))
        let given = try await incident.sends("outreach", [("names", "Canary Quillfeather"), ("account", supporter)])
        #expect(given.status == 303, "\(given.text)")
        // Whoever types the name again, however it is written, hears that it was given, and keeps what they typed.
        let again = try await incident.sends(
            "outreach", [("other", "QUILLFEATHER, canary"), ("account", supporter)])
        #expect(again.status == 422 && again.text.contains("Already given to somebody: QUILLFEATHER, canary"))
        #expect(again.text.contains("value=\"QUILLFEATHER, canary\""))
        // The one supporter reads the name; it stands on nobody else's page.
        let member = try await town.signedIn("supporter")
        let page = try await member.page("/responses").words
        #expect(page.contains("Canary Quillfeather") && page.contains("They may take it or leave it"))
        #expect(try await member.page("/home").words.contains("Support to offer: 1"))
        #expect(try await member.notices().contains { $0.text("kind") == "outreach-due" })
        let id = try #require(try await offers(member).first).text("id")
        for role in ["coordinator", "administrator"] {
            let other = try await town.signedIn(role)
            #expect(try await other.post("/outreach/\(id)", ["answer": "wanted"]).status == 404)
            #expect(try await !other.get("/responses").text.contains("Canary Quillfeather"))
        }
        // Not reached: again on a day.
        let when = try await member.post("/outreach/\(id)", ["answer": "not-reached", "again": ""])
        #expect(when.status == 422 && when.text.contains("Try again on"))
        let today = try town.agency.agency.day(at: town.clock.now)
        let later = try #require(today.adding(days: 2)).text
        #expect(try await member.post("/outreach/\(id)", ["answer": "not-reached", "again": later]).status == 303)
        #expect(try await offers(member).first?.text("nextOn") == later)
        #expect(try await member.notices().allSatisfy { $0.text("kind") != "outreach-due" })
        // Wanted: the name is gone, and how many answered is told once the file is closed. Whoever gave the one name must not learn what was said.
        #expect(try await member.post("/outreach/\(id)", ["answer": "wanted", "again": ""]).status == 303)
        #expect(try await offers(member).isEmpty)
        #expect(try await !member.page("/responses").words.contains("Canary Quillfeather"))
        let facts = try await incident.board().facts
        #expect(facts["Answered"] == nil && facts["Wanted"] == nil && facts["Not wanted"] == nil)
        // Nobody is asked twice, also after the answer.
        let twice = try await incident.sends("outreach", [("names", "Canary Quillfeather"), ("account", supporter)])
        #expect(twice.status == 422 && twice.text.contains("Nobody is asked twice"))
        #expect(
            try await town.programmes.database.read {
                try $0.outreachOffers(in: incident.id, agency: town.agency.agency.id)
            }.isEmpty)
    }

    @Test func aNameTakenBackCanBeGivenToAnother() async throws {
        let town = try await town()
        let leader = try await town.signedIn("coordinator")
        let incident = try await named(town, leader)
        let supporter = try town.account("supporter")
        let closed = try await incident.sends("end", [])
        #expect(closed.status == 422 && closed.text.contains("Outreach: not everybody was offered support yet."))
        let both = [("names", "Canary Quillfeather"), ("names", "Dora Example"), ("account", supporter)]
        #expect(try await incident.sends("outreach", both).status == 303)
        let board = try await leader.read("/api/v1/critical-incidents/\(incident.id)")["outreach"]
        let open = try #require(board?["open"]?.array)
        #expect(open.count == 2 && board?["left"]?.array?.isEmpty == true)
        #expect(try await incident.sends("outreach/\(open[0].text("id"))/return", []).status == 303)
        let member = try await town.signedIn("supporter")
        #expect(try await offers(member).count == 1)
        let left = try await leader.read("/api/v1/critical-incidents/\(incident.id)")["outreach"]?["left"]?.array
        let name = try #require(left?.first?.string)
        #expect(try await incident.sends("outreach", [("names", name), ("account", supporter)]).status == 303)
        for offer in try await offers(member) {
            #expect(
                try await member.post("/outreach/\(offer.text("id"))", ["answer": "not-wanted", "again": ""]).status
                    == 303)
        }
        // How many answered is told once the file is closed.
        #expect(try await incident.board().facts["Answered"] == nil)
        let told = try await leader.read("/api/v1/critical-incidents/\(incident.id)")["outreach"]
        #expect(told?["given"] == 2 && told?["answered"] == .null)
    }

    /// Whoever was part of it is given nobody's name, and what is over is gone with the names of the incident.
    @Test func marksGoWithTheNamesOfTheIncident() async throws {
        let town = try await town()
        let leader = try await town.signedIn("coordinator")
        let incident = try await named(town, leader)
        let supporter = try town.account("supporter")
        let marked = try await incident.sends("involvement", [("account", supporter), ("involvement", "witness")])
        #expect(marked.status == 303)
        let refused = try await incident.sends("outreach", [("names", "Dora Example"), ("account", supporter)])
        #expect(refused.status == 422 && refused.text.contains("who was not part of it"))
        _ = try await incident.sends("involvement", [("account", supporter), ("involvement", "none")])
        #expect(
            try await incident.sends("outreach", [("names", "Dora Example"), ("account", supporter)]).status == 303)
        town.pass(seconds: 92 * 86_400)
        try await town.programmes.destroyIncidentNames()
        let left = try await town.programmes.database.read { transaction in
            (
                try transaction.incidentsWithOutreach(agency: town.agency.agency.id),
                try transaction.outreachOffers(in: incident.id, agency: town.agency.agency.id)
            )
        }
        #expect(left.0.isEmpty && left.1.isEmpty)
        #expect(try await offers(town.signedIn("supporter")).isEmpty)
    }

    @Test func aFollowUpIsOfferedOnThePolicysDays() async throws {
        let town = try await town()
        let leader = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: leader, hoursAgo: 2)
        #expect(try await incident.clock("Follow-up after 3 days")[1] == "… Not yet")
        let early = try await incident.sends("follow-ups", [("days", "3"), ("outcome", "offered"), ("offered", "4")])
        #expect(early.status == 422 && early.text.contains("its day has not come yet"))
        town.pass(seconds: 72 * 3_600)
        for _ in 0..<2 { try await town.programmes.remindAfterIncidents() }
        let later = try await town.signedIn("coordinator")
        let now = RunIncident(town: town, leader: later, place: incident.place)
        #expect(try await later.notices().count { $0.text("kind") == "follow-up-due" } == 1)
        #expect(try await now.clock("Follow-up after 3 days")[1] == "→ Now")
        let uncounted = try await now.sends("follow-ups", [("days", "3"), ("outcome", "offered"), ("offered", "")])
        #expect(uncounted.status == 422 && uncounted.text.contains("To how many"))
        let kept = try await now.sends("follow-ups", [("days", "3"), ("outcome", "offered"), ("offered", "4")])
        #expect(kept.status == 303, "\(kept.text)")
        #expect(try await now.board().facts["After 3 days"] == "Offered to 4")
        #expect(try await later.notices().allSatisfy { $0.text("kind") != "follow-up-due" })
        #expect(try await now.sends("end", []).text.contains("Follow-up after 30 days: offer it on its day"))
        let spared = try await now.sends("follow-ups", [("days", "30"), ("outcome", "not-needed"), ("offered", "")])
        #expect(spared.status == 303)
        #expect(try await !now.sends("end", []).text.contains("offer it on its day"))
    }

    /// Whoever holds a meeting finds what to hand out, and whoever is invited what to read, on pages that are open to everybody.
    @Test func aMeetingHasHandouts() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let leader = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: leader)
        let meeting = try await incident.plans(MeetingRule.defusing, hoursAfter: 1)
        let library = "/agencies/\(town.agency.slug)/library"
        for path in [meeting, "\(meeting)/invitation"] {
            let links = try await leader.page(path).links
            #expect(links.contains("\(library)/after-a-hard-event"), "\(path)")
            #expect(links.contains("\(library)/sleeping-when-work-stays-with-you"), "\(path)")
        }
        let read = try await town.visitor().page("\(library)/after-a-hard-event").words
        #expect(read.contains("It is no weakness"))
    }

    /// Where the policy has neither there is neither.
    @Test func elsewhereThereIsNone() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let leader = try await town.signedIn("coordinator")
        let incident = try await named(town, leader)
        let board = try await incident.board().words
        #expect(!board.contains("Outreach") && !board.contains("are asked again"))
        #expect(try await incident.sends("outreach", [("names", "Dora Example")]).status == 404)
        #expect(try await incident.sends("follow-ups", [("days", "3"), ("outcome", "not-needed")]).status == 404)
    }
}

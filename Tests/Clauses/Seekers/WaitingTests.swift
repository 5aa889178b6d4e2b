import Foundation
import Operations
import Program
import Sealing
import Store
import Testing
import Web
import WebSupport

/// What whoever waits is told: where it stands, the next moment, whom to call; and that nobody was told whom nothing reaches.
@Suite struct WaitingTests {
    /// The supporter has proved a way by which words reach them.
    private func reaches(_ client: Client, in town: DemoTown) async throws {
        let new = NewContactMethod(kind: .text, address: "916 555 0123", delay: 0)
        let staff = try await town.staff(client)
        let id = try await town.programmes.addContactMethod(new, for: staff, carried: [.text]).get().id
        let database = try await town.besides()
        try await database.write { transaction in
            try transaction.confirm(contactMethod: id, of: staff.account, agency: staff.agency.id)
        }
        await database.close()
    }

    @Test func whereNobodyCanBeToldThatIsSaidAtOnceWithWhomToCall() async throws {
        let town = try await DemoTown.on("police-division")
        let receipt = try Page(try await town.asks(["standing": "employee", "way": "message"]))
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        for page in [receipt, try await seeker.page("/support"), try await seeker.page("/support/waiting")] {
            #expect(page.words.contains("At this moment nobody who could take it can be told."))
            #expect(page.words.contains("Please do not wait for us. Call somebody now"))
            #expect(!page.words.contains("being asked"))
            let crisis = try #require(page.markup.firstRange(of: "tel:988"))
            let desk = try #require(page.markup.firstRange(of: "tel:+12025550142"))
            #expect(crisis.lowerBound < desk.lowerBound)
        }
        let read = try await seeker.api(.get, "/api/v1/support").json
        #expect(read?["waiting"]?["reachesSomebody"] == false)
    }

    @Test func theNextMomentIsThePacksOwn() async throws {
        let town = try await DemoTown.on("police-division")
        let supporter = try await town.signedIn("supporter")
        try await reaches(supporter, in: town)
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        let page = try await seeker.page("/support")
        #expect(page.words.contains("The whole team is being asked."), "\(page.words)")
        #expect(page.words.contains("If you would rather not wait") && page.markup.contains("tel:+12025550142"))
        #expect(page.links.contains("/support/waiting"))
        // Where no way is proved nobody is shown as within reach, whatever hours they opened.
        let other = try await town.teamMember("b.lee", by: town.signedIn("coordinator"))
        for client in [supporter, other] { try await town.opensHours(client) }
        let front = try await town.visitor().page("/agencies/police-division")
        #expect(front.section("Whom you can turn to")?.items.count { $0.contains("Can be reached now") } == 1)
        _ = try await supporter.take()
        // An hour to the first contact, on the agency's clocks.
        let due = try #require(
            try await seeker.api(.get, "/api/v1/support").json?["waiting"]?.text("firstContactBy"))
        let within = Int64(town.agency.policy.requests.firstContact.withinMinutes.number) * 60
        #expect(due == "\(town.clock.now.adding(seconds: within).iso)")
        #expect(try await seeker.page("/support").words.contains("they are to write to you here"))
        let id = try #require(try await supporter.read("/api/v1/requests")["requests"]?.array?.first).text("id")
        #expect(try await supporter.act(id, "in-touch").status == 303)
        #expect(try await seeker.api(.get, "/api/v1/support").json?["waiting"] == .null)
    }

    /// It renews itself without a script, keeps the pass open no longer than it was, and stops before that is over.
    @Test func aPageThatWaitsRenewsItselfAndStops() async throws {
        let town = try await DemoTown.on("police-division")
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        let asked = try await seeker.get("/support/waiting")
        let again = try #require(asked.headers["refresh"])
        #expect(again == "60; url=/support/waiting?by=itself")
        #expect(try Page(asked).controls.isEmpty)
        for _ in 0..<26 {
            town.pass(seconds: 60)
            #expect(try await seeker.get("/support/waiting?by=itself").headers["refresh"] != nil)
        }
        town.pass(seconds: 120)
        let stopped = try await seeker.get("/support/waiting?by=itself")
        #expect(stopped.status == 200 && stopped.headers["refresh"] == nil)
        #expect(stopped.text.contains("has stopped looking by itself"))
        town.pass(seconds: 180)
        #expect(try await seeker.get("/support/waiting?by=itself").location == "/closed")
        // A look that somebody asks for keeps it open as any page does.
        let other = try await town.seeker(["standing": "employee", "way": "message"])
        for _ in 0..<3 {
            town.pass(seconds: 25 * 60)
            #expect(try await other.get("/support/waiting").status == 200)
        }
    }

    /// Whoever is told to call finds the number as a button, or that there is none.
    @Test func whereSomebodyIsToldToCallTheNumberStands() async throws {
        let town = try await DemoTown.on("police-division")
        for path in ["", "/orientation"] {
            let page = try await town.visitor().page("/agencies/police-division\(path)")
            #expect(page.words.contains("Or call Police Communications"))
            #expect(page.markup.contains("href=\"tel:+12025550142\""), "\(path)")
        }
    }
}

extension Instant {
    /// As programs read it.
    fileprivate var iso: String {
        Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
    }
}

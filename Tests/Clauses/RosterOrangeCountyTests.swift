import Foundation
import Operations
import Program
import Testing
import Web
import WebSupport

/// Orange County's team can be called at every hour, and nobody is surprised by an hour at which it cannot.
@Suite struct RosterOrangeCountyTests {
    private static let pack = "orange-county-probation"

    @Test(.clause("OCP-II.A-1"))
    func theRosterCoversEveryHourAndShowsGapsBeforeTheyCome() async throws {
        let town = try await DemoTown.on(Self.pack)
        let keeper = try await town.signedIn("coordinator")
        // Nobody is on the list yet, and the first thing its keeper reads is that.
        let empty = try await keeper.page("/roster")
        #expect(empty.words.contains("One gap ahead Nobody can be called then. PST Members : Tue 10 March"))

        try await keeper.rotate([town.account(of: "supporter")])
        #expect(try await keeper.page("/roster").words.contains("No gap in the next 14 days."))
        // The four weeks around either change of the clock are whole.
        for moment in ["2026-10-20T17:00:00Z", "2027-02-25T18:00:00Z"] {
            try town.turn(to: moment)
            let keeper = try await town.signedIn("coordinator")
            #expect(try await keeper.list().coversEveryHour, "\(moment)")
        }
    }

    /// A gap is told of as many days ahead as the pack says, once, and shown until it is filled.
    @Test(.clause("OCP-II.A-1")) func aGapIsToldOfTwoWeeksAhead() async throws {
        let town = try await DemoTown.on(Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let supporter = try await town.signedIn("supporter")
        try await keeper.rotate([town.account(of: "supporter")])
        let away: JSON = ["firstDay": "2026-04-10", "lastDay": "2026-04-11"]
        #expect(try await supporter.api(.post, "/api/v1/on-call/leave", away).status == 201)
        for (moment, notices) in [
            ("2026-03-27T06:50:00Z", 0), ("2026-03-27T07:01:00Z", 1), ("2026-04-01T12:00:00Z", 1),
        ] {
            try town.turn(to: moment)
            try await town.programmes.announceRosterGaps()
            let keeper = try await town.signedIn("coordinator")
            let gaps = try await keeper.list().gaps
            #expect(gaps.isEmpty == (notices == 0), "\(moment)")
            let told = try await keeper.page("/notices").words.ranges(of: "A gap in the call-out list").count
            #expect(told == notices, "\(moment)")
        }
        // Anybody on the team may fill it.
        let newKeeper = try await town.signedIn("coordinator")
        let colleague = try await town.teamMember("b.lee", by: newKeeper)
        let page = try await colleague.page("/on-call")
        #expect(page.section("Nobody is on call")?.words.contains("Fri 10 April, 00:00 to Sun 12 April, 00:00") == true)
        let taken = try await colleague.post(
            "/on-call/shifts", ["list": "supporters", "from": "2026-04-10T00:00", "until": "2026-04-12T00:00"])
        #expect(taken.status == 303)
        #expect(try await newKeeper.page("/roster").words.contains("No gap in the next 14 days."))
    }

    @Test(.clause("OCP-I.C.3.h")) func membersAreOnTheRosterAtAnyHour() async throws {
        let town = try await DemoTown.on(Self.pack)
        #expect(town.agency.policy.availability.list.joining == .agreed)
        #expect(town.agency.policy.availability.list.offDuty == .respond)
        let keeper = try await town.signedIn("coordinator")
        let colleague = try await town.teamMember("b.lee", by: keeper)
        let (first, second) = (try town.account(of: "supporter"), try await colleague.ownAccount(in: town, by: keeper))
        try await keeper.rotate([first, second])
        let list = try await keeper.list()
        #expect(list.coversEveryHour)
        // Tuesday night, and a Sunday noon of the other's week.
        #expect(try list.onCall(at: "2026-03-11T10:00:00Z") == [second])
        #expect(try list.onCall(at: "2026-03-22T19:00:00Z") == [first])
        let own = try await colleague.page("/on-call")
        #expect(own.words.contains("You are on call now, until Mon 16 March, 08:00."))
        #expect(own.section("Your shifts")?.words.contains("Tue 10 March") == true)
    }

    /// They agreed to it in writing; and whoever is on no shift and opened no hours is reached in the middle of the night too.
    @Test(.clause("OCP-I.C.3.h")) func membersAgreedToRespondAtAnyHourAndDo() async throws {
        let town = try await DemoTown.on(Self.pack)
        let member = try await town.signedIn("supporter")
        let agreed = try #require(try await member.page("/agreement").section("I agree")).words
        #expect(agreed.contains("respond at any hour") && agreed.contains("OCP-I.C.3.h"))
        // Three in the night of a Sunday, with nobody on any list.
        try town.turn(to: "2026-03-15T10:00:00Z")
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.list().onCallNow.isEmpty)
        let address = try #require(try await coordinator.post("/call-outs").location)
        let administrator = try await town.signedIn("administrator")
        let yes = try #require(try await administrator.page("/notices").forms.first { $0.action.contains("approv") })
        #expect(try await administrator.post(yes.action).status == 303)
        let woken = try await town.signedIn("supporter")
        #expect(try await woken.page("/home").words.contains("asks you to call in"))
        #expect(try await woken.post("\(address)/answer", ["answer": "accepted"]).status == 303)
    }
}

import Foundation
import Operations
import Program
import Testing
import Web
import WebSupport

/// The call-out lists of the police division, Kern County and the guidelines.
@Suite struct RosterElsewhereTests {
    @Test(.clause("PD-E.5")) func theDivisionsListCoversTwentyFourHours() async throws {
        let town = try await DemoTown.on("police-division")
        let keeper = try await town.signedIn("coordinator")
        let supporter = try town.account(of: "supporter")
        // By day alone is not enough: every evening is shown as a gap.
        let rotation = try await keeper.rotate(
            [supporter], shifts: [["weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "08:00", "until": "20:00"]])
        let byDay = try await keeper.list()
        #expect(!byDay.coversEveryHour && byDay.gaps.count == 7)
        let page = try await keeper.page("/roster/lists/supporters")
        #expect(page.words.contains("Peer Support Team Member"))
        #expect(page.words.contains("Tue 10 March, 20:00 to Wed 11 March, 08:00"))
        #expect(page.words.contains("Nobody: a gap"))
        // The nights are filled, across the hour that the clock skips or shows twice.
        #expect(try await keeper.api(.delete, "/api/v1/roster/rotations/\(rotation)").status == 204)
        for (from, until) in [("08:00", "02:30"), ("02:30", "08:00")] {
            try await keeper.rotate(
                [supporter],
                shifts: [["weekdays": [1, 2, 3, 4, 5, 6, 7], "from": .string(from), "until": .string(until)]])
        }
        #expect(try await keeper.list().coversEveryHour)
        for moment in ["2026-10-20T17:00:00Z", "2027-02-25T18:00:00Z"] {
            try town.turn(to: moment)
            #expect(try await town.signedIn("coordinator").list().coversEveryHour, "\(moment)")
        }
    }

    /// Members agree to be on it, and each of them can be called at every hour, whether it is their turn or not.
    @Test(.clause("PD-E.5")) func everyMemberAgreedToBeOnItAndIsOnItDayAndNight() async throws {
        let town = try await DemoTown.on("police-division")
        let keeper = try await town.signedIn("coordinator")
        let colleague = try await town.teamMember("b.lee", by: keeper)
        let agreed = try #require(try await colleague.page("/agreement").section("I agree")).words
        #expect(agreed.contains("division-wide list") && agreed.contains("PD-E.5"))
        let gap = try await keeper.page("/roster").words
        #expect(gap.contains("Nobody can be called then."), "the whole day is promised")
        for moment in ["2026-03-15T10:00:00Z", "2026-03-16T18:00:00Z"] {
            try town.turn(to: moment)
            let desk = try await town.signedIn("dispatcher")
            let address = try #require(try await desk.post("/call-outs").location)
            let view = try await desk.read("/api/v1\(address)")
            let names = ["paged", "candidates"].flatMap { view[$0]?.array ?? [] }.map { $0.text("name") }
            #expect(Set(names).isSuperset(of: ["Peer Support Team Member", "Name of b.lee"]), "\(moment): \(names)")
            _ = try await desk.post("\(address)/end")
        }
    }

    /// Nobody in Kern County has to be on call, and being there is no entry of time anywhere.
    @Test(.clause("KSO-J.1.a")) func beingAvailableIsVoluntaryAndNeverATimeEntry() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account(of: "supporter")
        // Nobody is put on call who has not joined: not in turns, not for once, and the pages do not offer them.
        let turns: JSON = [
            "name": "Calls", "members": [account], "startsOn": "2026-03-02", "handOver": "08:00", "weeks": 1,
            "shifts": [],
        ]
        let once: JSON = ["account": account, "from": "2026-03-11T15:00:00Z", "until": "2026-03-12T01:00:00Z"]
        for (what, body, field) in [("rotations", turns, "members"), ("overrides", once, "account")] {
            let refused = try await keeper.api(.post, "/api/v1/roster/lists/supporters/\(what)", body)
            #expect(refused.status == 422 && refused.text.contains("KSO-J.1.a"), "\(refused)")
            #expect(Array(refused.problems.keys) == [field])
        }
        #expect(try await keeper.list().onCallNow == [])
        let choosing = try await keeper.page("/roster/lists/supporters/rotations/new")
        #expect(choosing.words.contains("Joining is voluntary") && choosing.words.contains("KSO-J.1"))
        let turn = try Regex("name=\"members\"((?!</select>).)*\(#require(account.string))").dotMatchesNewlines()
        #expect(!choosing.markup.contains(turn))
        // A member opens hours freely, and in them can be asked.
        let hours: JSON = ["kind": "off-duty", "weekdays": [2], "from": "09:00", "until": "22:00"]
        let opened = try await member.api(.post, "/api/v1/on-call/hours", hours)
        #expect(opened.status == 201)
        #expect(try await keeper.page("/roster/lists/supporters/rotations/new").markup.contains(turn))
        #expect(try await keeper.read("/api/v1/roster")["lists"]?.array?.first?["opened"]?.array?.count == 1)
        try await keeper.rotate([account])
        #expect(try await keeper.list().onCallNow == [account])
        // Without a reason they are off it again.
        let away: JSON = ["firstDay": "2026-03-10", "lastDay": "2026-03-20"]
        #expect(try await member.api(.post, "/api/v1/on-call/leave", away).status == 201)
        #expect(try await keeper.list().onCallNow == [])
        let id = try #require(opened.json?.text("id"))
        #expect(try await member.api(.delete, "/api/v1/on-call/hours/\(id)").status == 204)

        // Weeks later nothing of it is a time entry: not on the member's sheet, nor in any form or field of the lists.
        town.pass(seconds: 21 * 86_400)
        let later = try await town.signedIn("supporter")
        #expect(try await later.read("/api/v1/sheets/2026-03")["contacts"] == [])
        let time = /\b(pay|paid|overtime|compensat|rate|mou|cost.?cent|minutes|worked|credit|total)/.ignoresCase()
        let laterKeeper = try await town.signedIn("coordinator")
        let pages = [
            try await later.page("/on-call"), try await laterKeeper.page("/roster"),
            try await laterKeeper.page("/roster/lists/supporters"),
            try await laterKeeper.page("/roster/lists/supporters/rotations/new"),
        ]
        for name in pages.flatMap(\.controls).map(\.name) { #expect(name.firstMatch(of: time) == nil, "\(name)") }
        for page in pages { #expect(page.words.firstMatch(of: time) == nil, "\(page.words)") }
        let document = try await later.read("/api/v1/agencies/kern-sheriff/openapi.json")
        let paths = document["paths"]?.object ?? [:]
        for (path, item) in paths where path.contains("on-call") || path.contains("roster") {
            for property in item.properties {
                #expect(property.name.firstMatch(of: time) == nil, "\(path) \(property.name)")
            }
        }
        // What was is not kept for anybody to add up.
        town.pass(seconds: 60 * 86_400)
        try await town.programmes.forgetPastRoster()
        let own = try await town.signedIn("supporter").read("/api/v1/on-call")
        #expect(own["leave"] == [] && own["hours"] == [])
    }

    @Test(.clause("IACP-5.1")) func theConsultantsListStandsBesideTheMembers() async throws {
        let town = try await DemoTown.on("iacp")
        let keeper = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let hours: JSON = ["kind": "off-duty", "weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "00:00", "until": "00:00"]
        #expect(try await member.api(.post, "/api/v1/on-call/hours", hours).status == 201)
        try await keeper.rotate([town.account(of: "supporter")])
        try await keeper.rotate([town.account(of: "clinical-supervisor")], on: "role-clinical-supervisor")
        let lists = try #require(try await keeper.page("/roster").section("Lists"))
        #expect(lists.words.contains("Peer Support Persons On call now: Peer Support Person"))
        #expect(lists.words.contains("Team Clinical Supervisor On call now: Team Clinical Supervisor"))
        // The consultant is there day and night, and not on the members' list.
        #expect(try await keeper.list("role-clinical-supervisor").coversEveryHour)
        #expect(try await keeper.list().onCallNow == [town.account(of: "supporter")])
        let consultant = try await town.signedIn("clinical-supervisor")
        #expect(try await consultant.page("/on-call").words.contains("You are on call now"))
        // Where the consultant is away, the gap is shown as the members' would be.
        let away: JSON = ["firstDay": "2026-03-14", "lastDay": "2026-03-14"]
        #expect(try await consultant.api(.post, "/api/v1/on-call/leave", away).status == 201)
        #expect(
            try await keeper.page("/roster").words.contains(
                "Team Clinical Supervisor : Sat 14 March, 00:00 to Sun 15 March, 00:00"))
    }
}

import Foundation
import Program
import Sealing
import Testing
import Web
import WebSupport

/// A member's own page, and what colleagues and strangers get there.
@Suite struct OnCallPageTests {
    private struct Scene {
        let town: DemoTown
        let keeper: Client
        let supporter: Client
        let psychologist: Client

        /// The one supporter of the police division has every week; the psychologist is on a list of their own.
        init() async throws {
            town = try await DemoTown.start(packs: ["police-division", "iacp"])
            keeper = try await town.signedIn("coordinator")
            supporter = try await town.signedIn("supporter")
            psychologist = try await town.signedIn("psychologist")
            for (list, role) in [("supporters", "supporter"), ("role-psychologist", "psychologist")] {
                let member = try #require(town.agency.members[role]).account
                let made = try await keeper.api(
                    .post, "/api/v1/roster/lists/\(list)/rotations",
                    [
                        "name": "Nights", "members": [.string(member)], "startsOn": "2026-03-02", "handOver": "08:00",
                        "weeks": 1,
                        "shifts": [["weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "18:00", "until": "06:00"]],
                    ])
                try #require(made.status == 201, "\(made)")
            }
        }
    }

    @Test func everybodySeesTheirOwnShiftsAlone() async throws {
        let scene = try await Scene()
        for client in [scene.supporter, scene.psychologist] {
            let page = try await client.get("/on-call")
            #expect(page.text.contains("Tue 10 March, 18:00 to Wed 11 March, 06:00"))
        }
        let chief = try await scene.town.signedIn("chief")
        let page = try await chief.get("/on-call")
        #expect(page.status == 200 && !page.text.contains("10 March, 18:00"))
        #expect(page.text.contains("You have no shift in the next weeks."))
        #expect(try await chief.get("/roster").status == 404)
        #expect(try await scene.supporter.get("/roster").status == 404)
    }

    @Test func aShiftIsOfferedByFormAndTakenBack() async throws {
        let scene = try await Scene()
        let page = try await scene.supporter.get("/on-call").text
        let link = try #require(page.firstMatch(of: /href="(\/on-call\/offers\/new\?[^"]*)"/))
        let form = try await scene.supporter.get(String(link.1).replacing("&amp;", with: "&"))
        #expect(form.text.contains("value=\"2026-03-10T18:00\"") && form.text.contains("value=\"2026-03-11T06:00\""))
        let offered = try await scene.supporter.post(
            "/on-call/offers",
            ["list": "supporters", "from": "2026-03-10T18:00", "until": "2026-03-11T06:00", "to": "", "inReturn": ""])
        #expect(offered.status == 303 && offered.location == "/on-call")
        let own = try await scene.supporter.api(.get, "/api/v1/on-call")
        let offer = try #require(own.json?["offered"]?.array?.first)
        #expect(offer["from"] == "2026-03-11T01:00:00Z" && offer["to"] == .null)
        // A psychologist is on another list and learns nothing of it.
        #expect(try await scene.psychologist.api(.get, "/api/v1/on-call").json?["toTake"] == [])
        let path = "/on-call/offers/\(offer.text("id"))"
        #expect(
            try await scene.psychologist.post("\(path)/acceptance") == scene.psychologist.post("/no-such-thing"))
        #expect(try await scene.supporter.post("\(path)/end").status == 303)
        #expect(try await scene.supporter.post("\(path)/end").status == 404)
    }

    @Test func aShiftThatIsNotTheirsIsRefused() async throws {
        let scene = try await Scene()
        let refused = try await scene.supporter.post(
            "/on-call/offers", ["list": "supporters", "from": "2026-03-10T12:00", "until": "2026-03-10T13:00"])
        #expect(refused.status == 422 && refused.text.contains("a time in which you are on call"))
        let unread = try await scene.supporter.post("/on-call/offers", ["list": "supporters", "from": "", "until": ""])
        #expect(unread.status == 422)
        let other = try await scene.supporter.post(
            "/on-call/offers", ["list": "nothing", "from": "2026-03-10T18:00", "until": "2026-03-10T19:00"])
        #expect(other.status == 422)
    }

    @Test func leaveHoursAndGaps() async throws {
        let scene = try await Scene()
        let supporter = scene.supporter
        #expect(try await supporter.post("/on-call/leave", ["firstDay": "x", "lastDay": ""]).status == 422)
        #expect(
            try await supporter.post("/on-call/leave", ["firstDay": "2026-03-12", "lastDay": "2026-03-12"]).status
                == 303)
        #expect(try await supporter.get("/on-call").text.contains("12 March 2026"))
        let hours: [(String, String)] = [
            ("kind", "off-duty"), ("weekdays", "1"), ("weekdays", "2"), ("weekdays", "3"), ("from", "18:00"),
            ("until", "06:00"),
        ]
        #expect(try await supporter.post("/on-call/hours", hours, token: supporter.formToken).status == 303)
        #expect(try await supporter.get("/on-call").text.contains("Mon to Wed, 18:00 to 06:00"))
        #expect(try await supporter.post("/on-call/hours", ["kind": "off-duty"]).status == 422)

        // By day nobody is on call; the supporter takes a morning.
        let gap = try #require(try await supporter.api(.get, "/api/v1/on-call").json?["gaps"]?.array?.first)
        #expect(gap["list"] == "supporters" && gap["until"] == "2026-03-11T01:00:00Z")
        let morning: KeyValuePairs = [
            "list": "supporters", "from": "2026-03-11T08:00", "until": "2026-03-11T12:00",
        ]
        #expect(try await supporter.post("/on-call/shifts", morning).status == 303)
        #expect(try await supporter.get("/on-call").text.contains("Wed 11 March, 08:00 to 12:00"))
        let again = try await supporter.post("/on-call/shifts", morning)
        #expect(again.status == 422 && again.text.contains("Somebody is on call there already."))
        let elsewhere = try await scene.psychologist.post("/on-call/shifts", morning)
        #expect(elsewhere.status == 422 && elsewhere.text.contains("No list of yours has this name."))
    }

    /// A shift that is on begins anew with every look: the rest of it is still found by the link of the look before.
    @Test func theRestOfAShiftIsGivenAwayALittleLater() async throws {
        let scene = try await Scene()
        scene.town.pass(seconds: 9 * 3600)
        let supporter = try await scene.town.signedIn("supporter")
        let page = try await supporter.get("/on-call").text
        #expect(page.contains("Give the rest away"))
        let link = String(try #require(page.firstMatch(of: /href="(\/on-call\/offers\/new\?[^"]*)"/)).1)
        scene.town.pass(seconds: 60)
        let form = try await supporter.get(link.replacing("&amp;", with: "&"))
        #expect(form.text.contains("value=\"2026-03-11T06:00\""), "\(link)")
        for unknown in ["list=supporters&from=soon", "list=others&from=1", ""] {
            #expect(try await supporter.get("/on-call/offers/new?\(unknown)").text.contains("Nothing to choose"))
        }
    }

    /// The link stands on the page that follows, and on no other.
    @Test func theCalendarLinkIsShownOnce() async throws {
        let scene = try await Scene()
        #expect(try await scene.supporter.get("/on-call/calendar").location == "/on-call")
        let made = try await scene.supporter.post("/on-call/calendar")
        #expect(made.status == 303 && made.location == "/on-call/calendar" && !made.text.contains("/calendars/"))
        let page = try await scene.supporter.get("/on-call/calendar")
        let link = try #require(page.text.firstMatch(of: /\/calendars\/[a-z0-9]+\.ics/))
        #expect(try await scene.town.visitor().get(String(link.0)).text.contains("BEGIN:VCALENDAR"))
        #expect(try await scene.supporter.post("/on-call/calendar/end").status == 303)
        #expect(try await scene.town.visitor().get(String(link.0)).status == 404)
    }

    /// What cannot be read is refused by the name of its field, and never taken as left out.
    @Test func whatCannotBeReadIsRefusedByItsField() async throws {
        let scene = try await Scene()
        let given: [String: JSON] = [
            "list": "supporters", "from": "2026-03-11T01:00:00Z", "until": "2026-03-11T13:00:00Z",
        ]
        let wrong: [(String, JSON, String)] = [
            ("list", "others", "list"), ("from", "2026-03-11", "from"), ("until", "later", "until"),
            ("until", "2026-03-11T01:00:00Z", "until"),
            ("inReturn", ["from": "now", "until": "2026-03-11T13:00:00Z"], "inReturn.from"), ("to", "nobody", "to"),
        ]
        for (field, value, named) in wrong {
            let body = JSON.object(given.merging([field: value]) { $1 })
            let refused = try await scene.supporter.api(.post, "/api/v1/on-call/offers", body)
            let problems = refused.json?["problems"]?.array ?? []
            #expect(refused.status == 422 && problems.map { $0["field"] } == [.string(named)], "\(refused)")
        }
        let fields = [
            ("list", "supporters"), ("from", "2026-03-10T18:00"), ("until", "2026-03-11T06:00"), ("inReturn", "soon"),
        ]
        let refused = try await scene.supporter.post("/on-call/offers", fields, token: scene.supporter.formToken)
        #expect(refused.status == 422 && refused.text.contains("<a href=\"#field-inReturn\">In return: one of the"))
        let hours = [("kind", "always"), ("weekdays", "1"), ("from", "18:00"), ("until", "06:00")]
        let unknown = try await scene.supporter.post("/on-call/hours", hours, token: scene.supporter.formToken)
        #expect(unknown.status == 422 && unknown.text.contains("<a href=\"#field-kind\">These are: choose one."))
        #expect(try await scene.supporter.api(.get, "/api/v1/on-call").json?["offered"] == [])
    }

    /// Ids of another agency, and of other people, answer like no ids at all.
    @Test func whatIsOthersIsUnknown() async throws {
        let scene = try await Scene()
        let rotations = try await scene.keeper.api(.get, "/api/v1/roster/lists/supporters").json?["rotations"]?.array
        let rotation = try #require(rotations?.first).text("id")
        let leave = try await scene.supporter.api(
            .post, "/api/v1/on-call/leave", ["firstDay": "2026-03-12", "lastDay": "2026-03-12"])
        let hours = try await scene.supporter.api(
            .post, "/api/v1/on-call/hours",
            ["kind": "off-duty", "weekdays": [1], "from": "18:00", "until": "20:00"])
        let body: JSON = [
            "name": "Ours now", "members": ["x"], "startsOn": "2026-03-02", "handOver": "08:00", "weeks": 1,
        ]
        let foreign = try await scene.town.signedIn("coordinator", at: "iacp")
        let others: [(Client, Route.Method, String, String, JSON?)] = [
            (foreign, .put, "roster/rotations/", rotation, body),
            (foreign, .delete, "roster/rotations/", rotation, nil),
            (scene.keeper, .delete, "on-call/leave/", leave.json?.text("id") ?? "", nil),
            (scene.keeper, .delete, "on-call/hours/", hours.json?.text("id") ?? "", nil),
        ]
        for (client, method, path, id, body) in others {
            try #require(!id.isEmpty)
            let answer = try await client.api(method, "/api/v1/\(path)\(id)", body)
            #expect(answer.status == 404)
            #expect(answer == (try await client.api(method, "/api/v1/\(path)\(RandomId().text)", body)), "\(path)")
        }
        #expect(try await scene.supporter.api(.get, "/api/v1/on-call").json?["leave"]?.array?.count == 1)
    }
}

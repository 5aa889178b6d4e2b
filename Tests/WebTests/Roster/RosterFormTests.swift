import Program
import Testing
import Web
import WebSupport

/// The forms of the call-out lists: what they keep, and how they say what is wrong.
@Suite struct RosterFormTests {
    private static let rotation: KeyValuePairs = [
        "name": "Nights", "startsOn": "2026-03-09", "handOver": "08:00", "weeks": "1", "until": "",
        "shifts-1-weekdays": "6", "shifts-1-weekdays": "7", "shifts-1-from": "18:00", "shifts-1-until": "06:00",
        "shifts-2-from": "", "shifts-2-until": "", "shadows": "",
    ]

    private func send(
        _ client: Client, _ path: String, _ fields: KeyValuePairs<String, String>,
        changing changes: [String: String] = [:], member: String
    ) async throws -> Reply {
        let all =
            fields.map { ($0.key, changes[$0.key] ?? $0.value) } + [
                ("members", changes["members"] ?? member), ("members", ""),
            ]
        return try await client.post(path, all, token: client.formToken)
    }

    @Test func aRotationIsMadeChangedAndRemoved() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let member = try #require(town.agency.members["supporter"]).account
        let keeper = try await town.signedIn("coordinator")
        let path = "/roster/lists/supporters/rotations"
        let made = try await send(keeper, path, Self.rotation, member: member)
        #expect(made.status == 303 && made.location == "/roster/lists/supporters")
        let list = try await keeper.api(.get, "/api/v1/roster/lists/supporters")
        let rotation = try #require(list.json?["rotations"]?.array?.first)
        let shift: JSON = ["weekdays": [6, 7], "from": "18:00", "until": "06:00"]
        #expect(rotation["shifts"] == [shift] && rotation["name"] == "Nights" && rotation["until"] == .null)
        #expect(rotation["members"] == [.string(member)])

        let own = "/roster/rotations/\(rotation.text("id"))"
        let page = try await keeper.get(own)
        for value in ["Nights", "2026-03-09", "18:00", "06:00"] { #expect(page.text.contains("value=\"\(value)\"")) }
        let changed = try await send(keeper, own, Self.rotation, changing: ["name": "Weekends"], member: member)
        #expect(changed.status == 303)
        #expect(try await keeper.get("/roster/lists/supporters").text.contains("Weekends"))
        #expect(try await keeper.post("\(own)/removal").status == 303)
        #expect(try await keeper.get(own).status == 404)
    }

    @Test(arguments: [
        ("startsOn", "tomorrow", "First hand-over: a day"), ("handOver", "25:00", "Handed over at: a time"),
        ("startsOn", "", "First hand-over: choose a day."), ("handOver", "", "Handed over at: choose a time."),
        ("weeks", "many", "Each turn lasts: a whole number from 1 to 26."),
        ("weeks", "0", "Each turn lasts: a whole number from 1 to 26."), ("until", "soon", "Last hand-over: a day"),
        ("until", "2026-03-01", "Until: a day after the first."), ("name", " ", "Name: one to 120 characters."),
        ("shifts-1-from", "six", "Begins at: a time such as 08:00."),
        ("shifts-1-weekdays", "8", "Days: choose from the list."), ("shifts-1-weekdays", "", "Days: at least one day."),
        ("members", "", "Members: one to 26."),
        ("members", "nobody", "Members: only those who hold the role of this list."),
        ("shadows", "nobody", "Looking on: at most 6, each with an account here."),
    ])
    func whatIsWrongIsSaidAtItsField(_ field: String, _ value: String, _ message: String) async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let member = try #require(town.agency.members["supporter"]).account
        let keeper = try await town.signedIn("coordinator")
        let reply = try await send(
            keeper, "/roster/lists/supporters/rotations", Self.rotation, changing: [field: value], member: member)
        #expect(reply.status == 422)
        #expect(reply.text.contains("<a href=\"#field-\(field)\">\(message)"), "\(reply.text.prefix(3000))")
        #expect(try await keeper.api(.get, "/api/v1/roster/lists/supporters").json?["rotations"] == [])
    }

    @Test func anOverrideNeedsATimeToCome() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let member = try #require(town.agency.members["supporter"]).account
        let keeper = try await town.signedIn("coordinator")
        let path = "/roster/lists/supporters/overrides"
        let past = try await keeper.post(
            path, ["account": member, "from": "2026-03-08T18:00", "until": "2026-03-09T06:00"])
        #expect(past.status == 422 && past.text.contains("Until: a time to come."))
        let unread = try await keeper.post(path, ["account": "", "from": "now", "until": "later"])
        #expect(unread.status == 422 && unread.text.contains("On call: choose one."))
        // The hour from one to two comes twice that night; the first of the two is meant.
        let right = try await keeper.post(
            path, ["account": member, "from": "2026-03-11T18:00", "until": "2026-11-01T01:30"])
        #expect(right.status == 303)
        let list = try await keeper.api(.get, "/api/v1/roster/lists/supporters")
        let kept = try #require(list.json?["overrides"]?.array?.first)
        #expect(kept["from"] == "2026-03-12T01:00:00Z" && kept["until"] == "2026-11-01T08:30:00Z")
    }

    @Test func anUnknownListIsNothing() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let keeper = try await town.signedIn("coordinator")
        let unknown = try await keeper.get("/no-such-thing")
        for path in ["/roster/lists/role-astrologer", "/roster/lists/others", "/roster/rotations/none"] {
            #expect(try await keeper.get(path) == unknown)
        }
    }
}

import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Orange County's stat sheet on its way: what a member records, and when the logistics coordinator has it.
@Suite struct OrangeCountySheetTests {
    static let pack = "orange-county-probation"

    /// Past midnight UTC, while it is still the tenth in California: in summer time and in winter time.
    struct Deadline: CustomTestStringConvertible {
        let month: String
        let before: String
        let lastSecond: String
        let midnight: String
        let due: String
        let late: String
        var testDescription: String { month }
    }

    static let deadlines = [
        Deadline(
            month: "2026-02", before: "2026-03-11T06:40:00Z", lastSecond: "2026-03-11T06:59:59Z",
            midnight: "2026-03-11T07:00:00Z", due: "2026-03-10", late: "2026-03-11"),
        Deadline(
            month: "2026-10", before: "2026-11-11T07:40:00Z", lastSecond: "2026-11-11T07:59:59Z",
            midnight: "2026-11-11T08:00:00Z", due: "2026-11-10", late: "2026-11-11"),
    ]

    @Test(.clause("OCP-I.C.3.i-1"), arguments: TestDatabase.engines, deadlines)
    func theTenthIsOnTimeAndTheEleventhIsLate(engine: Engine, deadline: Deadline) async throws {
        let town = try await DemoTown.start(pack: Self.pack, engine: engine)
        try town.turn(to: deadline.before)
        let keeper = try await town.signedIn("coordinator")
        let prompt = try await town.signedIn("supporter")
        let tardy = try await town.newcomer("t.ard", named: "T. Ard", as: "supporter", since: "2026-01-01", by: keeper)
        _ = try await town.newcomer("n.ever", named: "N. Ever", as: "supporter", since: "2026-01-01", by: keeper)
        let receiver = try await town.signedIn("logistics-coordinator")
        let month = deadline.month

        try town.turn(to: deadline.lastSecond)
        let sheet = try await prompt.read("/api/v1/sheets/\(month)")
        #expect(sheet["due"] == .string(deadline.due))
        let own = try await prompt.page("/sheets/\(month)").words
        #expect(own.contains("It goes to the Peer Support Logistics Coordinator."))
        #expect(try await prompt.post("/sheets/\(month)/submission").status == 303)
        #expect(
            try await states(month, receiver) == ["PST Member": "submitted", "N. Ever": "awaited", "T. Ard": "awaited"])

        try town.turn(to: deadline.midnight)
        #expect(try await tardy.post("/sheets/\(month)/submission").status == 303)
        #expect(
            try await states(month, receiver)
                == ["PST Member": "submitted", "N. Ever": "overdue", "T. Ard": "submitted"])
        #expect(try await submission(month, of: prompt) == ["day": .string(deadline.due), "late": false])
        #expect(try await submission(month, of: tardy) == ["day": .string(deadline.late), "late": true])
        let table = try #require(try await receiver.page("/filings/\(month)").tables.first)
        let rows = table.dropFirst().map { Array($0.prefix(2)) }
        #expect(rows == [["N. Ever", "Late"], ["PST Member", "Submitted"], ["T. Ard", "Submitted late"]])
    }

    @Test(.clause("OCP-I.C.3.i-1")) func onlyTheLogisticsCoordinatorReceivesThem() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        try await supporter.submit("2026-02")
        let account = try town.member("supporter").account
        for role in town.roles {
            let client = try await town.signedIn(role)
            let receives = role == "logistics-coordinator"
            for address in ["/filings/2026-02", "/filings/2026-02/sheets/\(account)"] {
                let page = try await client.get(address)
                #expect(page.status == (receives ? 200 : 404), "\(role) at \(address)")
                #expect(try await page.isNothing(for: client) == !receives)
                let called = try await client.api(.get, "/api/v1\(address)")
                #expect(try await called.isNothing(for: client, api: true) == !receives)
            }
        }
    }

    /// Whatever else somebody would like to write down.
    static let others = [
        "note", "notes", "comment", "subject", "name", "person", "employee-number", "unit", "place", "time",
        "started-at",
        "phone", "rank", "request", "total", "minutes-in-person", "",
    ]

    @Test(.clause("OCP-I.C.3.i-2")) func theFormAsksForNothingElse() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let fields = ["contact": ["sex", "old-or-new", "approach", "issues"], "group-debrief": ["participants"]]
        for (kind, own) in fields {
            let page = try await supporter.page("/contacts/new?kind=\(kind)")
            let form = try #require(page.forms.first { $0.action == "/contacts" })
            // A day and a length can be given by one tap or be typed; both are the same field to the form.
            #expect(form.names == Set(own + ["kind", "day", "day-other", "minutes", "minutes-other"]))
            #expect(form.controls.allSatisfy { !$0.takesWords })
        }
        let document = try await supporter.read("/api/v1/agencies/\(Self.pack)/openapi.json")
        let entry = document["paths"]?["/api/v1/sheets/{month}/contacts"]?["post"]?["requestBody"]?["content"]?[
            "application/json"]?["schema"]
        let variants = try #require(entry?["oneOf"]?.array)
        #expect(
            Set(variants.map { Set($0["properties"]?.object?.keys.map { $0 } ?? []) })
                == Set(fields.values.map { Set($0 + ["kind", "day", "minutes"]) }))
        #expect(variants.allSatisfy { $0["additionalProperties"] == false })
    }

    @Test(.clause("OCP-I.C.3.i-2")) func anyOtherFieldIsRefusedAndNothingKept() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let right = OrangeCounty.contact(day: 5, minutes: 30)
        let kept = try await supporter.count(right, in: "2026-03")
        let before = try await supporter.read("/api/v1/sheets/2026-03")
        for other in Self.others {
            var members = right.object ?? [:]
            members[other] = "an argument with the lieutenant"
            for (method, address) in [(Route.Method.post, "contacts"), (.put, "contacts/\(kept)")] {
                let refused = try await supporter.api(method, "/api/v1/sheets/2026-03/\(address)", .object(members))
                #expect(refused.status == 422, "\(other): \(refused)")
                let clauses = refused.problems[other]?["clauses"]?.array
                #expect(clauses?.contains("OCP-I.C.3.i-2") == true, "\(refused)")
            }
            let fields = OrangeCounty.fields(right) + [(other, "an argument with the lieutenant")]
            for address in ["/contacts", "/sheets/2026-03/contacts/\(kept)"] {
                let refused = try await supporter.post(address, fields, token: supporter.formToken)
                #expect(refused.status == 422, "\(other): \(refused)")
                #expect(!refused.text.contains("lieutenant"), "\(other)")
            }
        }
        #expect(try await supporter.read("/api/v1/sheets/2026-03") == before)
        // The same without the other field is taken, at all four.
        #expect(try await supporter.api(.put, "/api/v1/sheets/2026-03/contacts/\(kept)", right).status == 204)
        for address in ["/contacts", "/sheets/2026-03/contacts/\(kept)"] {
            let taken = try await supporter.post(address, OrangeCounty.fields(right), token: supporter.formToken)
            #expect(taken.status == 303, "\(taken)")
        }
    }

    private func states(_ month: String, _ receiver: Client) async throws -> [String: String] {
        let sheets = try #require(try await receiver.read("/api/v1/filings/\(month)")["sheets"]?.array)
        return Dictionary(uniqueKeysWithValues: sheets.map { ($0.text("name"), $0.text("state")) })
    }

    private func submission(_ month: String, of supporter: Client) async throws -> JSON? {
        try await supporter.read("/api/v1/sheets/\(month)")["submission"]
    }
}

/// Entries on Orange County's form.
enum OrangeCounty {
    static let issues = [
        "anxiety", "organisational-stress", "critical-incident", "depression", "family", "marital", "medical",
        "retirement", "referrals", "substance-abuse", "other",
    ]

    static func contact(
        day: Int, sex: String = "male", oldOrNew: String = "old", approach: String = "not-approach",
        issues: [String] = ["anxiety"], minutes: Int
    ) -> JSON {
        [
            "kind": "contact", "day": .string(march(day)), "sex": .string(sex), "old-or-new": .string(oldOrNew),
            "approach": .string(approach), "issues": .array(issues.map { .string($0) }), "minutes": .integer(minutes),
        ]
    }

    static func debrief(day: Int, participants: Int, minutes: Int) -> JSON {
        [
            "kind": "group-debrief", "day": .string(march(day)), "participants": .integer(participants),
            "minutes": .integer(minutes),
        ]
    }

    /// The same as a page's form sends it.
    static func fields(_ entry: JSON) -> [(String, String)] {
        (entry.object ?? [:]).sorted { $0.key < $1.key }.flatMap { name, value -> [(String, String)] in
            if let several = value.array { return several.compactMap(\.string).map { (name, $0) } }
            return [(name, value.string ?? value.integer.map { String($0) } ?? "")]
        }
    }

    private static func march(_ day: Int) -> String { "2026-03-\(day < 10 ? "0" : "")\(day)" }
}

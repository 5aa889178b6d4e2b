import Program
import Testing
import Web
import WebSupport

/// The programme's part in the report on a large-scale event, without giving up confidentiality.
@Suite(.clause("IACP-6.8")) struct GuidelineAfterActionTests {
    private static let words: KeyValuePairs = [
        "event": "River flood", "happened": "2026-02-10/2026-02-12",
        "did": "Supporters were at the post for three days.",
        "worked": "Going in pairs.", "change": "Relief after eight hours.", "resources": "none",
    ]

    private static func fields(_ change: [String: String] = [:]) -> [(String, String)] {
        words.map { ($0.key, change[$0.key] ?? $0.value) }
            + change.filter { entry in !words.contains { $0.key == entry.key } }.map { ($0.key, $0.value) }
    }

    private static func send(
        _ client: Client, _ path: String, _ fields: [(String, String)]
    ) async throws -> Reply {
        try await client.post(path, fields, token: client.formToken)
    }

    @Test func draftedSignedOffByBothAndFrozen() async throws {
        let town = try await DemoTown.on("iacp")
        let contact: [String: JSON] = ["kind": "contact", "service": "hospital", "minutes-in-person": 30]
        for one in try await town.threeSupporters() {
            try await one.count(
                .object(contact.merging(["who": "employee"]) { $1 }), times: 14, in: "2026-02")
            try await one.submit("2026-02")
        }
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")

        // The form asks for the event and four fixed things, and says plainly that nobody may be named.
        let empty = try await coordinator.page("/after-action/new")
        let form = try #require(empty.forms.first { $0.action == "/after-action" })
        #expect(
            Set(form.controls.map(\.name).filter { !$0.isEmpty }).isSuperset(of: [
                "event", "happened", "did", "worked", "change", "resources", "figures",
            ]))
        #expect(empty.words.contains("Name nobody"))
        let drafted = try await Self.send(
            coordinator, "/after-action", Self.fields(["figures": "2026-02"]))
        #expect(drafted.status == 303, "\(drafted)")
        let place = try #require(drafted.location)

        // Each of the two signs off what they have read; the last word is the author's.
        let chaplain = try await town.signedIn("chaplain")
        let clinician = try await town.signedIn("clinical-supervisor")
        #expect(try await coordinator.post("\(place)/final", ["version": "1"]).status == 422)
        #expect(try await chaplain.page("/home").words.contains("1 after-action input"))
        // Which draft is meant is never guessed.
        for unsaid in ["", "first"] {
            let reply = try await chaplain.post("\(place)/sign-off", ["version": unsaid])
            #expect(reply.status == 422 && reply.text.contains("It was not said which draft you have read."))
        }
        #expect(try await chaplain.post("\(place)/sign-off", ["version": "1"]).status == 303)
        let changed = try await Self.send(
            coordinator, "\(place)/change",
            Self.fields(["version": "1", "figures": "2026-02", "resources": "Two more on nights."]))
        #expect(changed.status == 303, "\(changed)")
        #expect(try await clinician.post("\(place)/sign-off", ["version": "1"]).status == 422)
        #expect(try await coordinator.post("\(place)/final", ["version": "2"]).status == 422)
        for signer in [chaplain, clinician] {
            #expect(try await signer.post("\(place)/sign-off", ["version": "2"]).status == 303)
        }
        #expect(try await coordinator.post("\(place)/final", ["version": "2"]).status == 303)
        #expect(try await chaplain.post("\(place)/sign-off", ["version": "2"]).status == 422)
        let late = try await Self.send(coordinator, "\(place)/change", Self.fields(["version": "2"]))
        #expect(late.status == 422)

        // Facts, lessons and the suppressed counts as published; roles stand behind it, and nobody's name is in it.
        let page = try await chaplain.page(place)
        #expect(page.section("Resources needed")?.paragraphs.contains("Two more on nights.") == true)
        #expect(page.table("Contacts")?.contains(["Contact", "42"]) == true)
        #expect(
            page.table("Written and signed off")?.dropFirst().map { Array($0.prefix(2)) } == [
                ["Peer Support Program Coordinator", "Wrote it"], ["Chaplain", "Signed it off"],
                ["Team Clinical Supervisor", "Signed it off"],
            ])
        let input = try await clinician.read("/api/v1/after-action-inputs/\(place.split(separator: "/").last ?? "")")
        #expect(input["state"] == "final" && input["awaited"] == [])
        #expect(input["tables"] == (try await coordinator.read("/api/v1/figures/summary/2026-02"))["tables"])
    }

    /// A name or a number of the directory, or of whoever has an account, is refused with its field and the clause.
    @Test func nobodyIsNamed() async throws {
        let town = try await DemoTown.on("iacp")
        try await town.employs([("70-11", "Quentin", "", true, false), ("70-12", "Ondine", "70-11", false, false)])
        let coordinator = try await town.signedIn("coordinator")
        var body: [String: JSON] = ["figures": .null]
        for (field, text) in Self.words { body[field] = .string(text) }
        for (field, text) in [
            ("did", "we sent ondine person home"), ("worked", "Officer Person"),
            ("event", "The Quentin Person incident"),
            ("resources", "relief for 70-12"), ("change", "ask the team clinical supervisor"),
        ] {
            let reply = try await coordinator.api(
                .post, "/api/v1/after-action-inputs", .object(body.merging([field: .string(text)]) { $1 }))
            #expect(reply.status == 422, "\(text)")
            #expect(Array(reply.problems.keys) == [field])
            #expect(reply.problems[field]?["clauses"] == ["IACP-6.8"])
        }
        #expect(try await coordinator.read("/api/v1/after-action-inputs")["inputs"] == [])
        // Nothing but published figures goes with it.
        let reply = try await coordinator.api(
            .post, "/api/v1/after-action-inputs", .object(body.merging(["figures": "2026-02"]) { $1 }))
        #expect(Array(reply.problems.keys) == ["figures"])
        #expect(try await coordinator.api(.post, "/api/v1/after-action-inputs", .object(body)).status == 201)
    }

    /// Only the roles of the rule come to it; a programme whose policy has no such rule has nothing there.
    @Test func nobodyElseComesToIt() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "orange-county-probation"])
        for agency in town.agencies {
            let isOf = agency.slug == "iacp"
            for role in isOf ? agency.policy.roles.map(\.id.text) : ["coordinator", "chaplain"] {
                let client = try await town.signedIn(role, at: agency.slug)
                let works = isOf && ["coordinator", "chaplain", "clinical-supervisor"].contains(role)
                for path in ["/after-action", "/after-action/new", "/api/v1/after-action-inputs"] {
                    let isFor = works && (path != "/after-action/new" || role == "coordinator")
                    let api = path.hasPrefix("/api")
                    let reply = api ? try await client.api(.get, path) : try await client.get(path)
                    #expect(try await reply.isNothing(for: client, api: api) != isFor, "\(role) at \(agency.slug)")
                }
            }
            let document = try await town.visitor().read("/api/v1/agencies/\(agency.slug)/openapi.json")
            #expect((document["paths"]?["/api/v1/after-action-inputs"] != nil) == isOf)
        }
    }
}

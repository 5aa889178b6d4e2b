import Testing
import Web
import WebSupport

/// The anonymous form of the guidelines.
@Suite struct GuidelinesContactTests {
    private static let activities = [
        "Hospital visit", "Career matters", "After a critical incident", "Death notification", "Substance use",
        "Relationship and family", "Families of injured or ill employees", "At the scene",
    ]
    private static let fields: Set = [
        "who", "service", "minutes-in-person", "minutes-by-phone", "referrals", "follow-ups",
    ]

    private static func contact(_ who: String, _ service: String) -> JSON {
        [
            "kind": "contact", "who": .string(who), "service": .string(service), "minutes-in-person": 30,
            "minutes-by-phone": 10, "referrals": 1, "follow-ups": 2,
        ]
    }

    private func entry(_ document: JSON) throws -> [JSON] {
        let body = document["paths"]?["/api/v1/sheets/{month}/contacts"]?["post"]?["requestBody"]
        return try #require(body?["content"]?["application/json"]?["schema"]?["oneOf"]?.array)
    }

    @Test(.clause("IACP-2.3-1")) func exactlyTheseAreOnTheEntry() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        let page = try await supporter.page("/contacts/new")
        let form = try #require(page.forms.first { $0.action == "/contacts" })
        // A time can be given by one tap or be typed; both are the same field to the form. Only the month is kept.
        #expect(
            form.names == Self.fields.union(["kind", "month", "minutes-in-person-other", "minutes-by-phone-other"]))
        #expect(form.values(of: "who") == ["employee", "family"])
        #expect(form.controls.allSatisfy { !$0.takesWords })
        for label in [
            "Family or employee", "Minutes in person", "Minutes by telephone", "Type of service", "Referrals given",
            "Follow-up services",
        ] { #expect(page.words.contains(label)) }
        let document = try await supporter.read("/api/v1/agencies/iacp/openapi.json")
        let kinds = try entry(document)
        #expect(kinds.count == 1)
        #expect(Set(kinds[0]["properties"]?.object?.keys.map { $0 } ?? []) == Self.fields.union(["kind"]))

        let right = Self.contact("family", "hospital")
        for other in ["day", "name", "note", "division", "location", "who-else"] {
            var members = right.object ?? [:]
            members[other] = "2026-03-05"
            let refused = try await supporter.api(.post, "/api/v1/sheets/2026-03/contacts", .object(members))
            #expect(refused.status == 422 && refused.problems[other] != nil, "\(other): \(refused)")
        }
        // Each is recorded as given.
        let id = try await supporter.count(right, in: "2026-03")
        let contacts = try await supporter.read("/api/v1/sheets/2026-03")["contacts"]?.array ?? []
        var expected = right.object ?? [:]
        expected["id"] = .string(id)
        #expect(contacts == [.object(expected)])
    }

    /// Filled in as a supporter does on the page, read back by the supporter alone.
    @Test(.clause("IACP-2.3-1")) func whatIsFilledInOnThePageIsWhatIsKept() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        let fields: KeyValuePairs = [
            "kind": "contact", "month": "2026-03", "who": "family", "service": "substance-use",
            "minutes-in-person": "", "minutes-in-person-other": "25", "minutes-by-phone": "15", "referrals": "2",
            "follow-ups": "1",
        ]
        let kept = fields.map { ($0.key, $0.value) }
        for (field, wrong) in [("who", ""), ("who", "visitor"), ("service", "gossip"), ("referrals", "many")] {
            let refused = try await supporter.post(
                "/contacts", kept.map { $0.0 == field ? (field, wrong) : $0 }, token: supporter.formToken)
            #expect(refused.status == 422, "\(field)")
        }
        for other in ["name", "note", "day"] {
            let refused = try await supporter.post(
                "/contacts", kept + [(other, "2026-03-05")], token: supporter.formToken)
            #expect(refused.status == 422, "\(other)")
        }
        #expect(try await supporter.post("/contacts", kept, token: supporter.formToken).status == 303)
        let contacts = try await supporter.read("/api/v1/sheets/2026-03")["contacts"]?.array ?? []
        #expect(contacts.count == 1)
        var members = contacts.first?.object ?? [:]
        members["id"] = nil
        #expect(
            JSON.object(members) == [
                "kind": "contact", "who": "family", "service": "substance-use", "minutes-in-person": 25,
                "minutes-by-phone": 15, "referrals": 2, "follow-ups": 1,
            ])
    }

    @Test(.clause("IACP-2.4")) func theEightActivitiesCanBeRecordedAndAreCounted() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        let page = try await supporter.page("/contacts/new")
        let form = try #require(page.forms.first { $0.action == "/contacts" })
        let services = form.values(of: "service")
        #expect(services.count == Self.activities.count)
        for activity in Self.activities { #expect(page.words.contains(activity), "\(activity)") }
        for one in try await town.threeSupporters() {
            for service in services {
                try await one.count(Self.contact("employee", service), times: 6, in: "2026-02")
            }
            try await one.submit("2026-02")
        }
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        try await town.publishYear(after: 2)
        let manager = try await town.signedIn("management")
        let summary = try PublishedFigures(try await manager.read("/api/v1/figures/year/2026"))
        let expected = Dictionary(uniqueKeysWithValues: Self.activities.map { ($0, PublishedFigures.Figure.count(18)) })
        #expect(summary.tables["Type of service"] == expected)
    }
}

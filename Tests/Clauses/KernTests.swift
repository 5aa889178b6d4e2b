import Testing
import Web
import WebSupport

/// Kern County's monthly statistics.
@Suite struct KernTests {
    private static let pack = "kern-sheriff"

    static func contact(_ whom: String, minutes: Int) -> JSON {
        [
            "kind": "contact", "for-whom": .string(whom), "led-to": "personal", "duty": "off-duty",
            "minutes": .integer(minutes),
        ]
    }

    @Test(.clause("KSO-P-1")) func employeesVolunteersAndFamilies() async throws {
        let town = try await DemoTown.on(Self.pack)
        let visitor = try await town.visitor().page("/agencies/\(Self.pack)")
        #expect(visitor.words.contains("This is for everyone who works or volunteers here, and for your families."))
        let supporter = try await town.signedIn("supporter")
        let page = try await supporter.page("/contacts/new?kind=contact")
        let form = try #require(page.forms.first { $0.action == "/contacts" })
        #expect(form.values(of: "for-whom") == ["employee", "volunteer", "family"])
        for whom in form.values(of: "for-whom") {
            try await supporter.count(Self.contact(whom, minutes: 20), in: "2026-03")
        }
        let other = try await supporter.api(
            .post, "/api/v1/sheets/2026-03/contacts", Self.contact("inmate", minutes: 20))
        #expect(other.status == 422 && other.problems["for-whom"] != nil)
    }

    @Test(.clause("KSO-E.5")) func theMonthIsTrackedAndHandedIn() async throws {
        let town = try await DemoTown.on(Self.pack)
        let keeper = try await town.signedIn("coordinator")
        _ = try await town.newcomer("t.ard", named: "T. Ard", as: "supporter", since: "2026-01-01", by: keeper)
        let supporter = try await town.signedIn("supporter")
        for whom in ["employee", "family"] {
            try await supporter.count(Self.contact(whom, minutes: 45), in: "2026-02")
        }
        let response: JSON = [
            "kind": "incident-response", "incident": "death-or-injury", "participants": 8, "minutes": 120,
        ]
        try await supporter.count(response, in: "2026-02")
        let page = try await supporter.page("/sheets/2026-02")
        #expect(page.words.contains("Due by 10 March 2026. It goes to the PST Coordinator."))
        #expect(page.facts["Total hours of contact"] == "3.50")
        let table = try #require(page.table("Monthly peer support statistics, February 2026"))
        for row in [
            ["Contact", "2"], ["Employee", "1"], ["Volunteer", "0"], ["Family member", "1"], ["Off duty", "2"],
            ["Incident response", "1"], ["Line of duty death or injury", "1"],
        ] { #expect(table.contains(row), "\(row)") }
        #expect(try await supporter.post("/sheets/2026-02/submission").status == 303)
        #expect(
            try await supporter.read("/api/v1/sheets/2026-02")["submission"]
                == ["day": "2026-03-10", "minutes": 210, "late": false])
        // Submitted once and for good; nothing is written in it any more.
        #expect(try await supporter.post("/sheets/2026-02/submission").status == 422)
        let after = try await supporter.api(
            .post, "/api/v1/sheets/2026-02/contacts", Self.contact("family", minutes: 5))
        #expect(after.status == 422)

        try town.turn(to: "2026-03-11T18:00:00Z")
        let coordinator = try await town.signedIn("coordinator")
        let sheets = try await coordinator.read("/api/v1/filings/2026-02")["sheets"]?.array ?? []
        #expect(sheets.map { $0.text("state") } == ["submitted", "overdue"])
        try await coordinator.publish("2026-02")
        let administration = try await town.signedIn("administration")
        // Two contacts point at somebody: they are told with the next month.
        let summary = try await administration.read("/api/v1/figures/summary/2026-02")
        #expect(summary["waits"] == true && summary["tables"] == [])
    }
}

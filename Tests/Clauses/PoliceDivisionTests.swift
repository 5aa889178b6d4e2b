import Program
import Testing
import Web
import WebSupport

/// What the police division's members count.
@Suite struct PoliceDivisionTests {
    private static let pack = "police-division"

    @Test(.clause("PD-E.9")) func aConsultationIsCountedWithoutContent() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let page = try await supporter.page("/contacts/new?kind=consultation")
        #expect(page.words.contains("Consultation with the Police Psychologist"))
        let form = try #require(page.forms.first { $0.action == "/contacts" })
        #expect(form.names == ["kind", "month"])
        #expect(form.controls.allSatisfy { !$0.takesWords })
        for other in ["note", "about", "duty", "direction", "minutes"] {
            let refused = try await supporter.api(
                .post, "/api/v1/sheets/2026-02/contacts", .object(["kind": "consultation", other: "on-duty"]))
            #expect(refused.status == 422 && refused.problems[other] != nil, "\(other)")
        }
        let contact: JSON = ["kind": "contact", "duty": "off-duty", "direction": []]
        for one in try await town.threeSupporters() {
            try await one.count(["kind": "consultation"], times: 12, in: "2026-02")
            try await one.count(contact, times: 12, in: "2026-02")
        }
        let sheet = try #require(try await supporter.page("/sheets/2026-02").tables.first)
        #expect(sheet.contains(["Consultation with the Police Psychologist", "12"]))
        for login in ["supporter", "second.supporter", "third.supporter"] {
            try await town.signedIn(login).submit("2026-02")
        }
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        try await town.publishYear(after: 2)
        let chief = try await town.signedIn("chief")
        let summary = try PublishedFigures(try await chief.read("/api/v1/figures/year/2026"))
        #expect(
            summary.tables["Contacts and duties done"]?["Consultation with the Police Psychologist"] == .count(36))
    }

    @Test(.clause("PD-E.2")) func supportIsVoluntaryOnOrOffDutyAndNothingIsPaid() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let form = try #require(
            try await supporter.page("/contacts/new?kind=contact").forms.first { $0.action == "/contacts" })
        #expect(form.values(of: "duty") == ["on-duty", "off-duty"])
        #expect(form.names == ["kind", "month", "duty", "direction"])
        let pay = /\b(pay|paid|overtime|compensat|rate|mou|cost.?cent)/.ignoresCase()
        for role in town.roles {
            let walk = try await Walk.of(town.signedIn(role), in: town)
            // What the agency's own file calls the columns of the directory is no entry of pay.
            let pages = walk.pages.filter { $0.key != "/people/columns" }.values
            for name in pages.flatMap(\.controls).map(\.name) {
                #expect(name.firstMatch(of: pay) == nil, "\(role): \(name)")
            }
            #expect(walk.pages.keys.allSatisfy { $0.firstMatch(of: pay) == nil }, "\(role)")
        }
        for field in ["overtime", "pay", "hours", "minutes"] {
            let entry: [String: JSON] = ["kind": "contact", "duty": "off-duty", "direction": [], field: 60]
            let refused = try await supporter.api(.post, "/api/v1/sheets/2026-03/contacts", .object(entry))
            #expect(refused.status == 422 && refused.problems[field] != nil, "\(field)")
        }
    }
}

import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// Time away from the post, in Orange County: a note to the supervisor, with the seeker's own yes and never without.
@Suite struct SupervisorNoteTests {
    private static let fields: KeyValuePairs = [
        "name": "Quentin Canary", "day": "2026-03-12", "from": "14:00", "until": "15:30",
    ]

    @Test(.clause("OCP-II.H.2")) func aNoteGoesToTheSupervisorOnlyWithTheSeekersConsentAndWithoutAReason() async throws
    {
        let town = try await DemoTown.on("orange-county-probation")
        let seeker = try await town.seeker(["standing": "employee", "way": "message", "name": "Quentin"])
        let (supporter, id) = try await town.take()
        let address = "/requests/\(id)/supervisor-note"
        let isOffered = { try await supporter.page("/requests/\(id)").forms.contains { $0.action == address } }
        let unknown = try await supporter.act(id, "no-such-thing")
        // None by default.
        #expect(try await !isOffered())
        #expect(try await supporter.act(id, "supervisor-note", Self.fields) == unknown)

        #expect(try await seeker.post("/support/time-off-note", ["agreed": "yes"]).status == 303)
        let page = try await supporter.page("/requests/\(id)")
        let form = try #require(page.forms.first { $0.action == address })
        #expect(form.names == ["name", "day", "from", "until"])
        for item in try #require(town.agency.policy.requests.timeOffPost).considerations {
            #expect(page.words.contains(item.label))
        }
        let before = try await town.everythingKept()
        let note = try await supporter.act(id, "supervisor-note", Self.fields)
        #expect(note.status == 303 && note.location == address)
        let shown = try await supporter.page(address)
        #expect(try await town.everythingKept() == before)
        try await saysTheLeast(shown, of: town, by: supporter)

        // Taken back, it is gone at once; nobody else ever has it.
        #expect(try await seeker.post("/support/time-off-note", [:]).status == 303)
        #expect(try await !isOffered())
        #expect(try await supporter.act(id, "supervisor-note", Self.fields) == unknown)
        #expect(try await supporter.get(address).isNothing(for: supporter))
    }

    /// On paper: who and when. Not what for, not from which programme, not from whom.
    private func saysTheLeast(_ page: Page, of town: DemoTown, by supporter: Client) async throws {
        let printed = /<article class="slip">(.*)<\/article>/.dotMatchesNewlines()
        let slip = try #require(page.markup.firstMatch(of: printed))
        let title = try #require(page.markup.firstMatch(of: /<title>(.*)<\/title>/))
        let paper = String(slip.1).replacing(/<[^>]*>/, with: " ").lowercased()
        #expect(paper.contains("quentin canary") && paper.contains("12 march 2026"))
        #expect(paper.contains("from 14:00 until 15:30"))
        let terms = town.agency.policy.terms
        let name = try await town.staff(supporter).name
        let tales = [
            "support", "peer", "help", "counsel", "confiden", "meet", "talk", "request", "ocp", terms.programme,
            terms.supporter, name,
        ]
        for tale in tales.map({ $0.lowercased() }) {
            #expect(!paper.contains(tale) && !title.1.lowercased().contains(tale), "\(tale)")
        }
    }

    @Test(.clause("OCP-II.H.2")) func whatIsMissingIsNamedAndNobodyElseWritesOne() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        let (supporter, id) = try await town.take()
        _ = try await seeker.post("/support/time-off-note", ["agreed": "yes"])
        for (field, value) in [("name", ""), ("day", "2026-03-09"), ("from", "25:00"), ("until", "14:00")] {
            let fields = Self.fields.map { ($0.key, $0.key == field ? value : $0.value) }
            let refused = try await supporter.post(
                "/requests/\(id)/supervisor-note", fields, token: supporter.formToken)
            #expect(refused.status == 422 && refused.text.contains("href=\"#field-\(field)\""), "\(field)")
            #expect(refused.text.contains("OCP-II.H.2"))
        }
        for role in town.roles where role != "supporter" {
            let other = try await town.signedIn(role)
            let unknown = try await other.act(id, "no-such-thing")
            #expect(try await other.act(id, "supervisor-note", Self.fields) == unknown, "\(role)")
            #expect(try await other.get("/requests/\(id)/supervisor-note").isNothing(for: other), "\(role)")
        }
    }
}

extension DemoTown {
    /// What the request, the audit and the outgoing words keep just now.
    fileprivate func everythingKept() async throws -> [[Value]] {
        let tables: [SQL] = [
            "SELECT * FROM request", "SELECT * FROM request_message", "SELECT * FROM request_consent",
            "SELECT * FROM audit_entry", "SELECT * FROM notice", "SELECT * FROM ping", "SELECT * FROM outbox",
        ]
        return try await programmes.database.read { transaction in
            try tables.flatMap { try transaction.rows($0) }.map { row in
                try row.columnNames.sorted().map { try row.value(.named($0)) }
            }
        }
    }
}

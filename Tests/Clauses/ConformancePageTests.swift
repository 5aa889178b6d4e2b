import Operations
import PolicyPacks
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What becomes of each duty of the policy, as those see it who answer for the programme.
@Suite struct ConformancePageTests {
    /// A row of the page: what becomes of the duty, and by what.
    private struct Row {
        let state: String
        let by: String
    }

    private static let carriedOut = "Carried out"
    private static let writtenDown = "Written down, not carried out"

    /// The rows of the page, by clause.
    private func rows(_ page: Page) throws -> [String: Row] {
        let cells = page.tables.flatMap { $0.dropFirst() }.filter { $0.count == 4 }
        let rows = try cells.map { cells in
            let clause = try #require(cells[0].split(separator: " ").last)
            let state = try #require(cells[2].firstRange(of: " Wanted:"))
            return (String(clause), Row(state: String(cells[2][..<state.lowerBound]), by: cells[3]))
        }
        #expect(Set(rows.map(\.0)).count == rows.count)
        return Dictionary(rows) { first, _ in first }
    }

    private func rows(_ client: Client) async throws -> [String: Row] { try rows(try await client.page("/policy")) }

    /// What the page calls carried out names, for every rule, something that is there; what is not built says what is missing.
    @Test(.clause("PD-A.3")) func nothingIsShownAsCarriedOutThatTheSystemDoesNotDo() async throws {
        let town = try await DemoTown.on("police-division")
        let member = try await town.signedIn("steering-member")
        let rows = try await rows(member)
        #expect(Set(rows.keys) == Set(town.agency.policy.clauses.map(\.id.text)))
        let interface = try Interface(try await member.read("/api/v1/agencies/police-division/openapi.json"))
        let duties = try await member.read("/api/v1/policy")["clauses"]?.array ?? []
        #expect(duties.count == rows.count)
        for duty in duties {
            let row = try #require(rows[duty.text("id")])
            #expect((row.state == Self.carriedOut) == (duty["state"] == "carried-out"), "\(duty.text("id"))")
            let isWhole = !row.by.contains("nothing in the system goes by") && !row.by.contains("nothing goes by")
            #expect(isWhole || row.state == Self.writtenDown, "\(row)")
            #expect(row.by.contains("Today: ") || row.state != Self.carriedOut, "\(row)")
            guard row.state == Self.carriedOut else { continue }
            let readers = (duty["rules"]?.array ?? []).flatMap { $0["readers"]?.array ?? [] }
            #expect(readers.contains { $0["kind"] != "words" }, "\(duty.text("id"))")
            for reader in readers where ["act", "refusal"].contains(reader.text("kind")) {
                let (method, path) = try #require(interface.addresses[reader.text("name")], "\(reader)")
                #expect(method != "get", "\(path)")
            }
        }
        let counted = Dictionary(grouping: rows.values, by: \.state).mapValues { "\($0.count)" }
        let facts = try await member.page("/policy").facts
        for state in [Self.carriedOut, Self.writtenDown] { #expect(facts[state] ?? "0" == counted[state] ?? "0") }
    }

    /// What the pack has for people alone, as a duty in words, the system does not do: no clause is carried out by being cited.
    @Test(.clause("PD-A.3")) func aDutyInWordsAloneIsWrittenDown() async throws {
        let own = try BundledPacks.own(
            """
            id: springfield
            version: "1"
            extends: police-division
            agency: {title: Springfield Police}
            governance:
              duties:
                - {role: coordinator, duty: Greet each new recruit, basis: [SPR-1]}
            clauses:
              - {id: "SPR-1", place: "1", kind: record, duty: "The coordinator greets each new recruit"}
            """)
        let town = try await DemoTown.start(on: [own])
        let page = try await town.signedIn("coordinator").page("/policy")
        let row = try #require(try rows(page)["SPR-1"])
        #expect(row.state == Self.writtenDown, "\(row)")
        #expect(row.by.contains("governance. duties [1] : a role’s duty in words, for people to keep"), "\(row)")
        #expect(page.facts[Self.writtenDown] == "1")
        #expect(try await rows(town.signedIn("coordinator"))["PD-A.2"]?.state == Self.carriedOut)
    }

    /// Beside a duty stands what shows today that it is carried out, and it is of today.
    @Test(.clause("PD-A.3")) func theEvidenceIsOfToday() async throws {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        let supporter = try await town.signedIn("supporter")
        let before = try await rows(coordinator)
        #expect(before["PD-B.1.a"]?.by.contains("Today: 0 of 1 Peer Support Team Members show a card") == true)
        #expect(before["PD-B.2-0"]?.by.contains("Today: 1 of 1 Peer Support Team Members are vouched for") == true)
        #expect(before["PD-E.2"]?.by.contains("Today: No summary is published yet") == true)
        #expect(try await supporter.post("/card", ["name": "Ana P."]).status == 303)
        try await supporter.submit("2026-02")
        try await coordinator.publish("2026-02")
        _ = try await town.newcomer("b.moss", named: "B. Moss", as: "supporter", since: "2026-01-01", by: coordinator)
        let after = try await rows(coordinator)
        #expect(after["PD-B.1.a"]?.by.contains("Today: 1 of 2 Peer Support Team Members show a card") == true)
        #expect(after["PD-B.2-0"]?.by.contains("Today: 2 of 2 Peer Support Team Members are vouched for") == true)
        #expect(
            after["PD-E.2"]?.by.contains("Today: The summary for February 2026 was published on 10 March 2026") == true)
    }

    /// What nobody holds the office for is not done, whatever the system could do.
    @Test(.clause("PD-A.3")) func aDutyWhoseOfficeIsEmptySaysSo() async throws {
        let town = try await DemoTown.on("police-division")
        let member = try await town.signedIn("steering-member")
        func people() async throws -> JSON? {
            let duties = try await member.read("/api/v1/policy")["clauses"]?.array ?? []
            return duties.first { $0["id"] == "PD-B.1.b" }?["people"]
        }
        let before = try #require(try await rows(member)["PD-B.1.b"])
        #expect(before.by.hasSuffix("Today: one person or more holds the office for each of its acts"), "\(before)")
        #expect(try await people() == 1)
        try await town.programmes.database.write { transaction in
            try transaction.execute("UPDATE holding SET held_until = '2026-03-01' WHERE role = 'dispatcher'")
        }
        let after = try #require(try await rows(member)["PD-B.1.b"])
        #expect(after.by.hasSuffix("Today: nobody holds the office for one of its acts"), "\(after)")
        #expect(try await people() == 0)
    }

    /// Coordinator, committee and liaison have every duty of the order before them, and what of it is late.
    @Test(.clause("SAC-II.B.2")) func everyDutyOfTheOrderIsListedWithWhatIsOverdue() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let keeper = try await town.signedIn("coordinator")
        _ = try await town.newcomer("t.ard", named: "T. Ard", as: "supporter", since: "2026-01-01", by: keeper)
        try await town.signedIn("supporter").submit("2026-02")
        // The sheets are due on the tenth and the summary on the twentieth.
        try town.turn(to: "2026-03-21T18:00:00Z")
        for role in ["coordinator", "committee-member", "management-liaison"] {
            let client = try await town.signedIn(role)
            #expect(try await client.page("/rules").links.contains("/policy"), "\(role)")
            let page = try await client.page("/policy")
            let rows = try rows(page)
            #expect(Set(rows.keys) == Set(town.agency.policy.clauses.map(\.id.text)), "\(role)")
            for (clause, row) in rows { #expect(!row.by.isEmpty, "\(clause)") }
            let today = try #require(page.section("Seen today")).items
            #expect(today.contains("1 of 2 sheets for February 2026; 1 late"), "\(role): \(today)")
            #expect(today.contains("No summary is published yet; 1 overdue"), "\(role): \(today)")
            // The same beside the duties that it shows.
            #expect(rows["SAC-II.D.3.e"]?.by.contains("Today: 1 of 2 sheets for February 2026; 1 late") == true)
            #expect(rows["SAC-II.B.5"]?.by.contains("Today: No summary is published yet; 1 overdue") == true)
            let kinds = try await client.read("/api/v1/policy")["evidence"]?.array ?? []
            #expect(kinds.first { $0["kind"] == "sheets" }?["missing"] == 1, "\(role)")
        }
        for role in ["supporter", "counsellor", "chaplaincy", "supervisor"] {
            let client = try await town.signedIn(role)
            #expect(try await client.get("/policy").isNothing(for: client), "\(role)")
        }
        // What was late is not any more when it is done.
        try await town.signedIn("coordinator").publish("2026-02")
        let after = try await rows(town.signedIn("committee-member"))
        #expect(
            after["SAC-II.B.5"]?.by.contains("The summary for February 2026 was published on 21 March 2026") == true)
        #expect(after["SAC-II.B.5"]?.by.contains("overdue") == false)
    }

    private static let counsel = """
        id: springfield
        version: "1"
        extends: iacp-demonstration
        counsel:
          reviewed-on: 2026-02-03
          questions:
            - {id: bystandership, answer: "None that others do not have."}
        """

    /// What waits for counsel stands where a pack is drafted, and open on the page until it is answered.
    @Test(.clause("IACP-6.2b")) func theQuestionsForCounselAreAnsweredOrOpen() async throws {
        let open = "Does our state require a Statement of Clarification of Peer Support Persons, and in which words?"
        let answered = "Which duties does our state's law on active bystandership give a Peer Support Person?"
        let own = try BundledPacks.own(Self.counsel)
        let report = PackReport(own).text
        #expect(report.contains("  clarification: \(open)\n    open\n"))
        #expect(report.contains("  bystandership: \(answered)\n    None that others do not have.\n"))
        let start = try #require(PackStart(kind: "police", title: "Springfield", country: "united-states")).text
        for question in own.pack.counsel?.questions ?? [] { #expect(start.contains("# \(question.question)\n")) }

        // Who drafts nothing of it has all of them open.
        let guidelines = try await DemoTown.on("iacp").signedIn("coordinator").page("/policy")
        let asked = try #require(guidelines.section("To settle with counsel")).items
        #expect(asked.count == 4 && asked.first == "\(open) Rule IACP-6.2b Open", "\(asked)")
        #expect(asked.allSatisfy { $0.hasSuffix(" Open") })

        let town = try await DemoTown.start(on: [own])
        for role in ["coordinator", "committee-member"] {
            let items = try #require(try await town.signedIn(role).page("/policy").section("To settle with counsel"))
                .items
            #expect(items.count == 4 && items.first == "\(open) Rule IACP-6.2b Open", "\(items)")
            #expect(items.last == "\(answered) Rule IACP-6.2b None that others do not have.", "\(items)")
            #expect(items.count { $0.hasSuffix(" Open") } == 3)
        }
    }

    /// The handbook says that the policy grants confidence, and when counsel looked at it, or that nobody recorded it.
    @Test(.clause("IACP-3.1-3")) func theGrantAndCounselsReviewStandInTheHandbook() async throws {
        let reviewed = "The agency’s counsel reviewed this policy on 3 February 2026. Rule IACP-3.1-3"
        let unrecorded = "No review of this policy by the agency’s counsel is recorded. Rule IACP-3.1-3"
        let guidelines = try await DemoTown.on("iacp")
        let own = try await DemoTown.start(on: [try BundledPacks.own(Self.counsel)])
        for (town, said, other) in [(guidelines, unrecorded, reviewed), (own, reviewed, unrecorded)] {
            let handbook = try await town.visitor().page("/agencies/\(town.agency.slug)/handbook")
            let section = try #require(handbook.section("What stays in confidence"))
            #expect(
                section.facts["Confidentiality"]?.contains(
                    "The agency's policy grants it: your Peer Support Person has a duty to keep it confidential")
                    == true)
            #expect(section.words.contains(said) && !section.words.contains(other))
            // The law on privilege is the jurisdiction's own.
            #expect(section.facts["Privilege"]?.contains("depends on where you are") == true)
            let policy = try await town.signedIn("coordinator").page("/policy")
            #expect(policy.section("To settle with counsel")?.words.contains(said) == true)
        }
    }
}

import Operations
import PolicyPacks
import Program
import Testing
import Web
import WebSupport

/// How the duties stand today, in words and with a sign, on the page, on paper and on the home of whoever watches over them.
@Suite struct ProofPageTests {
    /// How a duty stands on the proof, by its clause.
    private func standings(_ client: Client) async throws -> [String: [String]] {
        let rows = try await client.page("/policy/proof").tables.flatMap { $0.dropFirst() }
        return Dictionary(
            try rows.map { row in
                #expect(row.count == 5)
                return (try #require(row[0].split(separator: " ").last.map(String.init)), row)
            }
        ) { first, _ in first }
    }

    /// What is late is overdue, what is still in time is due, and what was done is in order.
    @Test(.clause("PD-A.3", "SAC-II.B.2")) func aDutyStandsAsWhatIsCountedOfItDoes() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        func standing(_ clause: String) async throws -> String? { try await standings(coordinator)[clause]?[4] }
        // Sheets are due on the tenth, which it is.
        #expect(try await standing("SAC-II.D.3.e") == "○ Due")
        #expect(try await coordinator.page("/policy?state=due").words.contains("SAC-II.D.3.e"))
        try town.turn(to: "2026-03-12T18:00:00Z")
        let later = try await town.signedIn("coordinator")
        let late = try await standings(later)["SAC-II.D.3.e"]
        #expect(late?[4] == "! Overdue" && late?[3].contains("0 of 1 sheets for February 2026; 1 late") == true)
        #expect(try await later.page("/policy?state=overdue").words.contains("SAC-II.D.3.e"))
        #expect(!(try await later.page("/policy?state=due").words.contains("SAC-II.D.3.e")))
        // What is left to people says so, with a sign of its own.
        let left = try await standings(later).values.filter { $0[4] == "☐ For people" }
        #expect(left.count == town.agency.agency.pack.duties(.writtenDown).count)
    }

    /// The proof has every duty with its place in the source, under the agency, the day, the pack and its hash, and nobody's name.
    @Test(.clause("SAC-II.B.2")) func theProofHasEveryDutyAndNobodysName() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        _ = try await town.newcomer(
            "q.zeal", named: "Quentin Zeal", as: "supporter", since: "2026-01-01", by: coordinator)
        let page = try await coordinator.page("/policy/proof")
        let policy = town.agency.policy
        #expect(page.facts["Agency"] == town.agency.agency.name && page.facts["Day"] == "10 March 2026")
        #expect(page.facts["Content hash"]?.replacing(" ", with: "") == town.agency.agency.pack.hash)
        #expect(page.facts["Duties"] == "\(policy.clauses.count)")
        let rows = try await standings(coordinator)
        #expect(Set(rows.keys) == Set(policy.clauses.map(\.id.text)))
        for clause in policy.clauses {
            let row = try #require(rows[clause.id.text])
            #expect(row[0].hasPrefix(clause.place) && row[1] == clause.duty)
            #expect(!row[2].isEmpty && !row[3].isEmpty)
        }
        let totals = try #require(page.section("Totals")).items.compactMap { Int($0.prefix { $0 != " " }) }
        #expect(totals.count == DutyStanding.allCases.count && totals.reduce(0, +) == policy.clauses.count)
        #expect(!page.words.contains("Zeal"))
        // It is for those who watch over the duties alone.
        for role in ["supporter", "counsellor", "supervisor"] {
            let client = try await town.signedIn(role)
            #expect(try await client.get("/policy/proof").isNothing(for: client), "\(role)")
        }
    }

    /// The committee oversees: published figures and how the duties stand, on their home, without anybody's name.
    @Test(.clause("SAC-II.C.2")) func theCommitteesHomeShowsFiguresAndDuties() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        try await town.signedIn("supporter").submit("2026-02")
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        _ = try await town.newcomer(
            "q.zeal", named: "Quentin Zeal", as: "supporter", since: "2026-01-01", by: coordinator)
        try town.turn(to: "2026-04-21T18:00:00Z")
        let member = try await town.signedIn("committee-member")
        let home = try await member.page("/home")
        let stands = try #require(home.section("How the programme stands"))
        let late = try await standings(member).values.filter { $0[4] == "! Overdue" }.count
        #expect(late > 0 && stands.facts["Overdue"] == "\(late)")
        #expect(stands.links.contains { $0.hasPrefix("/policy") })
        #expect(home.links.contains { $0.hasPrefix("/figures/summary/") } && home.links.contains("/figures"))
        #expect(!home.words.contains("Zeal"))
    }
}

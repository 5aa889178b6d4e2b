import Operations
import Program
import Testing
import Web
import WebSupport

/// What the list of the team says of members who supervise others.
@Suite struct SupervisorCardTests {
    /// Wherever somebody chooses, leaves out or reads whom to call, whether or not the rank is shown.
    @Test(.clause("IACP-7.4")) func seekersSeeWhoSupervisesBeforeTheyChoose() async throws {
        let town = try await DemoTown.on("iacp")
        try await town.employs([
            ("20", "Sam", "", supervises: true, investigates: false),
            ("21", "Ray", "20", supervises: false, investigates: false),
        ])
        let sergeant = try await town.supporter("sam", named: "Sam", employee: "20")
        let officer = try await town.supporter("ray", named: "Ray", employee: "21")
        let said = "Supervises others"
        func cards() async throws -> [Page] { try await town.visitor().page("/agencies/iacp").people }
        func card(_ name: String) async throws -> Page {
            try #require(try await cards().first { $0.words.contains(name) })
        }
        for shows in [[], [("showsRank", "yes")]] {
            _ = try await sergeant.post("/card", [("name", "Sam")] + shows, token: sergeant.formToken)
            let words = try await card("Sam").words
            #expect(words.contains(said) && words.contains("Sergeant") == !shows.isEmpty)
            #expect(try await !card("Ray").words.contains(said))
        }
        let ask = try await town.visitor().page("/agencies/iacp/ask").markup
        #expect(ask.contains("Sam · Sergeant · \(said)") && !ask.contains("Ray · \(said)"))
        let read = try await town.visitor().read("/api/v1/agencies/iacp/supporters")["supporters"]?.array ?? []
        for (name, supervises) in [("Sam", true), ("Ray", false)] {
            let card = try #require(read.first { $0.text("name") == name })
            #expect(card["supervisesOthers"] == (supervises ? true : false), "\(name)")
        }
        // Whose card it is knows of it.
        let mark = "that you supervise others"
        #expect(try await sergeant.page("/card").words.contains(mark))
        #expect(try await !officer.page("/card").words.contains(mark))
    }

    /// A policy that does not ask for it has nobody marked.
    @Test func whereThePolicyIsSilentNobodyIsMarked() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        try await town.employs([("20", "Sam", "", supervises: true, investigates: false)])
        let sergeant = try await town.supporter("sam", named: "Sam", employee: "20")
        let page = try await town.visitor().page("/agencies/kern-sheriff").words
        #expect(page.contains("Sam") && !page.contains("Supervises others"))
        #expect(try await !sergeant.page("/card").words.contains("supervise others"))
    }
}

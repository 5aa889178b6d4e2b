import Operations
import PolicyPacks
import Program
import Testing
import Web
import WebSupport

/// What the agency chose itself, beside what its policy gives.
@Suite struct ChosenPagesTests {
    @Test(arguments: PackLibrary.bundled) func everyChosenValueStandsThereWithItsReason(id: PackID) async throws {
        let town = try await DemoTown.on(id.text)
        let loaded = town.agency.agency.pack
        let reader = try #require(loaded.pack.roles(with: .readConformance).first)
        let client = try await town.signedIn(reader.id.text)
        let words = try await client.page("/policy/choices").words
        #expect(loaded.chosen.count > 20)
        for value in loaded.chosen { #expect(words.contains(value.reason), "\(value.path)") }
        for value in loaded.said { #expect(words.contains(value.words), "\(value.path)") }
        let read = try await client.read("/api/v1/policy/choices")
        #expect(read["chosen"]?.array?.compactMap { $0["path"]?.string }.sorted() == loaded.chosen.map(\.path).sorted())
        #expect(read["given"]?.array?.compactMap { $0["words"]?.string }.sorted() == loaded.said.map(\.words).sorted())
        // The ways there.
        for page in ["/policy", "/handbook"] {
            #expect(try await client.page(page).links.contains("/policy/choices"), "\(page)")
        }
    }

    /// Whoever does not see how the duties are met has no way to it.
    @Test func itIsNotForEverybody() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        #expect(try await !supporter.page("/handbook").links.contains("/policy/choices"))
        #expect(try await supporter.get("/policy/choices").status != 200)
    }

    /// A number that the form does not bound is refused as ours, on the page and to a program.
    @Test func aRefusalOverANumberOfOursSaysSo() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        let entry: [String: JSON] = [
            "kind": "group-debrief", "day": "2026-03-02", "participants": 1, "minutes": 30,
        ]
        let refused = try await supporter.api(.post, "/api/v1/sheets/2026-03/contacts", .object(entry))
        #expect(refused.status == 422)
        let problem = try #require(refused.problems["participants"])
        #expect(problem["clauses"] == [])
        #expect(problem["ourChoice"]?.string?.contains("two make a group") == true)
        let unknown = try await supporter.api(
            .post, "/api/v1/sheets/2026-03/contacts", .object(entry.merging(["participants": 3, "name": "x"]) { $1 }))
        #expect(unknown.problems["name"]?["clauses"]?.array?.isEmpty == false)
    }

    /// Who the order is for, since when, and what it took the place of.
    @Test(.clause("SAC-0")) func theHandbookBeginsWithWhatTheOrderIs() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let facts = try await town.signedIn("supporter").page("/handbook").facts
        #expect(facts["For"] == "All employees")
        #expect(facts["In effect since"] == "13 February 2017")
        #expect(facts["In place of"]?.contains("Peer Support Group") == true)
        #expect(facts["Rule"] == "Rule SAC-0")
    }
}

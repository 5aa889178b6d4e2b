import Operations
import Program
import Testing
import Web
import WebSupport

/// What is urgent looks urgent on everybody's home: it stands there whole, before what can wait.
@Suite struct HomeUrgencyTests {
    @Test func noticesStandOnTheHomeByUrgency() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.offer()
        #expect(try await supporter.post("/offers/\(id)/pass", ["conflict": "yes"]).status == 303)
        _ = try await supporter.disclose("self-harm")
        let coordinator = try await town.signedIn("coordinator")
        let home = try await coordinator.page("/home")
        let now = try #require(home.section("Needs you now"))
        let later = try #require(home.section("Needs you today"))
        #expect(now.words.contains("Speak with") && now.words.contains("Answer by"))
        #expect(later.words.contains("A conflict of interest") && !now.words.contains("A conflict of interest"))
        let first = try #require(home.markup.firstRange(of: "Needs you now"))
        let second = try #require(home.markup.firstRange(of: "Needs you today"))
        #expect(first.lowerBound < second.lowerBound)
        // It can be answered there.
        let notice = try #require(try await coordinator.notices().first { $0["kind"] == "disclosure" })
        let answer = try #require(now.forms.first { $0.action == "/notices/\(notice.text("id"))/answer" })
        #expect(answer.values(of: "how").contains("page"))
        #expect(try await coordinator.answer(notice).status == 303)
        #expect(try await coordinator.page("/home").section("Needs you now")?.words.contains("Speak with") != true)
    }

    @Test func theUrgentOfferStandsFirstAndWhole() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        for urgency in [Urgency.thisWeek, .today, .thisWeek, .now, .today] {
            _ = try await town.asks { $0.urgency = urgency }
        }
        let offers = try await supporter.read("/api/v1/offers")["offers"]?.array ?? []
        let shown = offers.map { $0["card"]?.text("urgency") ?? "" }
        #expect(shown == ["now", "today", "today", "thisWeek", "thisWeek"])
        let home = try #require(try await supporter.page("/home").section("Offered to you"))
        let urgent = try #require(home.markup.firstRange(of: "Look at it now"))
        let others = try #require(home.markup.firstRange(of: "This week"))
        #expect(urgent.lowerBound < others.lowerBound && home.words.contains("As soon as possible:"))
    }
}

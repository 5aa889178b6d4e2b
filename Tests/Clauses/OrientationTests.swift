import Operations
import Program
import Testing
import Web
import WebSupport

/// What everybody in an agency is told of peer support and its limits.
@Suite struct OrientationTests {
    @Test(.clause("IACP-6.3")) func limitsAreExplainedAtTheOutsetAndToEverybodyInTheAgency() async throws {
        let town = try await DemoTown.on("iacp")
        let exceptions = town.agency.policy.confidentiality.exceptions.map(\.label)
        let limits = "There is usually no confidentiality for threats to yourself or others, or for abuse of a child"
        let visitor = town.visitor()

        // Where somebody looks for support, and before a word is written.
        let front = try await visitor.page("/agencies/iacp")
        #expect(try #require(front.section("What stays between you, and what cannot")).items == exceptions)
        let ask = try await visitor.page("/agencies/iacp/ask")
        let said = try #require(ask.markup.firstRange(of: limits))
        let field = try #require(ask.markup.firstRange(of: "<textarea"))
        #expect(said.upperBound < field.lowerBound)

        // In what everybody who works here is shown, and can take along on paper.
        #expect(front.links.contains("/agencies/iacp/orientation"))
        let orientation = try await visitor.page("/agencies/iacp/orientation")
        #expect(orientation.paragraphs.contains { $0.contains("what it cannot keep. Rule IACP-6.3") })
        #expect(try #require(orientation.section("What it is")).words.contains(limits))
        #expect(try #require(orientation.section("What stays between you, and what cannot")).items == exceptions)

        // And by the supporter, who reads nothing before they said so.
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        _ = try await town.asks { $0.words = "About my brother" }
        let id = try await supporter.offer()
        #expect(try await supporter.accept(id).status == 303)
        let before = try await supporter.page("/requests/\(id)").words
        #expect(!before.contains("About my brother"))
        for exception in exceptions { #expect(before.contains(exception), "\(exception)") }
        #expect(try await supporter.advise(id).status == 303)
        #expect(try await supporter.page("/requests/\(id)").words.contains("About my brother"))
    }
}

import Operations
import Program
import Store
import Testing

/// A request always reaches someone, whenever it is asked.
@Suite struct RequestYearProofTests {
    struct Span: Sendable, CustomTestStringConvertible {
        let engine: Engine
        let from: String
        let days: Int64
        let count: Int
        let seed: UInt64
        var testDescription: String { "\(engine), \(days) days from \(from), seed \(seed)" }
    }

    /// Twelve months with both changes of the clock; on PostgreSQL the weeks around each.
    static let spans: [Span] = [
        Span(engine: .sqlite, from: "2026-02-20", days: 365, count: 150, seed: 20_261_120),
        Span(engine: .postgresql, from: "2026-03-01", days: 15, count: 20, seed: 308),
        Span(engine: .postgresql, from: "2026-10-25", days: 15, count: 20, seed: 1101),
    ].filter { engines.contains($0.engine) }

    @Test(arguments: spans) func everyStepComesAndInTime(_ span: Span) async throws {
        let field = try await RequestGround(span.engine, pack: "police-division", on: span.from)
        _ = try await field.ground.member("desk", roles: "dispatcher")
        try await field.ground.opensAllHours(field.ben)
        var year = try await YearOfRequests(field, days: span.days, count: span.count, seed: span.seed)
        try await year.run()
        #expect(year.requests.count == span.count)
        #expect(year.requests.values.allSatisfy { $0.expected == .closed })
        // It has shown something only if many steps were waited for, some requests came to the last, and servers were restarted.
        #expect(year.accepted >= span.count && year.steps > span.count)
        #expect(year.byLastResort > span.count / 20 && year.restarts > span.count / 20)
        try field.ground.move(to: try #require(field.agency.day(at: field.now).adding(days: 31)).text)
        try await year.programmes.destroyEndedRequests()
        #expect(try await field.requestCount() == 0)
    }
}

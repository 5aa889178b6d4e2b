import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Feedback without a name ties nobody to it: not by a row, not by the hour, and not by having been sent twice.
@Suite struct FeedbackSecrecyTests {
    private static let feedback = NewFeedback(
        FeedbackContent(topic: "problems", words: "quillwort-canary"), isAnonymous: true)

    private func town(_ engine: Engine) async throws -> (Ground, giver: Staff) {
        let ground = try await Ground(engine, pack: "iacp")
        _ = try await ground.member("c.oordinator", roles: "coordinator")
        let giver = try await ground.member("s.upporter", roles: "supporter", isEmployed: true)
        try await ground.programmes.keepFeedbackBoxes()
        return (ground, giver)
    }

    /// The tables of which a row is another, or new.
    private func changed(_ before: [String: [String]], _ after: [String: [String]]) -> [String: [String]] {
        after.reduce(into: [:]) { changed, table in
            let new = table.value.filter { !(before[table.key] ?? []).contains($0) }
            if !new.isEmpty { changed[table.key] = new }
        }
    }

    private func box(_ ground: Ground) async throws -> (sealed: [UInt8], hour: Int64) {
        try #require(try await ground.database.read { try $0.feedbackBox(agency: ground.agency.id) })
    }

    @Test(arguments: engines) func nothingButTheBoxIsAnotherOnItsDay(_ engine: Engine) async throws {
        let (ground, giver) = try await town(engine)
        let before = try await ground.database.rowsByTable()
        _ = try await #require(ground.programmes.give(Self.feedback, by: giver)).get()
        let given = try await ground.database.rowsByTable()
        #expect(Set(changed(before, given).keys) == ["feedback_box"])
        try ground.move(to: "2026-11-21", hour: 1)
        try await ground.programmes.keepFeedbackBoxes()
        let kept = changed(before, try await ground.database.rowsByTable())
        #expect(kept["feedback"]?.count == 1 && kept["sealed_paper_copy"]?.count == 1)
        #expect(!kept.values.joined().contains { $0.contains(giver.account) })
        let hex = "quillwort-canary".utf8.map { String($0, radix: 16) }.joined()
        #expect(!kept.values.joined().contains { $0.contains("quillwort-canary") || $0.contains(hex) })
        #expect(try await ground.acts().allSatisfy { $0 != .feedbackAnswered })
    }

    /// The box is another every hour, whether anything came or not, and always of one size.
    @Test(arguments: engines) func theBoxIsAnotherEveryHour(_ engine: Engine) async throws {
        let (ground, giver) = try await town(engine)
        var copies = [try await box(ground).sealed]
        for hour: Int64 in 10...13 {
            if hour == 12 { _ = try await #require(ground.programmes.give(Self.feedback, by: giver)).get() }
            try ground.move(to: "2026-11-20", hour: hour)
            try await ground.programmes.keepFeedbackBoxes()
            copies.append(try await box(ground).sealed)
            try await ground.programmes.keepFeedbackBoxes()
            #expect(try await box(ground).sealed == copies.last)
        }
        #expect(Set(copies).count == copies.count && Set(copies.map(\.count)).count == 1)
    }

    /// A full box loses nothing.
    @Test func aFullBoxLosesNothing() async throws {
        let (ground, giver) = try await town(.sqlite)
        let long = NewFeedback(
            FeedbackContent(topic: "problems", words: String(repeating: "w", count: 1500)), isAnonymous: true)
        for _ in 0..<8 { _ = try await #require(ground.programmes.give(long, by: giver)).get() }
        try ground.move(to: "2026-11-21", hour: 1)
        try await ground.programmes.keepFeedbackBoxes()
        #expect(try await ground.database.read { try $0.feedback(agency: ground.agency.id) }.count == 8)
    }

    /// The same sending gives the same code, and one feedback.
    @Test func sentTwiceItIsOne() async throws {
        let (ground, giver) = try await town(.sqlite)
        let once = OnceKey("key", at: "POST /feedback", sent: [1])
        var codes: Set<String?> = []
        for _ in 0..<2 {
            codes.insert(try await #require(ground.programmes.give(Self.feedback, once: once, by: giver)).get().code)
        }
        #expect(codes.count == 1)
        try ground.move(to: "2026-11-21", hour: 1)
        try await ground.programmes.keepFeedbackBoxes()
        codes.insert(try await #require(ground.programmes.give(Self.feedback, once: once, by: giver)).get().code)
        #expect(codes.count == 1)
        #expect(try await ground.database.read { try $0.feedback(agency: ground.agency.id) }.count == 1)
    }
}

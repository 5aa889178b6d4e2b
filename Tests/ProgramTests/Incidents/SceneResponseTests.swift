import PolicyPacks
import Program
import TestSupport
import Testing

/// Who is asked to a scene, in which order, and when the next is.
@Suite struct SceneResponseTests {
    private static let now = Instant(milliseconds: 1_773_000_000_000)
    private let policy: PolicyPack

    init() throws { policy = try BundledPacks.named("sacramento-probation").pack }

    private func opened(wanted: Int) throws -> IncidentFile {
        let file = IncidentFile(
            id: "i", kind: "critical-incident", scope: .own, isLargeScale: false, happenedAt: Self.now,
            told: IncidentFile.Told(at: Self.now, means: .telephone, by: .supervisor))
        return try file.openingScene(
            askedBy: "watch-commander", at: Self.now, wanted: wanted, place: "", under: policy, now: Self.now
        ).get()
    }

    private func later(_ seconds: Int64) -> Instant { Self.now.adding(seconds: seconds) }

    private func asked(_ file: IncidentFile) -> [String] { file.scene?.asked.map(\.account) ?? [] }

    @Test func asManyAsAreWantedAndTheNextOnceTheirTimeIsOver() throws {
        let order = ["a", "b", "c", "d"]
        var file = try opened(wanted: 2).askingNext(of: order, under: policy, at: Self.now)
        #expect(asked(file) == ["a", "b"])
        #expect(file.askingNext(of: order, under: policy, at: later(599)) == file)
        // One comes; the other has not answered in ten minutes.
        file = try file.answering(.coming, by: "a").get()
        file = file.askingNext(of: order, under: policy, at: later(600))
        #expect(asked(file) == ["a", "b", "c"])
        // One who cannot makes room at once.
        file = try file.answering(.cannot, by: "c").get().askingNext(of: order, under: policy, at: later(601))
        #expect(asked(file) == ["a", "b", "c", "d"])
        #expect(file.askingNext(of: order, under: policy, at: later(9_000)) == file)
    }

    @Test func whoeverWasThereIsNeverAsked() throws {
        var file = try opened(wanted: 3)
        file.involved = ["b": .witness]
        #expect(asked(file.askingNext(of: ["a", "b", "c"], under: policy, at: Self.now)) == ["a", "c"])
        file = try file.askingNext(of: ["a", "c"], under: policy, at: Self.now).answeringAsInvolved(by: "a").get()
        #expect(file.involved["a"] != nil && file.scene?.asked("a")?.answer == .cannot)
    }

    @Test func anAnswerAnArrivalAndALeavingInThatOrder() throws {
        let file = try opened(wanted: 1).askingNext(of: ["a"], under: policy, at: Self.now)
        #expect(throws: Refusal.self) { try file.arriving("a", at: later(1)).get() }
        #expect(throws: Refusal.self) { try file.answering(.coming, by: "b").get() }
        let coming = try file.answering(.coming, by: "a").get()
        #expect(throws: Refusal.self) { try coming.leaving("a", at: later(1)).get() }
        let there = try coming.arriving("a", at: later(60)).get()
        #expect(throws: Refusal.self) { try there.answering(.cannot, by: "a").get() }
        // Whoever is there leaves when they leave, also after the response was closed.
        let closed = try there.closingScene(at: later(100)).get()
        #expect(try closed.leaving("a", at: later(200)).get().responders == ["a"])
    }

    @Test func theNearestShiftThenTheFewestScenesThenTheLot() {
        let reached =
            [
                ("off", CallOutStanding.offDuty), ("call-many", .onCall), ("call-few", .onCall), ("work", .available),
                ("last", .lastResort),
            ].map { CallOutCandidate(account: $0.0, standing: $0.1, isCalledElsewhere: false) }
            + [CallOutCandidate(account: "busy", standing: .onCall, isCalledElsewhere: true)]
        let order = SceneOrder(of: reached, qualified: nil, keptOut: ["work"], lately: ["call-many": 3])
        #expect(order.accounts == ["call-few", "call-many", "off", "busy"])
        #expect(order.keptOut == 1 && order.notQualified == 0)
        let trained = SceneOrder(of: reached, qualified: ["off", "work"], keptOut: ["work"], lately: [:])
        #expect(trained.accounts == ["off"] && trained.notQualified == 3 && trained.keptOut == 1)
    }

    /// Who said that they come and never arrived went nowhere: it does not count against their turn.
    @Test func onlyWhoArrivedWentToAScene() throws {
        var file = try opened(wanted: 3)
        var scene = SceneResponse(askedBy: "watch-commander", askedAt: Self.now, wanted: 3, place: "")
        for (account, answer, arrived) in [
            ("there", SceneAnswer.coming, true), ("stayed", .coming, false), ("no", .cannot, false),
        ] {
            var asked = SceneResponse.Asked(account: account, at: Self.now)
            (asked.answer, asked.arrivedAt) = (answer, arrived ? Self.now : nil)
            scene.asked.append(asked)
        }
        file.scenes = [scene]
        #expect([file, file].timesAtScenes == ["there": 2])
    }

    @Test(arguments: ["iacp", "kern-sheriff", "orange-county-probation"])
    func aPolicyWithoutScenesOpensNone(pack: String) throws {
        let other = try BundledPacks.named(pack).pack
        let file = IncidentFile(
            id: "i", kind: other.incidents.kinds[0].id, scope: .own, isLargeScale: false, happenedAt: Self.now,
            told: IncidentFile.Told(at: Self.now, means: .telephone, by: .supervisor))
        let opened = file.openingScene(
            askedBy: "watch-commander", at: Self.now, wanted: 1, place: "", under: other, now: Self.now)
        #expect(throws: Refusal.self) { try opened.get() }
    }
}

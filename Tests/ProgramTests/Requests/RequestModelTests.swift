import PolicyPacks
import Program
import TestSupport
import Testing

/// Acts by chance on requests of the five programmes, each compared with a small machine that reckons apart from the product.
@Suite struct RequestModelTests {
    /// Read once for all plays.
    private static let packs = Dictionary(
        uniqueKeysWithValues: RequestReference.Policy.all.map { ($0.pack, PackLibrary.load(PackID($0.pack))) })

    private static func pack(_ programme: RequestReference.Policy.Of) throws -> PolicyPack {
        try #require(packs[programme.pack]).get().pack
    }

    @Test(arguments: RequestReference.Policy.all, 1...40 as ClosedRange<UInt64>)
    func anyActsInAnyOrder(_ programme: RequestReference.Policy.Of, _ seed: UInt64) throws {
        let pack = try Self.pack(programme)
        var play = try RequestPlay(pack, programme.policy, seed: seed)
        for _ in 0..<150 where play.reference.place != .isGone {
            try play.step()
            try play.compare()
        }
        try play.waitForEverybody()
    }

    /// A play in which nothing ever came of anything would show nothing.
    @Test func everyActComesToEveryAnswer() throws {
        var seen: Set<String> = []
        for programme in RequestReference.Policy.all {
            let pack = try Self.pack(programme)
            for seed in 1...60 as ClosedRange<UInt64> {
                var play = try RequestPlay(pack, programme.policy, seed: seed)
                for _ in 0..<150 where play.reference.place != .isGone { try play.step() }
                seen.formUnion(play.seen)
            }
        }
        let always: Set<String> = ["advise", "pass", "end"]
        for act in RequestPlay.Act.allCases where !act.isOfNobody {
            let answers: [RequestReference.Answer] = always.contains(act.rawValue) ? [.done] : [.done, .refused]
            for answer in answers { #expect(seen.contains("\(act) \(answer)"), "\(act) was never \(answer)") }
        }
    }
}

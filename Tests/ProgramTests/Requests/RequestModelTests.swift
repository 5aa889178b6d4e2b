import PolicyPacks
import Program
import Testing

/// Acts by chance on requests of the five programmes, each compared with a small machine that reckons apart from the product.
@Suite struct RequestModelTests {
    @Test(arguments: RequestReference.Policy.all, 1...60 as ClosedRange<UInt64>)
    func anyActsInAnyOrder(_ programme: RequestReference.Policy.Of, _ seed: UInt64) throws {
        let pack = try PackLibrary.load(PackID(programme.pack)).get().pack
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
            let pack = try PackLibrary.load(PackID(programme.pack)).get().pack
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

extension RequestReference.Policy {
    /// A policy with the name of its pack.
    struct Of: Sendable, CustomTestStringConvertible {
        let pack: String
        let policy: RequestReference.Policy
        var testDescription: String { pack }
    }

    /// The five policies as they are read on paper.
    static let all = [
        Of(
            pack: "sacramento-probation",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: false, chainComesLast: true,
                investigatorsAreBarred: false, isAskedOffDuty: true, conflictIsTold: true, mayBeStuckAtPost: false,
                hasNotes: false, hasLastResort: false)),
        Of(
            pack: "orange-county-probation",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: false, chainComesLast: false,
                investigatorsAreBarred: true, isAskedOffDuty: true, conflictIsTold: true, mayBeStuckAtPost: false,
                hasNotes: true, hasLastResort: false)),
        Of(
            pack: "kern-sheriff",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: true, chainComesLast: false,
                investigatorsAreBarred: false, isAskedOffDuty: false, conflictIsTold: false, mayBeStuckAtPost: true,
                hasNotes: false, hasLastResort: false)),
        Of(
            pack: "police-division",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: false, chainComesLast: true,
                investigatorsAreBarred: false, isAskedOffDuty: true, conflictIsTold: false, mayBeStuckAtPost: false,
                hasNotes: false, hasLastResort: true)),
        Of(
            pack: "iacp",
            policy: RequestReference.Policy(
                minutesToFirstContact: 240, oneContactAcrossTheChain: false, chainComesLast: true,
                investigatorsAreBarred: false, isAskedOffDuty: false, conflictIsTold: true, mayBeStuckAtPost: false,
                hasNotes: false, hasLastResort: true)),
    ]
}

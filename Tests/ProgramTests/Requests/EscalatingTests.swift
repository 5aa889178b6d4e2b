import Program
import TestSupport
import Testing

/// What a request does that nobody has taken yet.
@Suite struct EscalatingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sample: EscalationSample
        let from: Stage?
        let reach: Reach
        let move: EscalationMove
    }

    private static let team = Reach(
        preferred: ["a"], inOrder: ["b", "c", "d", "e"], everyone: ["a", "b", "c", "d", "e", "f"], chain: ["z"],
        holders: [.leader: ["l"], .coordinator: ["k"], .dispatcher: ["p"]], isBusinessHours: true)

    private static func team(_ change: (inout Reach) -> Void) -> Reach {
        var reach = team
        change(&reach)
        return reach
    }

    static let cases: [Case] = [
        Case(
            testDescription: "whom the seeker chose is asked first, for a third of the time", sample: .leaders,
            from: nil,
            reach: team, move: EscalationMove(stage: .preferred, asks: ["a"], wait: 300)),
        Case(
            testDescription: "nobody chosen: three of those who can be reached, in order", sample: .leaders, from: nil,
            reach: team { $0.preferred = [] }, move: EscalationMove(stage: .few, asks: ["b", "c", "d"], wait: 300)),
        Case(
            testDescription: "then a few", sample: .leaders, from: .preferred, reach: team,
            move: EscalationMove(stage: .few, asks: ["b", "c", "d"], wait: 300)),
        Case(
            testDescription: "then everyone, for all of the time", sample: .leaders, from: .few, reach: team,
            move: EscalationMove(stage: .everyone, asks: ["a", "b", "c", "d", "e", "f"], wait: 900)),
        Case(
            testDescription: "nobody on the list: everyone at once", sample: .leaders, from: nil,
            reach: team {
                $0.preferred = []
                $0.inOrder = []
            }, move: EscalationMove(stage: .everyone, asks: ["a", "b", "c", "d", "e", "f"], wait: 900)),
        Case(
            testDescription: "then the leaders are told", sample: .leaders, from: .everyone, reach: team,
            move: EscalationMove(stage: .step(1), asks: [], tells: .leader, wait: 900)),
        Case(
            testDescription: "no leader: the coordinator at once", sample: .leaders, from: .everyone,
            reach: team { $0.holders[.leader] = [] },
            move: EscalationMove(stage: .step(2), asks: [], tells: .coordinator, wait: 900)),
        Case(
            testDescription: "nobody of the team at all: the leaders at once", sample: .leaders, from: nil,
            reach: Reach(holders: [.leader: ["l"]], isBusinessHours: false),
            move: EscalationMove(stage: .step(1), asks: [], tells: .leader, wait: 900)),
        Case(
            testDescription: "the chain of command comes last", sample: .leaders, from: .step(2), reach: team,
            move: EscalationMove(stage: .chain, asks: ["z"], wait: 900)),
        Case(
            testDescription: "at the end it stays, and asks whoever can be reached by then", sample: .leaders,
            from: .step(2), reach: team { $0.chain = [] },
            move: EscalationMove(stage: .step(2), asks: ["a", "b", "c", "d", "e", "f"], wait: 900)),
        Case(
            testDescription: "nobody anywhere: it waits and looks again", sample: .leaders, from: nil,
            reach: Reach(isBusinessHours: true), move: EscalationMove(stage: .everyone, asks: [], wait: 900)),
        Case(
            testDescription: "the psychologist by day takes it themselves", sample: .psychologists, from: .step(1),
            reach: team { $0.lastResort = [.psychologist: ["y"]] },
            move: EscalationMove(stage: .step(2), asks: ["y"], wait: 900)),
        Case(
            testDescription: "the psychologist by night", sample: .psychologists, from: .step(1),
            reach: team {
                $0.lastResort = [.psychologist: ["y"]]
                $0.isBusinessHours = false
            }, move: EscalationMove(stage: .step(3), asks: ["y"], wait: 900)),
        Case(
            testDescription: "after hours an approval comes first", sample: .approved, from: nil,
            reach: team {
                $0.preferred = []
                $0.isBusinessHours = false
                $0.holders[.administrator] = ["m"]
            }, move: EscalationMove(stage: .approval, asks: [], approver: .administrator, wait: 600)),
        Case(
            testDescription: "nobody approves: the next is asked", sample: .approved, from: .approval,
            reach: team {
                $0.preferred = []
                $0.isBusinessHours = false
                $0.holders[.director] = ["n"]
            }, move: EscalationMove(stage: .secondApproval, asks: [], approver: .director, wait: 600)),
        Case(
            testDescription: "nobody answers at all: it goes on without", sample: .approved, from: .secondApproval,
            reach: team {
                $0.preferred = []
                $0.isBusinessHours = false
                $0.holders[.director] = ["n"]
            }, move: EscalationMove(stage: .few, asks: ["b", "c", "d"], wait: 200)),
        Case(
            testDescription: "a seeker's own choice waits for nobody's approval", sample: .approved, from: nil,
            reach: team {
                $0.isBusinessHours = false
                $0.holders[.administrator] = ["m"]
            }, move: EscalationMove(stage: .preferred, asks: ["a"], wait: 200)),
        Case(
            testDescription: "whom the seeker chose does not answer: activating others waits for a yes",
            sample: .approved, from: .preferred,
            reach: team {
                $0.isBusinessHours = false
                $0.holders[.administrator] = ["m"]
            }, move: EscalationMove(stage: .approval, asks: [], approver: .administrator, wait: 600)),
        Case(
            testDescription: "nobody can be told: nothing changes", sample: .leaders, from: nil,
            reach: team { $0.canBeTold = ["nobody"] },
            move: EscalationMove(stage: .preferred, asks: ["a"], wait: 300)),
        Case(
            testDescription: "whom the seeker chose cannot be told: offered to them, and on at once", sample: .leaders,
            from: nil, reach: team { $0.canBeTold = ["b"] },
            move: EscalationMove(stage: .preferred, asks: ["a"], wait: 0)),
        Case(
            testDescription: "three who can be told, besides the first three", sample: .leaders, from: .preferred,
            reach: team { $0.canBeTold = ["c", "d", "e"] },
            move: EscalationMove(stage: .few, asks: ["b", "c", "d", "e"], wait: 300)),
        Case(
            testDescription: "leaders whom nothing reaches: told here, and on at once", sample: .leaders,
            from: .everyone, reach: team { $0.canBeTold = ["k"] },
            move: EscalationMove(stage: .step(1), asks: [], tells: .leader, wait: 0)),
        Case(
            testDescription: "the last whom nothing reaches is waited for", sample: .leaders, from: .step(1),
            reach: team {
                $0.canBeTold = ["a"]
                $0.chain = []
            }, move: EscalationMove(stage: .step(2), asks: [], tells: .coordinator, wait: 900)),
        Case(
            testDescription: "by day there is nothing to approve", sample: .approved, from: nil,
            reach: team {
                $0.preferred = []
                $0.holders[.administrator] = ["m"]
            }, move: EscalationMove(stage: .few, asks: ["b", "c", "d"], wait: 200)),
    ]

    @Test(arguments: cases) func move(_ example: Case) throws {
        #expect(try example.sample.rules.move(from: example.from, reaching: example.reach) == example.move)
    }

    /// Whatever the rules and whoever is there: no stage without anybody is waited at, each move goes on, and it ends with the
    /// last stage that has somebody, where it looks again for ever.
    @Test(arguments: 0..<300) func neverStuck(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let sample = EscalationSample.random(using: &random)
        let rules = try sample.rules
        let reach = Reach.random(using: &random)
        var stage: Stage?
        var visited: [Stage] = []
        for _ in 0..<20 {
            let move = rules.move(from: stage, reaching: reach)
            #expect(move.wait >= 60)
            if move.stage == stage { break }
            #expect(!visited.contains(move.stage))
            let hasSomebody = !move.asks.isEmpty || move.tells != nil || move.approver != nil
            #expect(hasSomebody || (stage == nil && rules.isEmpty(reach)))
            visited.append(move.stage)
            stage = move.stage
        }
        let places = visited.compactMap(rules.stages.firstIndex(of:))
        #expect(places == places.sorted() && places.count == visited.count)
        #expect(rules.move(from: stage, reaching: reach).stage == stage)
        // Everybody who can be asked has been by the end.
        let reached = visited.last
        for wave in [Stage.preferred, .everyone, .chain] where !reach.accounts(of: wave).isEmpty {
            #expect(reached.map { rules.isAsked(wave, at: $0) } == true)
        }
    }

    @Test func everyStageHasItsNumber() {
        let stages: [Stage] = [
            .approval, .secondApproval, .preferred, .few, .everyone, .chain, .step(0), .step(1), .step(17),
        ]
        for stage in stages { #expect(Stage(number: stage.number) == stage) }
        #expect(Set(stages.map(\.number)).count == stages.count)
        #expect([-1, 6, 9].allSatisfy { Stage(number: $0) == nil })
    }

    /// The first called are those on call; of the others whoever has least, and nobody always first among equals.
    @Test func fairOrderIsFair() {
        let order = fairOrder(
            onCall: ["x"], others: ["a", "b", "c"], openRequests: ["a": 2, "b": 0, "c": 1, "x": 9], request: "r")
        #expect(order == ["x", "b", "c", "a"])
        var firsts: [String: Int] = [:]
        for request in 0..<3000 {
            let order = fairOrder(
                onCall: [], others: ["a", "b", "c"], openRequests: [:], request: "request-\(request)")
            firsts[order[0], default: 0] += 1
        }
        #expect(firsts.values.allSatisfy { (850...1150).contains($0) })
    }
}

extension Reach {
    fileprivate func accounts(of wave: Stage) -> [String] {
        switch wave {
        case .preferred: preferred
        case .everyone: everyone
        case .chain: chain
        case .approval, .secondApproval, .few, .step: []
        }
    }

    fileprivate static func random(using random: inout SeededRandom) -> Reach {
        func some(_ names: String...) -> [String] { names.filter { _ in Bool.random(using: &random) } }
        let team = some("a", "b", "c", "d", "e")
        let roles: [RoleID] = [.leader, .coordinator, .administrator, .director]
        return Reach(
            preferred: team.filter { _ in Bool.random(using: &random) },
            inOrder: team.filter { _ in Bool.random(using: &random) }, everyone: team, chain: some("y", "z"),
            lastResort: Bool.random(using: &random) ? [.psychologist: some("p", "q")] : [:],
            holders: Dictionary(uniqueKeysWithValues: roles.map { ($0, some("m", "n")) }),
            isBusinessHours: .random(using: &random))
    }
}

extension EscalationRules {
    /// Whether nobody can be reached in any stage.
    fileprivate func isEmpty(_ reach: Reach) -> Bool {
        stages.allSatisfy { stage in
            let before = stages.firstIndex(of: stage).flatMap { $0 == 0 ? nil : stages[$0 - 1] }
            let move = move(from: before, reaching: reach)
            return move.stage != stage || (move.asks.isEmpty && move.tells == nil && move.approver == nil)
        }
    }
}

extension EscalationSample {
    fileprivate static func random(using random: inout SeededRandom) -> EscalationSample {
        let roles = ["leader", "coordinator", "psychologist"]
        let hours = ["always", "businessHours", "afterHours"]
        let later = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            Step(
                role: roles.randomElement(using: &random) ?? "leader", minutes: .random(in: 1...60, using: &random),
                hours: hours.randomElement(using: &random) ?? "always")
        }
        return EscalationSample(
            steps: [Step(role: nil, minutes: .random(in: 5...60, using: &random))] + later,
            approval: Bool.random(using: &random)
                ? (by: "administrator", then: "director", minutes: .random(in: 1...30, using: &random)) : nil)
    }
}

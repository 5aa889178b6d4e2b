import PolicyPacks
import Program
import TestSupport
import Testing

/// Random sequences of deeds, by anybody in any step, against a small reference of each policy's pipeline.
@Suite struct SelectionModelTests {
    /// The reference: which step is next, and which of its turns are still to be taken.
    private struct Reference {
        let cast: SelectionCast
        var place = 0
        var stage = 0
        var taken: Set<String> = []

        var steps: [SelectionStep] { cast.pack.selection.steps }
        var isOver: Bool { place == steps.count }

        /// Whether a deed is taken; where it is, the reference has gone on.
        mutating func takes(_ what: String, in step: SelectionStep, by name: String) -> Bool {
            guard !isOver, steps[place].id == step.id else { return false }
            if what == "pass" {
                let roles = cast.pack.roles(in: step) + cast.pack.overseersOfSelection
                guard step.strength == .recommended, roles.contains(RoleID(name)) else { return false }
                goOn()
                return true
            }
            let stages = cast.stages(step)
            guard
                let turn = stages[stage].first(where: {
                    // An office says that it was heard, and does not say which it is.
                    ($0.what == what || ($0.what.hasPrefix("hear") && what.hasPrefix("hear")))
                        && $0.who.contains(name) && !taken.contains($0.what)
                })
            else { return false }
            taken.insert(turn.what)
            if taken.count == stages[stage].count {
                (stage, taken) = (stage + 1, [])
                if stage == stages.count { goOn() }
            }
            return true
        }

        private mutating func goOn() { (place, stage, taken) = (place + 1, 0, []) }
    }

    @Test(arguments: PackLibrary.bundled, [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func anySequence(_ pack: PackID, seed: UInt64) throws {
        var random = SeededRandom(seed: seed &* 977)
        let today = try #require(Day("2026-11-20"))
        let cast = SelectionCast(try BundledPacks.named(pack.text).pack, on: today)
        var reference = Reference(cast: cast)
        var application = Application(id: "a", applicant: "applicant", begunOn: today)
        var taken = 0
        for _ in 0..<4_000 where !reference.isOver {
            let steps = cast.pack.selection.steps
            // Mostly at the step that is next, else sequences never get far.
            let step =
                Int.random(in: 0..<3, using: &random) > 0
                ? steps[reference.place] : steps[Int.random(in: 0..<steps.count, using: &random)]
            let turns = cast.stages(step).joined().map(\.what) + ["pass", "answer", "forward"]
            let what = turns[Int.random(in: 0..<turns.count, using: &random)]
            let name = cast.everybody[Int.random(in: 0..<cast.everybody.count, using: &random)]
            let decided = cast.pack.decide(
                cast.deed(what, in: step, by: name), in: step.id, of: application, by: cast.actor(name),
                cast.circumstances)
            let isTaken = reference.takes(what, in: step, by: name)
            switch decided {
            case .success(.goesOn(let entries, _)):
                #expect(isTaken, "\(pack.text): \(step.id), \(what) by \(name)")
                application = application.with(entries)
                taken += 1
            case .failure(let refusal):
                #expect(!isTaken, "\(pack.text): \(step.id), \(what) by \(name): \(refusal)")
            case .success(.ends), nil: Issue.record("\(step.id), \(what) by \(name)")
            }
            try #require(
                cast.pack.selection.next(of: application)?.id
                    == (reference.isOver ? nil : steps[reference.place].id))
            // What is selected has every required step done by whom the policy names, and no step twice.
            #expect(Set(application.entries.map { "\($0.step) \($0.part)" }).count == application.entries.count)
        }
        #expect(reference.isOver, "\(taken)")
        for step in cast.pack.selection.steps where step.strength == .required {
            #expect(application.entries.contains { $0.step == step.id && $0.part == StepPart.whole.text })
        }
    }
}

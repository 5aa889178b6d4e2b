import PolicyPacks
import Program
import TestSupport
import Testing

/// Random steps by random people, beside a small model that knows nothing but which steps a policy asks for: no draft comes into force
/// without each of them.
@Suite struct PolicyDraftModelTests {
    private static let today = Day("2026-03-10")

    @Test(arguments: ["sacramento-probation", "police-division", "kern-sheriff", "orange-county-probation", "iacp"])
    func nothingIsInForceWithoutEachStep(pack: String) throws {
        let policy = try BundledPacks.named(pack).pack
        let today = try #require(Self.today)
        var random = SeededRandom(seed: 20_260_310)
        var inForce = 0
        for round in 0..<400 {
            let parts: Set<PolicyRevision.Part> = [round.isMultiple(of: 2) ? .rules : .confidentialityText]
            let rule = policy.revisionRule(for: parts)
            var draft = PolicyDraft(
                id: "draft", pack: "new", base: "old", version: "2", parts: parts, startsOn: nil,
                steps: [.init(.drafted, by: "person 0", on: today)])
            for _ in 0..<24 {
                // Half of the time the step that is next, so that some drafts come to their end.
                let any = PolicyDraft.Step.allCases.randomElement(using: &random) ?? .drafted
                let step = Bool.random(using: &random) ? draft.awaits(under: rule) ?? any : any
                let someone = Int.random(in: 0..<3, using: &random)
                let roles = Set(policy.roles.filter { _ in Bool.random(using: &random) }.map(\.id))
                let reviser = Reviser(account: "person \(someone)", roles: roles)
                let before = draft.steps
                if case .committee = rule.approvedBy, [.approved, .refused].contains(step) {
                    #expect(policy.mayDo(step, draft, by: reviser, SamePerson()) != nil)
                    if case .success(let decided) = policy.decidedByBallot(draft, carried: step == .approved, on: today)
                    {
                        draft = decided
                    }
                } else if policy.mayDo(step, draft, by: reviser, SamePerson()) == nil {
                    draft = draft.adding(
                        .init(step, by: reviser.account, on: today), startsOn: step == .dated ? today : nil)
                }
                // Never a step twice, and nothing after an end.
                let done = draft.steps.map(\.step)
                #expect(Set(done).count == done.count)
                if let last = before.last?.step, [.refused, .sentBack, .withdrawn].contains(last) {
                    #expect(draft.steps == before)
                }
                guard policy.comesIntoForce(draft, insteadOf: "old", on: today) else { continue }
                inForce += 1
                let asked: [PolicyDraft.Step] =
                    rule.reviewedBy == nil
                    ? [.drafted, .submitted, .approved, .dated] : [.drafted, .submitted, .approved, .reviewed, .dated]
                #expect(done == asked)
                if let reviewed = draft.done(.reviewed)?.by {
                    #expect(reviewed != draft.done(.drafted)?.by && reviewed != draft.done(.approved)?.by)
                }
                #expect(!policy.comesIntoForce(draft, insteadOf: "another", on: today))
            }
        }
        // The walk is of use only where some drafts come so far.
        #expect(inForce > 0)
    }
}

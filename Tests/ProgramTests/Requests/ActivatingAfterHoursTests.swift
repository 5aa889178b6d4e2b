import Program
import Testing

/// Whose yes is asked for before supporters are activated after hours, by whatever way (OCP-I.C.2.c).
@Suite struct ActivatingAfterHoursTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var sample = EscalationSample.approved
        var after: Stage?
        var holders: [RoleID: [String]] = [.administrator: ["m"], .director: ["n"]]
        var isBusinessHours = false
        let step: ActivationStep
    }

    static let cases: [Case] = [
        Case(testDescription: "the administrator first", step: .asks(.administrator, at: .approval, wait: 600)),
        Case(
            testDescription: "then the director", after: .approval,
            step: .asks(.director, at: .secondApproval, wait: 600)),
        Case(testDescription: "then it goes on without", after: .secondApproval, step: .isFree),
        Case(
            testDescription: "nobody is the administrator", holders: [.director: ["n"]],
            step: .asks(.director, at: .secondApproval, wait: 600)),
        Case(testDescription: "nobody is either", holders: [.director: []], step: .isFree),
        Case(testDescription: "by day", isBusinessHours: true, step: .isFree),
        Case(testDescription: "it has become day", after: .approval, isBusinessHours: true, step: .isFree),
        Case(testDescription: "a pack without the rule", sample: .leaders, step: .isFree),
    ]

    /// Asking around and the desk ask the same people.
    @Test(arguments: cases) func oneRule(_ example: Case) throws {
        let rules = try example.sample.rules
        let step = rules.activation(
            after: example.after, holders: example.holders, isBusinessHours: example.isBusinessHours)
        #expect(step == example.step)
        let move = rules.move(
            from: example.after,
            reaching: Reach(everyone: ["a"], holders: example.holders, isBusinessHours: example.isBusinessHours))
        switch example.step {
        case .asks(let role, let stage, let wait):
            #expect(move == EscalationMove(stage: stage, asks: [], approver: role, wait: wait))
        case .isFree: #expect(move.approver == nil && move.asks == ["a"])
        }
    }

    /// Those who were asked before are activated too.
    @Test func whoWasAskedBeforeWaitsForAYesAgain() throws {
        let rules = try EscalationSample.approved.rules
        #expect(rules.beforeReserves(isBusinessHours: false) == .preferred)
        #expect(rules.beforeReserves(isBusinessHours: true) == .few)
        #expect(try EscalationSample.leaders.rules.beforeReserves(isBusinessHours: false) == .few)
    }
}

import Program
import Testing

/// What becomes of a rule and of a duty, by what reads it.
@Suite struct ConformanceTests {
    private static let lines = [
        RuleReader("timer", by: .timer("advance")),
        RuleReader("words", by: .words("/handbook")),
        RuleReader("list[]", at: "bar", "one", "two", by: .refusal("accept")),
        RuleReader("list[]", at: "bar", "three", given: ["how": ["marked"]], by: .act("mark"), needs: .recordIncidents),
        RuleReader("roles[]", at: "powers", "call-out", by: .act("begin")),
        .besides("roles[]", at: "has-area", by: .record("/home")),
        RuleReader("half", by: .act("begin")), .unread("half", at: "counted"), .unread("half", at: "by", "supervisor"),
        RuleReader("statements[]", at: "places", "here", by: .words("/here")),
    ]

    private static func rule(
        _ path: String, _ words: [String: [String]] = [:], powers: Set<Power> = [.recordIncidents]
    ) -> RuleConformance {
        WrittenRule(path: path, clauses: [], words: words).conformance(by: lines, powers: powers)
    }

    @Test(
        arguments: [
            ("timer", [:], DutyState.carriedOut, []),
            ("words", [:], .said, []),
            ("nobody", [:], .writtenDown, []),
            ("list[a]", ["bar": ["one"]], .carriedOut, []),
            ("list[a]", ["bar": ["one", "four"]], .writtenDown, ["bar: four"]),
            ("list[a]", [:], .writtenDown, []),
            ("list[a]", ["bar": ["three"], "how": ["marked"]], .carriedOut, []),
            ("list[a]", ["bar": ["three"], "how": ["said"]], .writtenDown, []),
            ("list[a].below", ["bar": ["one"]], .writtenDown, []),
            ("roles[none]", ["powers": []], .writtenDown, []),
            ("roles[none]", [:], .writtenDown, []),
            ("roles[some]", ["powers": ["call-out"]], .carriedOut, []),
            ("roles[none]", ["powers": [], "has-area": ["false"]], .writtenDown, []),
            ("roles[some]", ["powers": ["call-out"], "has-area": ["true"]], .carriedOut, []),
            ("roles[some]", ["powers": [], "has-area": ["true"]], .carriedOut, []),
            ("half", ["counted": ["false"]], .carriedOut, []),
            ("half", ["counted": ["true"]], .writtenDown, ["counted"]),
            ("half", ["by": ["supporter"]], .carriedOut, []),
            ("half", ["by": ["supporter", "supervisor"]], .writtenDown, ["by: supervisor"]),
            ("statements[x]", ["places": ["here"]], .said, []),
            ("statements[x]", ["places": ["here", "nowhere"]], .writtenDown, ["places: nowhere"]),
        ] as [(String, [String: [String]], DutyState, [String])])
    func aRuleIsWhatReadsIt(path: String, words: [String: [String]], state: DutyState, unread: [String]) {
        let rule = Self.rule(path, words)
        #expect(rule.state == state)
        #expect(rule.unread == unread)
    }

    /// In a pack in which nobody may do it, nobody does it.
    @Test func whatNobodyMayDoIsDoneByNobody() {
        let words = ["bar": ["three"], "how": ["marked"]]
        #expect(Self.rule("list[a]", words, powers: []).state == .writtenDown)
    }

    private static let done = rule("timer")
    private static let said = rule("words")
    private static let unread = rule("nobody")
    private static let role = rule("roles[some]", ["powers": ["call-out"]])
    private static let powerless = rule("roles[none]", ["powers": []])
    private static let free = rule("governance.duties[1]")

    @Test(
        arguments: [
            ([], DutyState.writtenDown, 0),
            ([done], .carriedOut, 0),
            ([done, said], .carriedOut, 0),
            ([said], .said, 0),
            ([done, unread], .writtenDown, 1),
            ([said, unread], .writtenDown, 1),
            ([role], .carriedOut, 0),
            ([powerless], .writtenDown, 0),
            ([done, powerless], .carriedOut, 0),
            ([unread, powerless], .writtenDown, 0),
            ([free], .writtenDown, 0),
            ([done, free], .carriedOut, 0),
            ([role, free], .writtenDown, 1),
            ([role, done, free], .carriedOut, 0),
        ] as [([RuleConformance], DutyState, Int)])
    func aDutyIsItsWeakestRule(rules: [RuleConformance], state: DutyState, inPart: Int) {
        let clause = Clause(id: ClauseID("X-1"), place: "1", kind: .enforce, duty: "Something is done.")
        let duty = DutyConformance(clause, rules: rules)
        #expect(duty.state == state)
        #expect(duty.partsMet == inPart)
        #expect(duty.shortfalls.isEmpty == (state != .writtenDown))
    }
}

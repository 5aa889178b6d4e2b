import Program
import Testing

/// What members say of themselves is counted so that nobody's answer comes out.
@Suite struct SelfDeclaredTests {
    private static func rule() throws -> DiversityRule {
        DiversityRule(
            attributes: [.gender, .veteran], shownTo: .role(RoleID("coordinator")), seekerMayChooseBy: true,
            basis: .chosen("for the test"))
    }

    private static func team(women: Int, men: Int, another: Int = 0, silent: Int = 0) -> (SelfDeclared, Set<String>) {
        var declared = SelfDeclared.nothing
        var members: Set<String> = []
        for (choice, count) in [("woman", women), ("man", men), ("another", another), ("", silent)] {
            for number in 0..<count {
                let account = "\(choice)-\(number)"
                members.insert(account)
                if !choice.isEmpty { declared.say(["gender": choice], by: account, mark: account) }
            }
        }
        return (declared, members)
    }

    /// Women, men, others, and who says nothing; and what is shown of the three.
    @Test(
        arguments: [
            (5, 5, 0, 20, [nil, nil, nil]), (12, 30, 0, 12, [12, 30, nil]), (12, 30, 1, 0, [nil, 30, nil]),
            (12, 12, 12, 0, [12, 12, nil]), (40, 0, 0, 3, [nil, nil, nil]), (40, 0, 0, 0, [nil, nil, nil]),
            (10, 30, 0, 11, [nil, 30, nil]), (11, 11, 0, 0, [11, nil, nil]),
        ] as [(Int, Int, Int, Int, [Int?])])
    func onlyCountsThatTellOfNobodyAreShown(_ row: (Int, Int, Int, Int, [Int?])) throws {
        var (declared, members) = Self.team(women: row.0, men: row.1, another: row.2, silent: row.3)
        let spread = declared.count(members, under: try Self.rule(), threshold: 11)
        let gender = try #require(spread.attributes.first { $0.attribute == "gender" })
        #expect(gender.rows.map(\.count) == row.4)
        let shown = gender.rows.compactMap(\.count).reduce(0, +)
        #expect(shown == members.count || members.count - shown >= 11 || shown == 0)
        #expect(gender.rows.compactMap(\.count).allSatisfy { $0 >= 11 && members.count - $0 >= 11 })
    }

    @Test func itIsCountedOnceAQuarterAndOnlyWhereEnoughHaveChanged() throws {
        let rule = try Self.rule()
        let day = { (text: String) in try #require(Day(text)) }
        var (declared, members) = Self.team(women: 10, men: 0)
        #expect(try !rule.isDue(declared, last: nil, threshold: 11, on: day("2026-03-10")))
        declared.say(["gender": "man"], by: "new", mark: "m")
        members.insert("new")
        #expect(try rule.isDue(declared, last: nil, threshold: 11, on: day("2026-03-10")))
        _ = declared.count(members, under: rule, threshold: 11)
        for number in 0..<10 { declared.say(["gender": "man"], by: "woman-\(number)", mark: "again") }
        #expect(try !rule.isDue(declared, last: day("2026-03-10"), threshold: 11, on: day("2026-04-01")))
        declared.say([:], by: "new", mark: "")
        #expect(declared.changed == 11)
        #expect(try !rule.isDue(declared, last: day("2026-03-10"), threshold: 11, on: day("2026-03-31")))
        #expect(try rule.isDue(declared, last: day("2026-03-10"), threshold: 11, on: day("2026-04-01")))
    }

    @Test func whoeverTakesItBackOrLeavesIsForgotten() {
        var (declared, members) = Self.team(women: 2, men: 0)
        declared.say([:], by: "woman-0", mark: "x")
        #expect(declared.said["woman-0"] == nil && declared.marks["woman-0"] == nil)
        members.remove("woman-1")
        declared.keep(members)
        #expect(declared.said.isEmpty)
    }
}

import PolicyPacks
import Program
import TestSupport
import Testing

/// When a card says the truth, day by day.
@Suite struct IDCardRuleTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        ("2026-03-09", true, false), ("2026-03-10", true, true), ("2027-03-09", true, true),
        ("2027-03-10", true, false), ("2026-03-10", false, false),
    ])
    func aCardIsCurrentWithinItsDaysAndForAMember(on day: String, isMember: Bool, isCurrent: Bool) throws {
        let card = IDCard(id: "c", account: "a", madeOn: try Self.day("2026-03-10"), endsOn: try Self.day("2027-03-09"))
        #expect(card.isCurrent(on: try Self.day(day), members: isMember ? ["a"] : ["b"]) == isCurrent)
    }

    @Test(arguments: [("2026-03-10", "2027-03-09"), ("2028-02-29", "2029-02-27"), ("2026-12-31", "2027-12-30")])
    func itLastsAsLongAsTheRuleSays(from made: String, to end: String) throws {
        let rule = try #require(try BundledPacks.named("iacp").pack.awareness.idCard)
        #expect(rule.validMonths.number == 12)
        #expect(rule.endsOn(madeOn: try Self.day(made)).text == end)
    }
}

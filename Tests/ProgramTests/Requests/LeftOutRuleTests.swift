import PolicyPacks
import Program
import TestSupport
import Testing

/// Nobody whom a seeker left out by name, unit or rank is in anybody's list, whenever they came to it.
@Suite struct LeftOutRuleTests {
    private static let units = ["North", "South", "East"]
    private static let ranks = ["Officer", "Sergeant"]

    private static func candidate(_ place: Int, _ random: inout SeededRandom) -> Candidate {
        Candidate(
            account: "m\(place)", unit: Bool.random(using: &random) ? units.randomElement(using: &random) : nil,
            rank: ranks.randomElement(using: &random), investigates: false,
            isInChain: Int.random(in: 0..<4, using: &random) == 0)
    }

    @Test(arguments: ["iacp", "kern-sheriff", "police-division", "sacramento-probation", "orange-county-probation"])
    func whoeverWasLeftOutIsOfferedNothing(pack: String) throws {
        let policy = try BundledPacks.named(pack).pack
        let today = try #require(Day("2026-03-10"))
        var random = SeededRandom(seed: 8)
        for _ in 0..<500 {
            let before = (0..<8).map { Self.candidate($0, &random) }
            var ask = Ask(origin: .oneself, standing: .employee, way: .message)
            ask.wanted = Bool.random(using: &random) ? ["m0"] : []
            ask.unwanted = Unwanted(
                accounts: Bool.random(using: &random) ? ["m1"] : [],
                units: Bool.random(using: &random) ? [" north "] : [],
                ranks: Bool.random(using: &random) ? ["sergeant"] : [], chainOf: "7")
            let record = policy.requests.record(of: ask, among: before, on: today)
            // Everybody moves, and some are new; whoever stood above or below is known by their account alone.
            let after = (0..<10).map { Self.candidate($0, &random) }
            for team in [before, after] {
                let waves = policy.requests.waves(team: team, lastResort: [:], wanted: ask.wanted, record: record)
                for member in team where waves[member.account] != nil {
                    #expect(!ask.unwanted.accounts.contains(member.account))
                    if ask.wanted.contains(member.account) { continue }
                    #expect(ask.unwanted.units.isEmpty || member.unit != "North")
                    #expect(ask.unwanted.ranks.isEmpty || member.rank != "Sergeant")
                    #expect(before.first { $0.account == member.account }?.isInChain != true)
                }
            }
            // Those whom nothing bars are there: leaving out keeps nobody else away.
            let free = before.filter {
                !record.leavesOut($0) && !record.chain.contains($0.account)
            }.map(\.account)
            let waves = policy.requests.waves(team: before, lastResort: [:], wanted: ask.wanted, record: record)
            #expect(Set(free).isSubset(of: waves.keys))
        }
    }
}

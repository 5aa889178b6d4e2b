import PolicyPacks
import Program
import Testing

/// Who may be of the team, by what the directory says of them.
@Suite struct MemberStandingTests {
    private static let packs = PackLibrary.bundled.map(\.text)

    @Test(arguments: packs) func onlyEmployeesOfTheDirectoryAreOfTheTeam(_ name: String) throws {
        let pack = try PackLibrary.load(PackID(name)).get().pack
        let (hired, today) = (try #require(Day("2020-01-01")), try #require(Day("2026-11-20")))
        let supporter = try #require(pack.supporterRoles.first).id
        let clauses = pack.selection.applicants.basis.clauses
        for (standing, told) in [
            (MemberStanding.outside, "tied to nobody"), (.left, "no longer"),
            (.listed(.volunteer, from: hired), "as volunteer"),
            (.listed(.sworn, from: try #require(Day("2026-11-21"))), "from 2026-11-21 on"),
        ] {
            let refusal = try #require(pack.mayBeOfTeam(supporter, standing, from: today), "\(standing)")
            #expect(refusal.problems.first?.message.contains(told) == true, "\(refusal)")
            #expect(refusal.problems.map(\.clauses) == [clauses] && !clauses.isEmpty)
        }
        for classification in [PersonRecord.Classification.sworn, .civilian] {
            #expect(pack.mayBeOfTeam(supporter, .listed(classification, from: today), from: today) == nil)
        }
        // Other offices are open to professionals from outside.
        for role in pack.roles where !pack.supporterRoles.contains(role) {
            #expect(pack.mayBeOfTeam(role.id, .outside, from: today) == nil)
        }
        // Whoever is of the team against the rule is told of while they are.
        let held = Holding(role: supporter, area: nil, startsOn: hired, until: nil)
        let over = Holding(role: supporter, area: nil, startsOn: hired, until: today)
        #expect(pack.whyNotOfTeam([held], .outside, on: today) != nil)
        #expect(pack.whyNotOfTeam([over], .outside, on: today) == nil)
        #expect(pack.whyNotOfTeam([held], .listed(.sworn, from: hired), on: today) == nil)
    }

    @Test func theClausesAreThoseThatSaySo() throws {
        for (name, clause) in [
            ("sacramento-probation", "SAC-II.D.1-0"), ("orange-county-probation", "OCP-I.C.3-0"),
            ("police-division", "PD-C.1"), ("kern-sheriff", "KSO-A.1-2"), ("iacp", "IACP-2.1"),
        ] {
            let pack = try PackLibrary.load(PackID(name)).get().pack
            #expect(pack.selection.applicants.basis.clauses.contains(ClauseID(clause)))
        }
    }
}

import PolicyPacks
import Program
import TestSupport
import Testing

/// What the rule on the team of the region lets agencies do together.
@Suite struct RegionalTeamRuleTests {
    private let noon = Instant(milliseconds: 1_773_162_000_000)

    private func rule() throws -> RegionalTeamRule {
        try #require(try BundledPacks.named("iacp").pack.team.regionalTeam)
    }

    private func plan(_ kind: GatheringKind, committee: CommitteeID? = nil) -> GatheringPlan {
        GatheringPlan(
            kind: kind, committee: committee, title: "Helping", place: "Room 2", from: noon.adding(seconds: 3600),
            until: noon.adding(seconds: 7200), places: 12, isJoint: true)
    }

    @Test func theTeamsOwnSessionsAreOpenedWhereSomebodyCanCome() throws {
        let rule = try rule()
        #expect(rule.mayOpen(plan(.training), partners: 1) == nil)
        #expect(rule.mayOpen(plan(.meeting), partners: 1) == nil)
        for refused in [
            rule.mayOpen(plan(.training), partners: 0), rule.mayOpen(plan(.awareness), partners: 1),
            rule.mayOpen(plan(.meeting, committee: CommitteeID("advisory")), partners: 1),
            rule.mayOpen(plan(.training), heldBy: "Springfield", partners: 1),
        ] {
            #expect(refused?.problems.first?.field == "isJoint")
            #expect(refused?.problems.first?.clauses == [ClauseID("IACP-3.9.2-2")])
        }
    }

    @Test func onlyWhatThePartnerMayKnowIsPassedOnAndItFollows() throws {
        var held = plan(.training)
        held.holders = ["somebody"]
        held.creditMinutes = 30
        let own = held.joined(as: .meeting)
        #expect(own.kind == .meeting && own.holders.isEmpty && own.creditMinutes == nil && !own.isJoint)
        held.place = "Gym"
        #expect(own.following(held).place == "Gym" && own.following(held).kind == .meeting)
        #expect(own.mayFollow(held, heldBy: "Springfield", under: try rule().basis)?.problems.map(\.field) == ["place"])
        #expect(own.following(held).mayFollow(held, heldBy: "Springfield", under: try rule().basis) == nil)
    }

    @Test func aPartnersSessionIsTakenOnceWhileItIsAhead() throws {
        let rule = try rule()
        func taking(_ status: Gathering.Status = .planned, as kind: GatheringKind? = .training, twice: Bool = false)
            throws
            -> Refusal?
        {
            let session = Gathering(
                id: "s", plan: plan(.training), day: try #require(Day("2026-03-10")), status: status)
            return rule.mayTakePart(in: session, as: kind, of: [.training, .awareness], takesPart: twice, at: noon)
        }
        #expect(try taking() == nil)
        #expect(try taking(.cancelled) != nil && taking(twice: true) != nil)
        for kind in [nil, .meeting, .awareness] as [GatheringKind?] {
            #expect(try taking(as: kind)?.problems.first?.field == "kind")
        }
    }

    @Test func aMessageIsKeptByTheShorterRule() throws {
        let rule = try rule()
        #expect(rule.messagesKeptFor == 30)
        let day = try #require(Day("2026-03-01"))
        #expect([rule].messageIsKept(from: day) == Day("2026-03-30"))
        let short = try #require(
            try BundledPacks.own(
                """
                id: springfield
                version: "1"
                extends: iacp-demonstration
                agency:
                  title: Springfield Police
                team:
                  regional-team:
                    sealed-messages: false
                    messages-kept-days: 7
                """
            ).pack.team.regionalTeam)
        #expect([rule, short].messageIsKept(from: day) == Day("2026-03-07"))
        #expect(rule.mayWrite("Hello", partners: 1) == nil)
        for refused in [
            rule.mayWrite(" \n", partners: 1), rule.mayWrite("Hello", partners: 0), short.mayWrite(partners: 1),
        ] {
            #expect(refused?.problems.first?.field == "words")
        }
    }
}

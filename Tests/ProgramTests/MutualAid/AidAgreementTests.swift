import PolicyPacks
import Program
import TestSupport
import Testing

/// An agreement is in force with the yes of both sides, each under its own policy, and with neither alone.
@Suite struct AidAgreementTests {
    private static func today() throws -> Day { try #require(Day("2026-03-10")) }
    private static let sponsor = AidDecider(roles: [RoleID("sponsor")], accounts: ["s"])

    private func guidelines() throws -> PolicyPack { try BundledPacks.named("iacp").pack }
    private func county() throws -> PolicyPack { try BundledPacks.named("orange-county-probation").pack }

    private func proposed(by account: String = "c", _ purposes: Set<AidPurpose> = [.lending]) throws -> AidAgreement {
        AidAgreement(
            id: "x", proposer: "a", partner: "b", purposes: purposes, until: nil, proposedBy: account,
            proposedOn: try Self.today())
    }

    @Test func eachSideSaysYesOnceAndInTurn() throws {
        let (pack, today) = (try guidelines(), try Self.today())
        let agreement = try proposed()
        #expect(
            agreement.side(of: "a") == .proposer && agreement.side(of: "b") == nil && agreement.side(of: "c") == nil)
        #expect(throws: Refusal.self) {
            try agreement.approved(by: .partner, Self.sponsor, under: pack, on: today).get()
        }
        let offered = try agreement.approved(by: .proposer, Self.sponsor, under: pack, on: today).get()
        #expect(offered.status == .offered && offered.side(of: "b") == .partner && !offered.isInForce(on: today))
        #expect(throws: Refusal.self) {
            try offered.approved(by: .proposer, Self.sponsor, under: pack, on: today).get()
        }
        let agreed = try offered.approved(by: .partner, Self.sponsor, under: pack, on: today).get()
        #expect(agreed.isInForce(on: today))
        for side in AidAgreement.Side.allCases {
            let ended = try agreed.ended(by: side, under: pack, on: today).get()
            #expect(ended.status == .ended && ended.end?.by == side && !ended.isInForce(on: today))
            #expect(throws: Refusal.self) { try ended.ended(by: side.other, under: pack, on: today).get() }
            #expect(throws: Refusal.self) { try ended.approved(by: side, Self.sponsor, under: pack, on: today).get() }
        }
    }

    @Test func onlyTheOfficeThatThePolicyNamesDecidesAndNotWhoeverProposed() throws {
        let (pack, today) = (try guidelines(), try Self.today())
        let chaplain = AidDecider(roles: [RoleID("chaplain")], accounts: ["x"])
        for decided in [
            try proposed().approved(by: .proposer, chaplain, under: pack, on: today),
            try proposed().declined(by: .proposer, chaplain, under: pack, on: today),
            // The sponsor proposed it with another account of theirs.
            try proposed(by: "s").approved(by: .proposer, Self.sponsor, under: pack, on: today),
            // No rule of it.
            try proposed().approved(by: .proposer, Self.sponsor, under: try county(), on: today),
        ] {
            guard case .failure(let refusal) = decided else {
                Issue.record("\(decided)")
                continue
            }
            #expect(refusal.problems.count == 1)
        }
    }

    @Test func whatBothPoliciesHaveCanBeProposed() throws {
        let (pack, county) = (try guidelines(), try county())
        #expect(pack.aidPurposes == [.lending, .incidents, .regional] && county.aidPurposes == [.incidents])
        #expect(county.aidApprovers(of: [.incidents]) == [RoleID("division-director")])
        // Silent: whoever approves lending.
        #expect(pack.aidApprovers(of: [.incidents, .regional]) == [RoleID("sponsor")])
        let other = AidCounterpart(id: "b", title: "County", policy: county)
        func refusal(
            _ purposes: Set<AidPurpose>, to other: AidCounterpart?, besides: [AidAgreement] = []
        ) throws -> Refusal? {
            try pack.mayPropose(
                AidProposal(partner: "b", purposes: purposes, until: nil), to: other, by: "a", besides: besides,
                on: Self.today())
        }
        #expect(try refusal([.incidents], to: other) == nil)
        #expect(try refusal([.incidents], to: nil)?.problems.first?.field == "partner")
        #expect(try refusal([], to: other)?.problems.first?.field == "purposes")
        #expect(try refusal([.lending], to: other)?.problems.first?.message.contains("County") == true)
        #expect(try refusal([.incidents], to: AidCounterpart(id: "a", title: "Us", policy: pack)) != nil)
        #expect(try refusal([.incidents], to: other, besides: [try proposed(by: "c", [.incidents])]) != nil)
    }
}

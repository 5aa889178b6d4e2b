import Operations
import Program
import Store
import TestSupport
import Testing

/// Why somebody is inactive is under its seal: in no column, no entry of the chain and no word that leaves the house.
@Suite struct InactiveReasonCanaryTests {
    private static let canary = "zq-canary-of-a-reason"

    @Test(arguments: engines) func theReasonIsInNoColumnAndInNoMail(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation")
        let ana = try await ground.member("ana", roles: "supporter")
        let coordinator = try await ground.member("kim", roles: "coordinator")
        let liaison = try await ground.member("lia", roles: "management-liaison")
        let sink = DeliverySink()
        for (staff, address) in [(ana, "ana@example.org"), (coordinator, "kim@example.org")] {
            try await ground.confirmed(.email, address, for: staff, at: sink)
        }
        try await #require(
            ground.programmes.pause(until: nil, reason: Self.canary, applies: true, by: ground.present(ana))
        ).get()
        for reader in [coordinator, liaison] {
            let views = try await ground.programmes.memberships(for: ground.present(reader))
            #expect(views.contains { $0.reasons.values.contains(Self.canary) })
        }
        // Placed by others too: the code of the policy's list stands in no column either.
        let refused = try await ground.programmes.placeInactive(
            ana.account, reason: "military-deployment", until: nil, by: ground.present(liaison))
        try #require(refused).get()
        ground.clock.move(seconds: 2 * 3600)
        let arrived = try await ground.withCourier(to: sink) { try await sink.arrivals(atLeast: 1) }
        #expect(arrived.allSatisfy { !$0.words.contains(Self.canary) && !$0.words.contains("deployment") })
        let kept = try await ground.database.everything()
        #expect(!kept.contains(Self.canary))
        // The pack itself has the list of reasons; nothing else does.
        let rows = try await ground.database.rowsByTable().filter {
            !["pack", "policy_pack", "policy_draft"].contains($0.key)
        }
        for (table, lines) in rows {
            #expect(
                !lines.contains { $0.contains("military-deployment") && !$0.contains("inactivity") }, "\(table)")
        }
        _ = try await ground.acts()
        try await #require(ground.programmes.letReturn(ana.account, by: ground.present(liaison))).get()
        try await #require(ground.programmes.comeBack(by: ground.present(ana))).get()
        #expect(try await ground.database.sizes()["sealed_paper"] == 0)
    }
}

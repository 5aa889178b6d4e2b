import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// What is kept of the audit chain, and what its keeping shows later.
@Suite struct KeepingTests {
    @Test(arguments: engines) func saltsGoAfterThePacksTimeAndTheChainStaysWhole(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-20")
        let days = Int64(ground.agency.policy.retention.auditSaltDays.value.number)
        let before = try await ground.database.sizes()
        ground.clock.move(seconds: (days - 1) * 86_400)
        try await ground.programmes.destroyAuditSalts()
        #expect(try await ground.database.sizes()["audit_salt"] == before["audit_salt"])
        #expect(before["audit_salt"] != 0)
        ground.clock.move(seconds: 2 * 86_400)
        try await ground.programmes.destroyAuditSalts()
        #expect(try await ground.database.sizes()["audit_salt"] == 0)
        #expect(try await ground.programmes.verifyAudit(against: []).map(\.broken) == [nil])
    }

    @Test(arguments: engines) func anAgencyThatWasTakenOutIsMissed(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let folder = try await TestFolder.fresh()
        try await ground.programmes.writeCheckpoints(to: CheckpointFolder(folder))
        let file = folder.appendingPathComponent("the-agency-2026-11-20.json")
        let kept = try #require(SignedCheckpoint(fileForm: try String(contentsOf: file, encoding: .utf8)))
        let whole = try await ground.programmes.verifyAudit(against: [kept])
        #expect(whole.map(\.broken) == [nil])
        #expect(whole.map(\.isVouchedFor) == [true])

        let other = try await Ground(engine)
        let findings = try await other.programmes.verifyAudit(against: [kept])
        #expect(findings.map(\.broken) == ["the agency of this checkpoint is gone", nil])
    }
}

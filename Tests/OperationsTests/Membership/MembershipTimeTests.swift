import Operations
import Program
import Store
import TestSupport
import Testing

/// Three years of housekeeping over memberships: each reminder once and on its day, where the agency is.
@Suite struct MembershipTimeTests {
    @Test(arguments: engines) func aTermIsRemindedOfOnceAndEnds(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation", on: "2026-11-20")
        let account = try await ground.enrol("ana", roles: ["supporter"])
        try ground.move(to: "2026-11-20")
        try await ground.programmes.keepMemberships()
        let ana = try await ground.signedIn("ana")
        let text = try await ground.programmes.ownAgreement(of: ana).hash
        _ = try #require(try await ground.programmes.sign("Name of ana", under: text, by: ana)).get()
        var day = try #require(Day("2026-11-20"))
        for _ in 0..<1_100 {
            day = try #require(day.adding(days: 1))
            try ground.move(to: day.text)
            try await ground.programmes.keepMemberships()
        }
        let rows = try await ground.database.rowsByTable()
        let reminders = rows["notice"]?.filter { $0.contains("kind=term-ends") } ?? []
        #expect(reminders.count == 1 && reminders.allSatisfy { $0.contains("raised_on=2028-09-21") }, "\(reminders)")
        // The words were asked for once, and signing was the answer.
        let asked = rows["notice"]?.filter { $0.contains("kind=agreement-to-sign") } ?? []
        #expect(asked.count == 1 && asked.allSatisfy { $0.contains("acknowledged_by=\(account)") }, "\(asked)")
        #expect(rows["membership_pause"]?.count == 1)
        let held = try await ground.database.read { transaction in
            try transaction.holdings(of: account, agency: ground.agency.id).map(\.holding)
        }
        #expect(held.map { $0.until?.text } == ["2028-11-20"])
    }

    @Test(arguments: engines) func unsignedWordsMakeInactiveAfterTheirTime(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation", on: "2026-11-20")
        _ = try await ground.enrol("ana", roles: ["supporter"])
        try ground.move(to: "2026-11-20")
        try await ground.programmes.keepMemberships()
        try ground.move(to: "2026-12-20")
        try await ground.programmes.keepMemberships()
        #expect(try await ground.signedIn("ana").powers.contains(.takeRequests))
        try ground.move(to: "2026-12-21")
        try await ground.programmes.keepMemberships()
        let ana = try await ground.signedIn("ana")
        #expect(!ana.powers.contains(.takeRequests))
        let text = try await ground.programmes.ownAgreement(of: ana).hash
        _ = try #require(try await ground.programmes.sign("Name of ana", under: text, by: ana)).get()
        #expect(try await ground.signedIn("ana").powers.contains(.takeRequests))
    }
}

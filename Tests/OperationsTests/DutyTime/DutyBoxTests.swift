import Foundation
import Operations
import Program
import Sealing
import Store
import Testing

/// Duty time at rest: one box of one size for each of the team and month, and all of a month are others whenever one of them changes.
@Suite struct DutyBoxTests {
    private static func new(_ day: Day, _ from: Int, status: DutyStatus = .offDuty) -> NewDutyTime {
        NewDutyTime(
            day: day, from: from, until: from + 30, activity: .support, status: status, compensation: .overtime)
    }

    private static func boxes(_ kern: KernGround) async throws -> [String: [UInt8]] {
        let month = try #require(Month("2026-11"))
        return try await kern.ground.database.read { transaction in
            Dictionary(
                uniqueKeysWithValues: try transaction.dutyBoxes(of: [month], agency: kern.agency.id).map {
                    ($0.account, $0.sealed)
                })
        }
    }

    /// Copies of the database from before and after tell that somebody wrote something, and not who.
    @Test(arguments: engines) func whoWroteSomethingIsNowhereInTheRows(engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let day = try kern.day("2026-11-19")
        let ana = kern.field.ana
        #expect(try await Self.boxes(kern).isEmpty)
        let sizes = try await kern.ground.database.sizes()
        let id = try #require(
            try await kern.programmes.recordDutyTime(Self.new(day, 600), planned: false, by: ana)
        ).get()
        let first = try await Self.boxes(kern)
        #expect(Set(first.keys).isSuperset(of: kern.field.team.map(\.account)))
        #expect(Set(first.values.map(\.count)) == [16_413])
        // Besides the boxes there is a notice for whoever decides, which bears no name but theirs, and no time.
        let changed = try await kern.ground.database.sizes().filter { $0.value != sizes[$0.key] }
        #expect(Set(changed.keys).isSubset(of: ["duty_month", "notice", "outbox", "ping"]), "\(changed)")
        let acts: [@Sendable () async throws -> Void] = [
            { _ = try await kern.programmes.recordDutyTime(Self.new(day, 700), planned: false, by: ana) },
            { _ = try await kern.programmes.decideDutyTime(id, approved: true, by: kern.leader) },
            { _ = try await kern.programmes.removeDutyTime(id, by: ana) },
        ]
        var before = first
        for act in acts {
            try await act()
            let after = try await Self.boxes(kern)
            #expect(after.keys == before.keys && Set(after.values.map(\.count)) == [16_413])
            for (account, box) in after { #expect(box != before[account], "\(account)") }
            before = after
        }
        // A refusal changes nothing at all.
        let kept = try await kern.ground.database.everything()
        let refused = try await kern.programmes.recordDutyTime(Self.new(day, 705), planned: false, by: ana)
        #expect(throws: Refusal.self) { try #require(refused).get() }
        #expect(try await kern.ground.database.everything() == kept)
    }

    /// No column holds a word of an entry, and the chain neither says whose it was.
    @Test(arguments: engines) func nothingOfAnEntryStandsInTheClear(engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let day = try kern.day("2026-11-19")
        let ana = kern.field.ana
        let before = try await kern.ground.database.everything()
        let id = try #require(
            try await kern.programmes.recordDutyTime(Self.new(day, 600), planned: false, by: ana)
        ).get()
        try #require(try await kern.programmes.decideDutyTime(id, approved: true, by: kern.leader)).get()
        let start = kern.agency.calendar.instant(of: ClockMinute(day, minute: 600)).milliseconds
        let words = try await kern.ground.database.everything()
        for told in ["\(start)", id, "off-duty", "compensatory"] {
            #expect(words.ranges(of: told).count == before.ranges(of: told).count, "\(told)")
        }
        let chain = try await kern.ground.database.rowsByTable()["audit_entry"] ?? []
        let decided = chain.filter { $0.contains("duty-time.decided") }
        #expect(decided.count == 1 && decided.allSatisfy { !$0.contains(ana.account) })
        #expect(!chain.contains { $0.contains("duty-time.recorded") })
    }

    /// Only whose time it is comes to it; only who may decide does.
    @Test(arguments: engines) func nobodyElseComesToIt(engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let day = try kern.day("2026-11-19")
        let (ana, ben) = (kern.field.ana, kern.field.ben)
        let id = try #require(
            try await kern.programmes.recordDutyTime(Self.new(day, 600), planned: false, by: ana)
        ).get()
        #expect(try await kern.programmes.ownDutyTime(of: ben)?.entries.isEmpty == true)
        #expect(try await kern.programmes.removeDutyTime(id, by: ben) == nil)
        for other in [ana, ben, kern.coordinator, kern.chief] {
            #expect(try await kern.programmes.decideDutyTime(id, approved: true, by: other) == nil)
            #expect(try await kern.programmes.dutyTimeApprovals(for: other) == nil)
        }
        #expect(try await kern.programmes.dutyTimeApprovals(for: kern.leader)?.waiting.count == 1)
        // A leader's own time is another leader's to decide on; their member's is theirs alone.
        let second = try await kern.ground.member("second", roles: "leader", "supporter")
        let own = try #require(
            try await kern.programmes.recordDutyTime(Self.new(day, 600), planned: false, by: second)
        ).get()
        #expect(try await kern.programmes.decideDutyTime(own, approved: true, by: second) == nil)
        try await kern.programmes.keepMemberships()
        try #require(
            try await kern.programmes.assignLeader(second.account, to: ana.account, by: kern.coordinator)
        ).get()
        #expect(try await kern.programmes.decideDutyTime(id, approved: true, by: kern.leader) == nil)
        #expect(try await kern.programmes.decideDutyTime(id, approved: true, by: second) != nil)
        #expect(try await kern.programmes.decideDutyTime(own, approved: true, by: kern.leader) != nil)
    }

    /// What is older than the agency's days goes; what is not stays, in its box.
    @Test(arguments: engines) func itIsDestroyedWhenItsTimeIsOver(engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let ana = kern.field.ana
        for day in ["2026-11-10", "2026-11-19"] {
            _ = try #require(
                try await kern.programmes.recordDutyTime(
                    Self.new(try kern.day(day), 600), planned: false, by: ana)
            ).get()
        }
        let days = kern.agency.policy.retention.dutyTimeDays.value.number
        let last = try #require(try kern.day("2026-11-10").adding(days: days))
        try kern.ground.move(to: last.text)
        try await kern.programmes.destroyDutyTime()
        let month = try #require(Month("2026-11"))
        #expect(try await kern.held(by: ana, in: month) == 2)
        try kern.ground.move(to: try #require(last.adding(days: 1)).text)
        try await kern.programmes.destroyDutyTime()
        #expect(try await kern.held(by: ana, in: month) == 1)
        try kern.ground.move(to: try #require(last.adding(days: 40)).text)
        try await kern.programmes.destroyDutyTime()
        #expect(try await Self.boxes(kern).isEmpty)
    }
}

extension KernGround {
    /// How much the member keeps of that month.
    fileprivate func held(by staff: Staff, in month: Month) async throws -> Int {
        try await ground.database.read { [ground] transaction in
            try transaction.dutyBoxes(of: staff.account, in: [month], agency: agency.id).map { box in
                let content = try ground.serverKeys.unlock(
                    dutyTime: box.sealed, of: staff.account, in: month.text, agency: agency.id)
                return try JSONDecoder().decode([StoredDutyEntry].self, from: Data(content)).count
            }.reduce(0, +)
        }
    }
}

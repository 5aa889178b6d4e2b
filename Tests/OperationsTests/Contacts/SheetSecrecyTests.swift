import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Whoever has copies of the database of every hour does not learn whose a sheet is, when anything was written in it, or what a filing held.
@Suite struct SheetSecrecyTests {
    private struct Box: Equatable {
        let id: [UInt8]
        let sealed: [UInt8]
    }

    private func boxes(_ ground: Ground) async throws -> [Box] {
        try await ground.database.read { transaction in
            try transaction.rows("SELECT id, sealed FROM sheet ORDER BY id").map {
                Box(id: try $0.blob("id"), sealed: try $0.blob("sealed"))
            }
        }
    }

    /// From one hour to the next every box is another, whether somebody wrote in it, submitted it, or did nothing; none comes, goes or
    /// changes its size with a filing.
    @Test(arguments: engines, ["orange-county-probation", "sacramento-probation"])
    func everyHourEveryBoxIsAnother(_ engine: Engine, _ pack: String) async throws {
        let ground = try await Ground(engine, pack: pack, on: "2026-11-05")
        let october = try #require(Month("2026-10"))
        var random = SystemRandomNumberGenerator()
        var team: [Staff] = []
        for login in ["a.lopez", "b.jones", "e.kim"] {
            let staff = try await ground.member(login, roles: "supporter")
            let answers = try ground.agency.policy.contactForm.randomAnswers(in: october, using: &random)
            _ = try await ground.programmes.recordContact(answers, in: october, by: staff).get()
            team.append(staff)
        }
        var copies = [try await boxes(ground)]
        for hour: Int64 in 12...15 {
            try ground.move(to: "2026-11-05", hour: hour)
            try await ground.programmes.lockSheetsAnew()
            if hour == 13 {
                let answers = try ground.agency.policy.contactForm.randomAnswers(in: october, using: &random)
                _ = try await ground.programmes.recordContact(answers, in: october, by: team[0]).get()
            }
            if hour == 14 { _ = try await ground.programmes.submitSheet(october, by: team[0]).get() }
            copies.append(try await boxes(ground))
            // Within the hour they are not locked anew again.
            try await ground.programmes.lockSheetsAnew()
            #expect(try await boxes(ground) == copies.last)
        }
        for (before, after) in zip(copies, copies.dropFirst()) {
            #expect(before.map(\.id) == after.map(\.id))
            #expect(before.map(\.sealed.count) == after.map(\.sealed.count))
            #expect(zip(before, after).allSatisfy { $0.sealed != $1.sealed })
        }
        #expect(Set(copies.joined().map(\.sealed.count)) == [4157])
        let own = try await ground.programmes.ownSheet(october, of: team[1])
        #expect(own.ids.count == 1)
    }

    /// Hardly anybody writes in a month long past. Where somebody does, all boxes of that month are others.
    @Test(arguments: engines) func writingInAnOldMonthChangesAllOfItsBoxes(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-05")
        let march = try #require(Month("2026-03"))
        let day = try #require(Day("2026-03-05"))
        let one = try await ground.member("a.lopez", roles: "supporter")
        let other = try await ground.member("b.jones", roles: "supporter")
        for staff in [one, other] {
            _ = try await ground.programmes.recordContact(.on(day), in: march, by: staff).get()
        }
        let before = try await boxes(ground)
        _ = try await ground.programmes.submitSheet(march, by: one).get()
        let after = try await boxes(ground)
        #expect(before.map(\.id) == after.map(\.id))
        #expect(zip(before, after).allSatisfy { $0.sealed != $1.sealed && $0.sealed.count == $1.sealed.count })
        #expect(try await ground.programmes.ownSheet(march, of: other).ids.count == 1)
    }

    /// What a filing changes: that it was filed, counts under lock, and nothing that tells how long or how much it was.
    @Test(arguments: engines) func aFilingTellsNoNumber(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-05")
        let october = try #require(Month("2026-10"))
        let staff = try await ground.member("a.lopez", roles: "supporter")
        for minutes in [1037, 1] {
            let day = try #require(Day("2026-10-05"))
            _ = try await ground.programmes.recordContact(.on(day, minutes: minutes), in: october, by: staff).get()
        }
        var rows = try await ground.database.rowsByTable()
        for table in rows.keys { #expect(!(rows[table] ?? []).contains { $0.contains("=1037") }, "\(table)") }
        _ = try await ground.programmes.submitSheet(october, by: staff).get()
        rows = try await ground.database.rowsByTable()
        #expect(rows["filing"]?.count == 1 && rows["filed_sheet"]?.count == 1 && rows["sheet"]?.count == 1)
        for table in rows.keys {
            #expect(!(rows[table] ?? []).contains { $0.contains("=1038") || $0.contains("=1037") }, "\(table)")
        }
    }

    /// Hours are told by quarters that are over, to whoever receives the sheets alone; one filing changes none before.
    @Test(arguments: engines) func hoursComeWithTheEndOfTheirQuarter(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let (september, october) = (try #require(Month("2026-09")), try #require(Month("2026-10")))
        let receiver = try await ground.member("l.park", roles: "logistics-coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        for (month, day) in [(september, "2026-09-05"), (october, "2026-10-05")] {
            let before = try await ground.programmes.hoursPerSupporter(by: receiver)
            _ = try await ground.programmes.recordContact(
                .on(try #require(Day(day)), minutes: 100), in: month, by: staff
            ).get()
            _ = try await ground.programmes.submitSheet(month, by: staff).get()
            #expect(try await ground.programmes.hoursPerSupporter(by: receiver) == before)
        }
        #expect(try await ground.programmes.hoursPerSupporter(by: staff) == nil)
        try ground.move(to: "2027-01-02")
        let later = try await ground.staff(try await ground.signIn("l.park"))
        let hours = try #require(try await ground.programmes.hoursPerSupporter(by: later))
        #expect(hours.map(\.quarter.text) == ["2026-Q4"])
        #expect(hours.first?.hours == [staff.account: 3])
    }

    /// What was in rows before sheets were sealed is moved, and nobody loses anything.
    @Test(arguments: engines) func whatWasInRowsIsSealed(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let (september, october) = (try #require(Month("2026-09")), try #require(Month("2026-10")))
        let receiver = try await ground.member("l.park", roles: "logistics-coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let day = try #require(Day("2026-10-05"))
        let id = try await ground.programmes.recordContact(.on(day), in: october, by: staff).get()
        // As an earlier version wrote them: a draft, and a sheet that was filed under its name.
        let named: [UInt8] = Array(repeating: 9, count: 16)
        let agency = ground.agency
        let minutes = 1037
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE sheet SET sealed = NULL, locked_hour = 0")
            try transaction.execute(
                """
                INSERT INTO filing (agency, account, month, filed_on, minutes, is_late, pack)
                VALUES (\(agency.id), \(staff.account), '2026-09', '2026-09-30', \(minutes), 0, \(agency.packHash))
                """)
            try transaction.execute(
                "INSERT INTO sheet (id, agency, month, pack) VALUES (\(named), \(agency.id), '2026-09', \(agency.packHash))"
            )
            try transaction.execute(
                """
                INSERT INTO named_sheet (sheet, agency, month, account, counted_in)
                VALUES (\(named), \(agency.id), '2026-09', \(staff.account), '2026-09')
                """)
            let contact: SQL = "INSERT INTO contact (sheet, id, place, kind, day, marks, minutes)"
            try transaction.execute(
                "\(contact) SELECT id, \(id.bytes), 1, 0, 5, 21, 45 FROM sheet WHERE month = '2026-10'")
            try transaction.execute("\(contact) VALUES (\(named), \(id.bytes), 1, 0, 7, 21, \(minutes))")
        }
        // A draft is its supporter's before it is moved too.
        #expect(try await ground.programmes.ownSheet(october, of: staff).ids == [id])
        try await ground.programmes.sealSheetsOfBefore()
        let sizes = try await ground.database.sizes()
        #expect(sizes["contact"] == 0 && sizes["named_sheet"] == 0 && sizes["filed_sheet"] == 1 && sizes["sheet"] == 1)
        let rows = try await ground.database.rowsByTable()
        #expect(!rows.values.joined().contains { $0.contains("=1037") })
        let opened = try await ground.programmes.openNamedSheet(of: staff.account, september, by: receiver)
        #expect(opened?.sheet.minutes == 1037)
        #expect(try await ground.programmes.hoursPerSupporter(by: receiver)?.first?.hours == [staff.account: 17])
        #expect(try await ground.programmes.ownSheet(october, of: staff).ids == [id])
        try await ground.programmes.sealSheetsOfBefore()
        try ground.move(to: "2026-11-10", hour: 20)
        try await ground.programmes.lockSheetsAnew()
        let second = try await ground.programmes.recordContact(.on(day), in: october, by: staff).get()
        let own = try await ground.programmes.ownSheet(october, of: staff)
        #expect(own.ids == [id, second])
        _ = try await ground.programmes.submitSheet(october, by: staff).get()
        #expect(try await ground.programmes.ownSheet(october, of: staff).minutes == own.minutes)
    }
}

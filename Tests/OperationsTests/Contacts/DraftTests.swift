import Operations
import Program
import Sealing
import Store
import Testing

/// A supporter's own sheet before it is submitted.
@Suite struct DraftTests {
    @Test(arguments: engines) func recordCorrectRemove(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let month = staff.today.month
        let earlier = try #require(Day("2026-11-03"))
        let first = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff).get()
        let second = try await ground.programmes.recordContact(
            .on(earlier, minutes: 30), in: month, by: staff
        ).get()
        let third = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff).get()
        var sheet = try await ground.programmes.ownSheet(month, of: staff)
        #expect(sheet.ids == [second, first, third])
        #expect(sheet.sheet.minutes == 120)
        #expect(sheet.filing == nil)
        #expect(sheet.hasEntries)
        #expect(sheet.due == Day("2026-12-10"))

        let corrected = try await ground.programmes.correctContact(
            first, .ofToday(staff, minutes: 60, changing: ["sex": ["male"]]), in: month, by: staff)
        #expect(try corrected?.get() == first)
        sheet = try await ground.programmes.ownSheet(month, of: staff)
        #expect(sheet.ids == [second, first, third])
        #expect(sheet.entry(first)?.choices["sex"] == ["male"])
        #expect(sheet.sheet.minutes == 135)

        _ = try #require(try await ground.programmes.removeContact(second, in: month, by: staff)).get()
        #expect(try await ground.programmes.ownSheet(month, of: staff).ids == [first, third])
        #expect(try await ground.programmes.removeContact(second, in: month, by: staff) == nil)
        #expect(try await ground.programmes.correctContact(second, .ofToday(staff), in: month, by: staff) == nil)
        #expect(try await ground.acts().contains(.statSheetSubmitted) == false)
    }

    @Test(arguments: engines) func arefusedContactChangesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let month = staff.today.month
        let id = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff).get()
        let before = try await ground.database.everything()
        let wrong = ContactAnswers.ofToday(staff, changing: ["note": ["x"], "minutes": ["0"]])
        let recorded = try await ground.programmes.recordContact(wrong, in: month, by: staff)
        #expect(recorded.refusedFields == ["minutes", "note"])
        let corrected = try await ground.programmes.correctContact(id, wrong, in: month, by: staff)
        #expect(corrected?.refusedFields == ["minutes", "note"])
        for other in ["2026-12", "2025-10"] {
            let month = try #require(Month(other))
            let answer = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff)
            #expect(answer.refusedFields == ["month"])
        }
        #expect(try await ground.database.everything() == before)
    }

    @Test(arguments: engines) func anothersContactIsNone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let mine = try await ground.member("a.lopez", roles: "supporter")
        let theirs = try await ground.member("b.jones", roles: "supporter")
        let month = mine.today.month
        let id = try await ground.programmes.recordContact(.ofToday(theirs), in: month, by: theirs).get()
        #expect(try await ground.programmes.ownSheet(month, of: mine).ids.isEmpty)
        #expect(try await ground.programmes.correctContact(id, .ofToday(mine), in: month, by: mine) == nil)
        #expect(try await ground.programmes.removeContact(id, in: month, by: mine) == nil)
        #expect(try await ground.programmes.correctContact(id, .ofToday(theirs), in: month.previous, by: theirs) == nil)
        #expect(try await ground.programmes.removeContact(RandomId(), in: month, by: theirs) == nil)
        #expect(try await ground.programmes.ownSheet(month, of: theirs).ids == [id])
    }

    @Test(arguments: engines) func contactsAtOnceEachHaveAPlace(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let month = staff.today.month
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask {
                    _ = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff).get()
                }
            }
            try await group.waitForAll()
        }
        #expect(Set(try await ground.programmes.ownSheet(month, of: staff).ids).count == 20)
    }

    /// A sheet has room for a thousand; more is refused in words.
    @Test(arguments: engines) func aFullSheet(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let month = staff.today.month
        for _ in 1...StatSheet.mostEntries {
            _ = try await ground.programmes.recordContact(.ofToday(staff, minutes: 1439), in: month, by: staff).get()
        }
        #expect(try await ground.programmes.ownSheet(month, of: staff).ids.count == StatSheet.mostEntries)
        let answer = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff)
        #expect(answer.refusedFields == ["kind"])
    }

    /// The months a supporter sees begin with the one in which they became one.
    @Test(arguments: engines) func ownMonths(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter", since: "2026-09-30")
        let month = try #require(Month("2026-10"))
        _ = try await ground.programmes.submitSheet(month, by: staff).get()
        let months = try await ground.programmes.ownMonths(of: staff)
        #expect(months.map(\.month.text) == ["2026-11", "2026-10", "2026-09"])
        #expect(months.map { $0.filing != nil } == [false, true, false])
        #expect(months.map(\.minutes) == [nil, nil, nil])
    }

    /// Boxes of months that can no longer be submitted go; others, and submitted sheets, stay.
    @Test(arguments: engines) func closedDraftsAreDestroyed(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2025-11-05")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let months = try ["2025-09", "2025-10", "2025-11"].map { try #require(Month($0)) }
        for month in months {
            let day = try #require(month.days.first)
            _ = try await ground.programmes.recordContact(.on(day), in: month, by: staff).get()
        }
        _ = try await ground.programmes.submitSheet(months[0], by: staff).get()
        let sheets = { try await ground.database.sizes() }
        try ground.move(to: "2026-10-31")
        try await ground.programmes.destroyClosedDrafts()
        #expect(try await sheets()["sheet"] == 2)
        try ground.move(to: "2026-11-01")
        try await ground.programmes.destroyClosedDrafts()
        #expect(try await sheets()["sheet"] == 1)
        let back = try await ground.staff(try await ground.signIn("a.lopez"))
        #expect(try await ground.programmes.ownSheet(months[1], of: back).ids.isEmpty)
        #expect(try await ground.programmes.ownSheet(months[0], of: back).ids.count == 1)
        #expect(try await ground.programmes.ownSheet(months[2], of: back).ids.count == 1)
    }
}

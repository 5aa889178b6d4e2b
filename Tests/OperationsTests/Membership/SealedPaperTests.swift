import Operations
import Program
import Sealing
import Store
import Testing

/// Papers that named offices read: who opens them, and what comes to whoever holds the office later.
@Suite struct SealedPaperTests {
    @Test(arguments: engines) func theOfficeAndTheWriterReadItAndNobodyElse(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let writer = try await ground.member("writer", isEmployed: true)
        let reader = try await ground.member("reader", roles: "coordinator")
        let other = try await ground.member("other", roles: "administrator")
        let id = try #require(try await ground.write("Why I apply", by: writer, to: "coordinator")).get()
        #expect(try await ground.read(id, by: writer) == "Why I apply")
        #expect(try await ground.read(id, by: reader) == "Why I apply")
        #expect(try await ground.read(id, by: other) == nil)
        #expect(try await ground.database.everything().contains("Why I apply") == false)
    }

    @Test(arguments: engines) func whoeverComesToTheOfficeLaterReadsItOnceAnotherLooked(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let writer = try await ground.member("writer", isEmployed: true)
        let reader = try await ground.member("reader", roles: "coordinator")
        let id = try #require(try await ground.write("Why I apply", by: writer, to: "coordinator")).get()
        let later = try await ground.member("later", roles: "coordinator")
        #expect(try await ground.read(id, by: later) == nil)
        try await ground.programmes.passOnPapers(by: reader)
        #expect(try await ground.read(id, by: later) == "Why I apply")
        try await ground.programmes.passOnPapers(by: reader)
        #expect(try await ground.database.sizes()["sealed_paper_copy"] == 3)
    }

    @Test(arguments: engines) func whatNobodyCouldReadIsRefusedAndKeptNowhere(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let writer = try await ground.member("writer", isEmployed: true)
        let refused = try #require(try await ground.write("Why I apply", by: writer, to: "coordinator"))
        #expect(throws: Refusal.self) { _ = try refused.get() }
        #expect(try await ground.database.sizes()["sealed_paper"] == 0)
    }

    @Test(arguments: engines) func aReminderOfADayIsGivenOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let day = try #require(Day("2026-12-01"))
        for (about, day) in [("a", day), ("a", day), ("b", day), ("a", try #require(day.adding(days: 1)))] {
            try await ground.database.write { transaction in
                try transaction.remindOnce(
                    NewNotice(kind: .rosterGap, to: .role(RoleID("coordinator")), about: about), dueOn: day,
                    in: ground.agency, at: ground.clock.now)
            }
        }
        #expect(try await ground.database.sizes()["notice"] == 3)
        try ground.move(to: "2029-11-30")
        try await ground.programmes.forgetReminders()
        #expect(try await ground.database.sizes()["reminder"] == 3)
        try ground.move(to: "2029-12-10")
        try await ground.programmes.forgetReminders()
        #expect(try await ground.database.sizes()["reminder"] == 0)
    }
}

extension Ground {
    fileprivate func write(_ words: String, by staff: Staff, to office: String) async throws -> Result<String, Refusal>?
    {
        let key = serverKeys.vouching
        return try await programmes.quietAct(by: staff, .signedIn) { doing in
            switch try doing.seal(
                Array(words.utf8), as: .application, to: [RoleID(office)], and: [staff.account], field: "letter",
                under: [],
                with: key)
            {
            case .success(let id): .done(id.text, .own)
            case .failure(let refusal): .refused(refusal)
            }
        }
    }

    fileprivate func read(_ id: String, by staff: Staff) async throws -> String? {
        let present = try await again(staff)
        return try await database.read { transaction in
            try transaction.open(paper: id, as: .application, by: present).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

import Operations
import Program
import Sealing
import Store
import Testing

/// Whoever asks all night wakes nobody all night, and nothing that waits is lost.
@Suite struct PingingOfAskingTests {
    @Test(arguments: engines) func manyRequestsSendThreeWordsAnHourAndAllAreOffered(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.ground.confirmed(.text, "916 555 0101", for: field.ana, at: DeliverySink())
        for _ in 1...10 { try await field.asked() }
        #expect(try await field.sent(to: field.ana).count == 3)
        for staff in field.team {
            #expect(try await field.words(of: staff) == 3)
            #expect(try await field.programmes.offers(for: staff).count == 10)
        }
        // Asking around goes on, and says nothing more.
        for _ in 1...5 { try await field.pass(minutes: 11) }
        let before = try await field.sent(to: field.ana)
        #expect(before.count == 3)
        // The hour is over and ten still wait: one word for all.
        field.ground.clock.move(seconds: 600)
        for _ in 1...3 {
            try await field.sayWhatWaits()
            try await field.programmes.advanceRequests()
            #expect(try await field.sent(to: field.ana).subtracting(before).count == 1)
            #expect(try await field.words(of: field.ana) == 1)
            field.ground.clock.move(seconds: 900)
        }
    }

    /// One word, and no more: with none that came meanwhile there is nothing to add, and after the hour nothing is remembered.
    @Test(arguments: engines) func anHourLaterNothingIsKept(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        #expect(try await field.words(of: field.ana) == 1)
        field.ground.clock.move(seconds: 3599)
        try await field.sayWhatWaits()
        #expect(try await field.words(of: field.ana) == 1)
        field.ground.clock.move(seconds: 301)
        try await field.sayWhatWaits()
        #expect(try await field.ground.database.integer("SELECT count(*) FROM word_of_asking") == 0)
        #expect(try await field.ground.pings(of: field.ana.account) == 1)
    }

    /// What they were spared is said when they answer, at once and once.
    @Test(arguments: engines) func whoeverAnswersIsToldOfTheRest(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.ground.confirmed(.text, "916 555 0101", for: field.ana, at: DeliverySink())
        for _ in 1...5 { try await field.asked() }
        var before = try await field.sent(to: field.ana)
        #expect(before.count == 3)
        func new() async throws -> Int {
            let present = try await field.sent(to: field.ana)
            defer { before = present }
            return present.subtracting(before).count
        }
        let offers = try await field.programmes.offers(for: field.ana)
        try #require(try await field.programmes.pass(offers[0].id, telling: false, by: field.ana)).get()
        #expect(try await new() == 1)
        #expect(try await field.words(of: field.ana) == 1)
        // Nothing came since: passing another on says nothing more.
        try #require(try await field.programmes.pass(offers[1].id, telling: false, by: field.ana)).get()
        #expect(try await new() == 0)
        #expect(try await field.words(of: field.ana) == 0)
        // And a new one is told of at once.
        try await field.asked()
        #expect(try await new() == 1)
        #expect(try await field.words(of: field.ben) == 3)
    }

    /// Where others took what waited meanwhile, nobody is woken for nothing.
    @Test(arguments: engines) func whatOthersTookIsSaidToNobody(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        for _ in 1...4 { try await field.asked() }
        for offer in try await field.programmes.offers(for: field.ben) {
            _ = try #require(try await field.programmes.accept(offer.id, Attestation(), by: field.ben)).get()
        }
        field.ground.clock.move(seconds: 65 * 60)
        try await field.sayWhatWaits()
        #expect(try await field.ground.pings(of: field.ana.account) == 3)
        #expect(try await field.words(of: field.ana) == 0)
    }

    /// Two servers at once say it once.
    @Test(arguments: engines) func manyServersSayItOnce(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        for _ in 1...4 { try await field.asked() }
        field.ground.clock.move(seconds: 65 * 60)
        let servers = [field.programmes, try field.ground.restarted(), try field.ground.restarted()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for server in servers { group.addTask { try await server.sayWhatStillWaits() } }
            try await group.waitForAll()
        }
        for staff in field.team { #expect(try await field.words(of: staff) == 1) }
        let words: SQL = "SELECT count(*) FROM ping WHERE account = \(field.ana.account)"
        // Three that were sent, the one of which it was not, and the word for all.
        #expect(try await field.ground.database.integer(words) == 5)
    }

    /// Notices that anybody can bring about: three words, then one of them speaks for all at the pack's pace, until it is answered.
    @Test(arguments: engines) func ofManyNoticesOneSpeaksForAll(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        let administrator = try await field.ground.member("administrator", roles: "administrator")
        try field.ground.move(to: "2026-11-20", hour: 22)
        for _ in 1...6 { try await field.asked() }
        #expect(try await field.notices(.approvalAsked) == 6)
        #expect(try await field.ground.pings(of: administrator.account) == 3)
        for time in 1...2 {
            field.ground.clock.move(seconds: 600)
            try await field.programmes.escalateNotices()
            #expect(try await field.ground.pings(of: administrator.account) == 3 + time)
        }
        let present = try await field.ground.present(administrator)
        var open = try await field.open(.approvalAsked)
        #expect(open.count == 6)
        // The one that spoke is answered: another speaks.
        let yes = try await field.programmes.approve(open.removeFirst(), by: present)
        try #require(yes).get()
        #expect(try await field.open(.approvalAsked) == open)
        field.ground.clock.move(seconds: 600)
        try await field.programmes.escalateNotices()
        #expect(try await field.ground.pings(of: administrator.account) == 6)
    }
}

extension RequestGround {
    /// The words on their way to a supporter.
    fileprivate func sent(to staff: Staff) async throws -> Set<String> {
        try await ground.database.read { transaction in
            Set(
                try transaction.rows("SELECT id FROM outbox WHERE account = \(staff.account)").map {
                    try $0.text("id")
                })
        }
    }

    fileprivate func sayWhatWaits() async throws { try await programmes.sayWhatStillWaits() }

    /// How many words are remembered of a supporter.
    fileprivate func words(of staff: Staff) async throws -> Int {
        try await ground.database.integer("SELECT count(*) FROM word_of_asking WHERE account = \(staff.account)")
    }

    /// The open notices of a kind, in the order in which one speaks for the others.
    fileprivate func open(_ kind: NoticeKind) async throws -> [String] {
        try await ground.database.read { transaction in
            try transaction.rows(
                "SELECT id FROM notice WHERE kind = \(kind.rawValue) AND acknowledged_at IS NULL ORDER BY id"
            ).map { try $0.text("id") }
        }
    }
}

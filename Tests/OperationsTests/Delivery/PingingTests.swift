import Operations
import Program
import Store
import TestSupport
import Testing

/// What a ping puts in the outbox, and what takes it out again.
@Suite struct PingingTests {
    private let sink = DeliverySink()

    @Test(arguments: engines) func eachMethodIsUsedWhenItsOwnerSaid(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", after: 2, for: pat, at: sink)
        try await ground.confirmed(.call, "916 555 0102", after: 5, for: pat, at: sink)
        try await ground.confirmed(.email, "pat@example.org", after: 62 - 2, for: pat, at: sink)
        try await ground.ping(pat.account)
        let dues = try await ground.dues()
        #expect(dues == [0, 180, 3480])
    }

    @Test(arguments: engines) func nobodyIsToldTwice(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (pat, kim) = (try await ground.member("pat"), try await ground.member("kim"))
        for (staff, number) in [(pat, "916 555 0101"), (kim, "916 555 0102")] {
            try await ground.confirmed(.text, number, for: staff, at: sink)
        }
        try await ground.ping(pat.account, key: "a")
        try await ground.ping(pat.account, kim.account, kim.account, key: "a")
        #expect(try await ground.waiting() == 2)
        try await ground.ping(pat.account, key: "b")
        #expect(try await ground.waiting() == 3)
    }

    /// Also once it was sent: the outbox forgets, the ping does not.
    @Test(arguments: engines) func nobodyIsToldAgain(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            try await ground.allIsSent()
        }
        try await ground.ping(pat.account)
        #expect(try await ground.waiting() == 0)
        #expect(sink.arrivals.count == 1)
    }

    @Test(arguments: engines) func whoeverAnsweredIsLeftInPeace(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (pat, kim) = (try await ground.member("pat"), try await ground.member("kim"))
        for (staff, number) in [(pat, "916 555 0101"), (kim, "916 555 0102")] {
            try await ground.confirmed(.text, number, for: staff, at: sink)
            try await ground.confirmed(.call, number, after: 3, for: staff, at: sink)
        }
        try await ground.ping(pat.account, kim.account, key: "a")
        try await ground.ping(pat.account, key: "b")
        let agency = ground.agency
        try await ground.database.write { transaction in
            try transaction.answered(ping: "a", by: pat.account, in: agency)
        }
        #expect(try await ground.waiting() == 4)
        try await ground.database.write { transaction in try transaction.settled(ping: "a", in: agency) }
        #expect(try await ground.waiting() == 2, "the other ping still counts")
    }

    @Test(arguments: engines) func whatIsUndoneIsNotSent(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        struct Undone: Error {}
        let (agency, now) = (ground.agency, ground.clock.now)
        await #expect(throws: Undone.self) {
            try await ground.database.write { transaction in
                try transaction.ping([pat.account], .urgent, key: "a", in: agency, at: now)
                throw Undone()
            }
        }
        #expect(try await ground.waiting() == 0)
        try await ground.ping(pat.account, key: "a")
        #expect(try await ground.waiting() == 1)
    }

    @Test(arguments: engines) func whoeverHasNoConfirmedMethodIsNotReached(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (pat, kim) = (try await ground.member("pat"), try await ground.member("kim"))
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        let new = NewContactMethod(kind: .text, address: "916 555 0102", delay: 0)
        _ = try await ground.programmes.addContactMethod(new, for: kim, carried: sink.carriers.kinds).get()
        try await ground.ping(pat.account, kim.account)
        let agency = ground.agency.id
        let (words, reachable) = try await ground.database.read { transaction in
            (
                try transaction.rows("SELECT account FROM outbox WHERE word = 'message'").map {
                    try $0.text("account")
                },
                try transaction.contactMethods(agency: agency).filter {
                    $0.value.hindrance(carried: [.text]) == nil
                }.map(\.key)
            )
        }
        #expect(words == [pat.account])
        #expect(reachable == [pat.account])
    }
}

extension Ground {
    /// How many seconds from now each thing in the outbox is due, in order.
    fileprivate func dues() async throws -> [Int64] {
        let now = clock.now.milliseconds
        return try await database.read { transaction in
            try transaction.rows("SELECT due_at FROM outbox ORDER BY due_at").map {
                (try $0.int64("due_at") - now) / 1000
            }
        }
    }
}

import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// What the courier makes of the outbox, however the gateways answer.
@Suite struct CourierTests {
    private let sink = DeliverySink()

    @Test(arguments: engines) func firstATextThenACall(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.confirmed(.call, "916 555 0101", after: 3, for: pat, at: sink)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            #expect(try await sink.arrivals(atLeast: 1).map(\.kind) == [.text])
            ground.clock.move(seconds: 179)
            try await Task.sleep(for: .seconds(1))
            #expect(sink.arrivals.count == 1, "three minutes are not over")
            ground.clock.move(seconds: 1)
            #expect(try await sink.arrivals(atLeast: 2).map(\.kind) == [.text, .call])
            try await ground.allIsSent()
        }
        #expect(sink.arrivals.map(\.address) == ["+19165550101", "+19165550101"])
        #expect(Set(sink.arrivals.map(\.key)).count == 2)
    }

    /// Words, headings and addresses: nothing else leaves, whoever it is about.
    @Test(arguments: engines) func whatIsSentSaysNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat", roles: "supporter")
        for (kind, address) in [
            (ContactMethod.Kind.text, "916 555 0101"), (.call, "916 555 0102"), (.email, "pat@example.org"),
        ] {
            try await ground.confirmed(kind, address, for: pat, at: sink)
        }
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account, key: "a request of Kim Lee, Unit 7, about a shooting")
            try await ground.allIsSent()
        }
        #expect(
            Set(sink.arrivals.map(\.words)) == [
                Saying.message.written, Saying.message.spoken, "\(Saying.heading)|\(Saying.message.written)",
            ])
        for arrival in sink.arrivals {
            #expect(RandomId(text: arrival.key) != nil, "the key is random")
        }
    }

    @Test(arguments: engines) func whatFailsIsTriedAgainWithItsKey(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let text = try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        sink.answer(.failed, to: .text)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            try await ground.isTriedAgain(after: 1)
            sink.answer(.unknown, to: .text)
            ground.clock.move(seconds: 5)
            try await ground.isTriedAgain(after: 2)
            sink.answer(.accepted, to: .text)
            ground.clock.move(seconds: 10)
            try await ground.allIsSent()
        }
        #expect(sink.arrivals.count == 3)
        #expect(Set(sink.arrivals.map(\.key)).count == 1)
        let methods = try await ground.programmes.contactMethods(of: pat)
        #expect(methods.first { $0.method.id == text }?.lastOutcomes == [.failed, .unknown, .accepted])
    }

    @Test(arguments: engines) func whereOneWayIsShutTheNextIsTaken(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.confirmed(.call, "916 555 0101", after: 60, for: pat, at: sink)
        sink.answer(.refused, to: .text)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            try await ground.allIsSent()
        }
        #expect(sink.arrivals.map(\.kind) == [.text, .call])
    }

    @Test(arguments: engines) func itIsGivenUpAtLastAndThatIsSeen(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        sink.answer(.failed, to: .text)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            for attempt in 1..<Carriage.mostAttempts {
                try await ground.isTriedAgain(after: attempt)
                ground.clock.move(seconds: 1800)
            }
            try await ground.allIsSent()
        }
        #expect(sink.arrivals.count == Carriage.mostAttempts)
        #expect(Set(sink.arrivals.map(\.key)).count == 1)
        #expect(try await ground.programmes.contactMethods(of: pat).map(\.lastOutcomes.last) == [.givenUp])
    }

    @Test(arguments: engines) func whatNoGatewayCarriesIsGivenUpAtOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.confirmed(.email, "pat@example.org", after: 30, for: pat, at: sink)
        var carriers = sink.carriers
        carriers.text = nil
        try await ground.withCourier(to: sink, carriers: carriers) {
            try await ground.ping(pat.account)
            try await ground.allIsSent()
        }
        #expect(sink.arrivals.map(\.kind) == [.email])
    }

    /// A worker that dies while it sends: its lease runs out, and another sends the same with the same key.
    @Test(arguments: engines) func whatAWorkerTookWithItIsSentAgain(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        let dead = DeliverySink()
        dead.fallSilent()
        async let dying: Void = ground.withCourier(to: dead) {
            try await ground.ping(pat.account)
            try await dead.arrivals(atLeast: 1)
        }
        try await dead.arrivals(atLeast: 1)
        try await ground.withCourier(to: sink) {
            try await Task.sleep(for: .seconds(1))
            #expect(sink.arrivals == [], "the lease has not run out")
            ground.clock.move(seconds: 31)
            try await sink.arrivals(atLeast: 1)
        }
        dead.speak()
        try await dying
        #expect(sink.arrivals == dead.arrivals)
        #expect(try await ground.waiting() == 0)
    }

    @Test(arguments: engines) func severalWorkersSendEachThingOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        for number in 1...100 { try await ground.ping(pat.account, key: "\(number)") }
        try await ground.withCourier(to: sink) {
            try await ground.withCourier(to: sink) {
                try await ground.withCourier(to: sink) { try await ground.allIsSent() }
            }
        }
        #expect(sink.arrivals.count == 100)
        #expect(Set(sink.arrivals.map(\.key)).count == 100)
    }

    @Test(arguments: engines) func aBrowserThatTookItsPermissionBackIsNotUsed(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let device = try await ground.programmes.addDevice(
            try WebPushSubscription.example(), called: "My phone", delay: 0, for: pat, by: sink.carriers
        ).get()
        try await ground.prove(device.id, for: pat)
        sink.answer(.gone, to: .push)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            try await ground.allIsSent()
        }
        #expect(sink.arrivals.map(\.address) == ["https://push.example.org/7"])
        let ended = try await ground.programmes.troubledContactMethods(of: pat)
        #expect(ended.map(\.isConfirmed) == [false] && ended.map(\.trouble) == [.gone])
        // Its owner allows it again, by the same name.
        let anew = try await ground.programmes.addDevice(
            try WebPushSubscription.example(), called: "My phone", delay: 0, for: pat, by: sink.carriers
        ).get()
        try await ground.prove(anew.id, for: pat)
        #expect(try await ground.programmes.contactMethods(of: pat).map(\.method.isConfirmed) == [true])
        #expect(try await ground.programmes.troubledContactMethods(of: pat) == [])
    }

    /// A number that is refused is still tried, for that may change; its owner sees it until something is taken there.
    @Test(arguments: engines) func whatWasRefusedIsToldToItsOwner(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        for (answer, trouble) in [(Carriage.refused, [ContactMethod.Trouble.refused]), (.accepted, [])] {
            sink.answer(answer, to: .text)
            try await ground.withCourier(to: sink) {
                try await ground.ping(pat.account, key: "\(answer)")
                try await ground.allIsSent()
            }
            let ways = try await ground.programmes.contactMethods(of: pat).map(\.method)
            #expect(ways.compactMap(\.trouble) == trouble && ways.allSatisfy(\.isConfirmed))
        }
    }

    /// One wrong setting silences nobody for good: nothing is given up at once, nobody's way is spoiled, and whoever watches sees it.
    @Test(arguments: engines) func aGatewayThatRefusesUsIsSeenAndTriedAgain(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (pat, kim) = (try await ground.member("pat"), try await ground.member("kim"))
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.confirmed(.text, "916 555 0102", for: kim, at: sink)
        sink.answer(.unwelcome, to: .text)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account, kim.account)
            try await eventually { await ground.programmes.health().failing[.gateways] == ["handWordsOver"] }
            let rows = try await ground.programmes.failingSteps()
            #expect(
                rows.map(\.step.worker) == ["texts"] && rows.map(\.fault) == ["HTTP 401"] && rows.map(\.slug) == [nil])
            try await ground.isTriedAgain(after: 1)
            #expect(try await ground.programmes.troubledContactMethods(of: pat) == [])
            sink.answer(.accepted, to: .text)
            ground.clock.move(seconds: 5)
            try await ground.allIsSent()
            try await eventually { await !ground.programmes.health().unwell.contains(.gateways) }
        }
    }

    /// The server's key for notifications was lost: what was allowed for it is over, and is told before anybody needs it.
    @Test(arguments: engines) func devicesOfALostKeyEnd(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        for name in ["Of the lost key", "Of today's", "Of before keys were kept"] {
            let device = try await ground.programmes.addDevice(
                try WebPushSubscription.example(), called: name, delay: 0, for: pat, by: sink.carriers
            ).get()
            try await ground.prove(device.id, for: pat)
        }
        try await ground.programmes.endDevicesOfLostKey()
        #expect(try await ground.programmes.troubledContactMethods(of: pat) == [])
        for (name, key) in [("Of the lost key", "BLost"), ("Of before keys were kept", nil)] as [(String, String?)] {
            try await ground.database.write { transaction in
                try transaction.execute(
                    """
                    UPDATE push_subscription SET server_key = \(key)
                    WHERE method = (SELECT id FROM contact_method WHERE address = \(name))
                    """)
            }
        }
        try await ground.programmes.endDevicesOfLostKey()
        let ended = try await ground.programmes.troubledContactMethods(of: pat)
        #expect(ended.map(\.address) == ["Of the lost key"])
        #expect(ended.map(\.trouble) == [.otherKey] && ended.map(\.isConfirmed) == [false])
    }
}

extension WebPushSubscription {
    /// The browser's keys of RFC 8291, appendix A.
    static func example(at endpoint: String = "https://push.example.org/7") throws -> WebPushSubscription {
        try WebPushSubscription(
            endpoint: endpoint,
            p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            auth: "BTBZMqHH6r4Tts7J_aSIgg")
    }
}

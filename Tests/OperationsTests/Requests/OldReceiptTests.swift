import Operations
import Program
import Sealing
import Store
import Testing

/// Receipts that were given out when they were derived slowly.
@Suite struct OldReceiptTests {
    @Test(arguments: engines) func itOpensItsRequestUntilThatIsDestroyed(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let receipt = try await field.asked { $0.words = "Words of old" }
        try await field.age(receipt)
        let seeker = try await field.pass(receipt)
        #expect(try await field.view(seeker).words.words == "Words of old")
        // New ones are found beside it, and a receipt of nothing opens nothing.
        let other = try await field.seeker { $0.words = "Words of today" }
        #expect(try await field.view(other).words.words == "Words of today")
        #expect(try await field.isUnknown(Receipt()))
        #expect(try await field.oldReceipts() == 1)

        try #require(try await field.programmes.endRequest(by: seeker, in: field.agency)).get()
        try field.ground.move(to: "2026-12-21")
        try await field.programmes.destroyEndedRequests()
        #expect(try await field.requestCount() == 1)
        #expect(try await field.oldReceipts() == 0)
        #expect(try await field.isUnknown(receipt))
    }

    /// Where the slow way has no room, only whoever could need it is told to come back: no receipt of today, and nobody at all once
    /// the last request of old is gone.
    @Test(arguments: engines) func theSlowWayHoldsUpNobodyElse(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let (today, old) = (try await field.asked(), try await field.asked())
        try await field.age(old)
        let queue = FairQueue(atOnce: 1, longestLine: 0, most: 0)
        let (ground, agency) = (field.ground, field.agency)
        let busy = Programmes(
            database: ground.database, keys: ground.serverKeys, oldReceipts: KeyDerivation(waitingIn: queue),
            clock: { ground.clock.now })
        // One is at work meanwhile, and nobody may wait behind it.
        let openings = try await queue.run(for: .none) {
            var openings: [String] = []
            for receipt in [old, today, Receipt()] {
                openings.append(Self.name(try await busy.seeker(receipt, in: agency)))
            }
            try await ground.database.write { transaction in try transaction.execute("DELETE FROM old_receipt") }
            openings.append(Self.name(try await busy.seeker(Receipt(), in: agency)))
            return openings
        }
        #expect(openings == ["busy", "opened", "busy", "unknown"])
    }

    private static func name(_ opening: ReceiptOpening) -> String {
        switch opening {
        case .opened: "opened"
        case .unknown: "unknown"
        case .busy: "busy"
        }
    }
}

extension RequestGround {
    /// Makes of a receipt's request what an earlier release would have stored.
    fileprivate func age(_ receipt: Receipt) async throws {
        let (keys, agency) = (ground.serverKeys, agency)
        let present = try SeekerKey(of: receipt, with: keys)
        guard case .derived(let old) = try await Ground.quickDerivation().oldSeekerKey(of: receipt, with: keys) else {
            throw NotOpened()
        }
        try await ground.database.write { transaction in
            let row = try #require(try transaction.request(agency: agency.id, receipt: present.id))
            let id = try #require(RandomId(text: row.id))
            let key = try RequestKey(opening: row.seekerCopy, with: present.key, request: id, holder: "seeker")
            let copy = try key.sealed(to: old.publicKey, request: id, holder: "seeker")
            try transaction.execute(
                "UPDATE request SET receipt = \(old.id), seeker_copy = \(copy) WHERE id = \(row.id)")
            try transaction.execute("INSERT INTO old_receipt (request, agency) VALUES (\(row.id), \(agency.id))")
        }
    }

    fileprivate func oldReceipts() async throws -> Int {
        try await ground.database.integer("SELECT count(*) FROM old_receipt")
    }

    fileprivate func isUnknown(_ receipt: Receipt) async throws -> Bool {
        switch try await programmes.seeker(receipt, in: agency) {
        case .unknown: true
        case .opened, .busy: false
        }
    }
}

import Program
import Store
import TestSupport
import Testing

/// What the schema itself holds of requests, whatever anybody does.
@Suite struct RequestStoreTests {
    private static func bytes(_ count: Int, _ byte: UInt8 = 7) -> [UInt8] { Array(repeating: byte, count: count) }
    private static func id(_ letter: String) -> String { String(repeating: letter, count: 26) }

    /// The whole schema with an agency `a`, its accounts `x` and `y`, and another agency's `z`.
    private static func field(_ engine: Engine) async throws -> any Database {
        let database = try await TestDatabase.migrated(engine)
        try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO pack (hash, id, content, archived_on) VALUES ('h', 'p', 'c', '2026-11-20')")
            for agency in ["a", "b"] {
                try transaction.insert(
                    AgencyRow(id: agency, slug: "agency-\(agency)", name: "Agency", timeZone: "UTC", pack: "h"))
            }
            for (account, agency) in [("x", "a"), ("y", "a"), ("z", "b")] {
                try transaction.execute(
                    "INSERT INTO account (id, agency, login, name) VALUES (\(account), \(agency), \("login-" + account), 'N')"
                )
            }
        }
        return database
    }

    private static func request(
        _ letter: String = "r", receipt: UInt8 = 1, standing: RequestStanding = waiting
    ) -> RequestRow {
        RequestRow(
            id: id(letter), agency: "a", pack: "h", receipt: bytes(32, receipt), seekerCopy: bytes(81),
            card: bytes(1053), words: bytes(16413), record: bytes(32797), standing: standing)
    }

    private static let waiting = RequestStanding.offered(
        .everyone, until: Instant(milliseconds: 1000), offering: id("o"))

    @Test(
        arguments: engines,
        [
            RequestStanding.offered(
                .step(3), until: Instant(milliseconds: 5), offering: String(repeating: "p", count: 26)),
            .accepted(supporter: "x", firstContactDue: Instant(milliseconds: 5)),
            .accepted(supporter: "x", firstContactDue: nil),
        ])
    func everyStandingComesBack(_ engine: Engine, _ standing: RequestStanding) async throws {
        let database = try await Self.field(engine)
        let request = Self.request(standing: standing)
        try await database.write { transaction in try transaction.insert(request) }
        #expect(try await database.read { transaction in try transaction.request(id: request.id) } == request)
        let closed = RequestStanding.closed(destroyed: try #require(Day("2026-12-20")))
        #expect(
            try await database.write { transaction in
                try transaction.requestRoutes.move(request.id, from: standing, to: closed)
            })
        #expect(try await database.read { transaction in try transaction.request(id: request.id)?.standing } == closed)
    }

    @Test(arguments: engines) func aReceiptOpensOneRequest(_ engine: Engine) async throws {
        let database = try await Self.field(engine)
        let (first, second) = (Self.request("r"), Self.request("s"))
        try await database.write { transaction in try transaction.insert(first) }
        #expect(brokenRule(await database.fault { transaction in try transaction.insert(second) }) == .unique)
    }

    /// Statements that put a request where it cannot stand, and copies where they do not belong.
    static let forbidden: [SQL] = [
        "UPDATE request SET due_at = NULL",
        "UPDATE request SET stage = NULL",
        "UPDATE request SET offering = NULL",
        "UPDATE request SET supporter = 'x'",
        "UPDATE request SET state = 'accepted'",
        "UPDATE request SET state = 'closed', stage = NULL, offering = NULL, due_at = NULL",
        "UPDATE request SET state = 'closed', stage = NULL, offering = NULL, destroy_on = '2026-12-20'",
        "UPDATE request SET state = 'accepted', stage = NULL, offering = NULL, supporter = 'z'",
        "UPDATE request SET card = \(bytes(1052))",
        "UPDATE request SET words = \(bytes(16414))",
        "UPDATE request SET course = \(bytes(1))",
        "UPDATE request SET receipt = \(bytes(31))",
        "INSERT INTO request_copy (request, agency, account, sealed) VALUES (\(id("r")), 'a', 'z', \(bytes(81)))",
        "INSERT INTO request_copy (request, agency, account, sealed) VALUES (\(id("r")), 'b', 'z', \(bytes(81)))",
        "INSERT INTO request_copy (request, agency, account, sealed) VALUES (\(id("r")), 'a', 'x', \(bytes(80)))",
        """
        INSERT INTO request_reserve (request, agency, account, locked, wave)
        VALUES (\(id("r")), 'a', 'x', \(bytes(81)), 4)
        """,
        """
        INSERT INTO request_message (request, id, place, sealed, is_new)
        VALUES (\(id("r")), \(id("m")), 1, \(bytes(5)), 1)
        """,
        """
        INSERT INTO request_message (request, id, place, sealed, is_new)
        VALUES (\(id("q")), \(id("m")), 1, \(bytes(16413)), 1)
        """,
    ]

    @Test(arguments: engines, forbidden.indices) func isForbidden(_ engine: Engine, _ place: Int) async throws {
        let database = try await Self.field(engine)
        try await database.write { transaction in try transaction.insert(Self.request()) }
        let statement = Self.forbidden[place]
        #expect(brokenRule(await database.fault { transaction in try transaction.execute(statement) }) != nil)
    }

    /// Of two who take it at once, one does, on both engines.
    @Test(arguments: engines) func oneOfTwoTakesIt(_ engine: Engine) async throws {
        let database = try await Self.field(engine)
        for round in 0..<20 {
            let letter = String(UnicodeScalar(UInt8(97 + round)))
            let offering = String(repeating: letter, count: 25) + "2"
            let request = Self.request(
                letter, receipt: UInt8(round),
                standing: .offered(.few, until: Instant(milliseconds: 1), offering: offering))
            try await database.write { transaction in try transaction.insert(request) }
            async let first = database.write { transaction in
                try transaction.requestRoutes.take(request.id, account: "x", firstContactDue: Instant(milliseconds: 9))
            }
            async let second = database.write { transaction in
                try transaction.requestRoutes.take(request.id, account: "y", firstContactDue: Instant(milliseconds: 9))
            }
            let (x, y) = try await (first, second)
            #expect(x != y)
            let supporter = try await database.read { transaction in
                try transaction.request(id: request.id)?.standing.supporter
            }
            #expect(supporter == (x ? "x" : "y"))
        }
    }

    /// What a supporter has already is not read to see what is offered to them.
    @Test(arguments: engines) func offeredIsNotHad(_ engine: Engine) async throws {
        let database = try await Self.field(engine)
        let had = Self.request("h", receipt: 1, standing: .accepted(supporter: "x", firstContactDue: nil))
        let offered = Self.request("o", receipt: 2)
        try await database.write { transaction in
            for request in [had, offered] {
                try transaction.insert(request)
                try transaction.requestRoutes.insert(
                    [RequestCopy(account: "x", sealed: Self.bytes(81), wave: .everyone)], request: request.id,
                    agency: "a")
            }
        }
        let (held, asked) = try await database.read { transaction in
            let routes = transaction.requestRoutes
            return (
                try routes.heldRequests(by: "x", agency: "a").map(\.request.id),
                try routes.offeredRequests(to: "x", agency: "a").map(\.request.id)
            )
        }
        #expect(held == [had.id, offered.id] && asked == [offered.id])
    }

    /// A move of what stands elsewhere by now does nothing.
    @Test(arguments: engines) func aStaleMoveDoesNothing(_ engine: Engine) async throws {
        let database = try await Self.field(engine)
        let request = Self.request()
        let next = RequestStanding.offered(.step(1), until: Instant(milliseconds: 2000), offering: Self.id("o"))
        try await database.write { transaction in try transaction.insert(request) }
        #expect(
            try await database.write { transaction in
                try transaction.requestRoutes.move(request.id, from: request.standing, to: next)
            })
        #expect(
            try await !database.write { transaction in
                try transaction.requestRoutes.move(request.id, from: request.standing, to: next)
            })
        #expect(
            try await database.read { transaction in
                try transaction.requestRoutes.requests(dueBy: Instant(milliseconds: 1999), after: nil, limit: 9)
            }
                == [])
        let due = try await database.read { transaction in
            let routes = transaction.requestRoutes
            let due = try routes.requests(dueBy: Instant(milliseconds: 2000), after: nil, limit: 9)
            return (
                first: due, next: try routes.requests(dueBy: Instant(milliseconds: 2000), after: due.last, limit: 9)
            )
        }
        #expect(due.first.map(\.id) == [request.id] && due.next == [])
    }

    /// Deleting a request leaves nothing that belonged to it.
    @Test(arguments: engines) func deletingTakesEverything(_ engine: Engine) async throws {
        let database = try await Self.field(engine)
        let (id, other) = (Self.id("r"), Self.id("m"))
        try await database.write { transaction in
            try transaction.insert(Self.request())
            try transaction.requestRoutes.insert(
                [RequestCopy(account: "x", sealed: Self.bytes(81), wave: .few)], request: id, agency: "a")
            try transaction.requestRoutes.insert(
                [ReservedCopy(account: "y", locked: Self.bytes(110), wave: .everyone)], request: id, agency: "a")
            _ = try transaction.requestRoutes.insert(
                ConsultationRow(
                    id: other, request: id, account: "y", role: nil, sealed: Self.bytes(81),
                    endsAt: Instant(milliseconds: 1)), agency: "a")
            try transaction.insertMessage(Self.bytes(16413), id: other, at: 1, request: id)
            try transaction.setConsent(Self.bytes(4125), id: other, request: id)
            try transaction.requestRoutes.insertReminder(id: other, on: try #require(Day("2026-11-21")), request: id)
        }
        #expect(try await database.write { transaction in try transaction.deleteRequest(id) })
        #expect(try await !database.write { transaction in try transaction.deleteRequest(id) })
        let left: SQL = """
            SELECT (SELECT count(*) FROM request) + (SELECT count(*) FROM request_copy)
                + (SELECT count(*) FROM request_reserve) + (SELECT count(*) FROM request_consultation)
                + (SELECT count(*) FROM request_message) + (SELECT count(*) FROM request_consent)
                + (SELECT count(*) FROM request_reminder) AS many
            """
        #expect(try await database.integer(left) == 0)
    }

    /// Everybody above and below, however long the chain, and nobody beside it.
    @Test(arguments: engines) func chainOfCommand(_ engine: Engine) async throws {
        let database = try await Self.field(engine)
        let supervisors: [(String, String?)] = [
            ("chief", nil), ("captain", "chief"), ("sergeant", "captain"), ("officer", "sergeant"),
            ("cadet", "officer"), ("partner", "sergeant"), ("clerk", "chief"),
        ]
        try await database.write { transaction in
            for (person, supervisor) in supervisors {
                try transaction.execute(
                    """
                    INSERT INTO person (id, agency, employee_number, given_name, family_name, unit, division, shift, rank,
                        classification, is_supervisor, supervisor, hired_on, investigates)
                    VALUES (\(person), 'a', \(person), 'G', 'F', 'u', 'd', 's', 'r', 'sworn', 1, \(supervisor),
                        '2020-01-01', 0)
                    """)
            }
        }
        let chain = try await database.read { transaction in try transaction.chainOfCommand(of: "officer", agency: "a")
        }
        #expect(chain == ["chief", "captain", "sergeant", "officer", "cadet"])
        #expect(
            try await database.read { transaction in try transaction.chainOfCommand(of: "officer", agency: "b") } == [])
    }
}

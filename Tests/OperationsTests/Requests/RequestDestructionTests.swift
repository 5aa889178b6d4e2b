import Foundation
import Operations
import Program
import Sealing
import Store
import Testing

/// What is left of a request at the end of its retention: one more in a count.
@Suite struct RequestDestructionTests {
    private static let canary = "CANARY-"

    /// A request with something planted in every field there is, with messages, consents, a consultation and reminders.
    private static func planted(_ field: RequestGround) async throws -> (seeker: SeekerPass, id: String) {
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        let seeker = try await field.seeker {
            $0.name = canary + "name"
            $0.number = canary + "number"
            $0.language = canary + "language"
            $0.words = canary + "words"
            $0.unwanted.accounts = [field.cleo.account]
        }
        let id = try await field.begun(by: field.ana)
        let programmes = field.programmes
        try #require(try await programmes.write(canary + "to the supporter", by: seeker, in: field.agency)).get()
        try #require(try await programmes.write(canary + "to the seeker", on: id, by: field.ana)).get()
        let consent = NewConsent(to: canary + "whom", scope: canary + "what", until: nil)
        try #require(try await programmes.consent(consent, by: seeker, in: field.agency)).get()
        try #require(
            try await programmes.consult(id, .anotherSupporter, account: field.ben.account, by: field.ana)
        ).get()
        let later = try #require(Day("2026-12-01"))
        try #require(
            try await programmes.remind(id, on: later, of: .referral, by: field.ana)
        ).get()
        return (seeker, id)
    }

    /// Every sealed value of the tables of requests.
    private static func sealed(_ field: RequestGround) async throws -> [[UInt8]] {
        try await field.ground.database.read { transaction in
            let questions: [SQL] = [
                "SELECT receipt AS sealed FROM request", "SELECT seeker_copy AS sealed FROM request",
                "SELECT card AS sealed FROM request", "SELECT words AS sealed FROM request",
                "SELECT course AS sealed FROM request", "SELECT sealed FROM request_copy",
                "SELECT sealed FROM request_consultation", "SELECT sealed FROM request_message",
                "SELECT sealed FROM request_consent",
            ]
            return try questions.flatMap { try transaction.rows($0) }.map { try $0.blob("sealed") }
        }
    }

    /// Not a byte of it is in the file, its log or a copy of it, and the audit chain is whole.
    @Test(.enabled(if: engines.contains(.sqlite))) func nothingIsLeftInTheFile() async throws {
        let field = try await RequestGround(.sqlite, pack: "kern-sheriff")
        let (seeker, id) = try await Self.planted(field)
        let sealed = try await Self.sealed(field)
        #expect(sealed.count == 10)
        // Pieces from the middle, so that a value that spans pages is found too, and its id beside them.
        var needles = sealed.map { Data($0[9..<25]) }
        needles.append(Data(id.utf8))
        var files = try await DatabaseFiles(field.ground.database)
        #expect(try files.found(needles).count == needles.count)
        #expect(try files.found([Data(Self.canary.utf8)]).isEmpty)

        try #require(try await field.programmes.endRequest(by: seeker, in: field.agency)).get()
        // What concerned supporters alone goes at once.
        let day = try #require(field.ana.today.adding(days: 29))
        try field.ground.move(to: day.text)
        try await field.programmes.destroyEndedRequests()
        #expect(try await field.requestCount() == 1)
        try field.ground.move(to: try #require(day.adding(days: 1)).text)
        try await field.programmes.destroyEndedRequests()
        #expect(try await field.requestCount() == 0)
        files = try await DatabaseFiles(field.ground.database)
        #expect(try files.found(needles).isEmpty)
        #expect(try files.found([Data(Self.canary.utf8)]).isEmpty)
        #expect(try await field.programmes.verifyAudit(against: []).map(\.broken) == [nil])
    }

    @Test(arguments: engines) func nothingRemains(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        let (seeker, id) = try await Self.planted(field)
        try #require(try await field.programmes.closeRequest(id, by: field.ana)).get()
        try field.ground.move(to: "2026-12-20")
        try await field.programmes.destroyEndedRequests()
        try await field.programmes.destroyEndedRequests()
        let sizes = try await field.ground.database.sizes()
        for (table, size) in sizes where table.hasPrefix("request") { #expect(size == 0, "\(table)") }
        let everything = try await field.ground.database.everything()
        #expect(!everything.contains(id))
        #expect(try await field.programmes.request(of: seeker, in: field.agency) == nil)
        #expect(try await field.programmes.verifyAudit(against: []).map(\.broken) == [nil])
    }

    /// At rest there is no time of day but that of a running timer, and whatever people write leaves rows of one size.
    @Test(arguments: engines) func onlyRunningTimersHaveATime(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        _ = try await Self.planted(field)
        try await field.asked { $0.words = "Short" }
        let rows = try await field.ground.database.rowsByTable()["request"] ?? []
        #expect(rows.count == 2)
        let timers = try await field.ground.database.integer("SELECT count(*) FROM request WHERE due_at IS NOT NULL")
        #expect(timers == 1)
        for column in ["card", "words", "course"] as [Row.Column] {
            let lengths = try await field.ground.database.read { transaction in
                try Set(transaction.rows("SELECT card, words, course FROM request").map { try $0.blob(column).count })
            }
            #expect(lengths.count == 1)
        }
    }
}

/// A database's file, its log and a copy of it as a backup makes one.
private struct DatabaseFiles {
    private let contents: [Data]

    init(_ database: any Database) async throws {
        let path = try await database.read { transaction in
            try #require(try transaction.row("SELECT file FROM pragma_database_list WHERE name = 'main'")).text("file")
        }
        let backup = path + ".backup"
        defer { try? FileManager.default.removeItem(atPath: backup) }
        let copying = Process()
        copying.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        copying.arguments = [
            "python3", "-c",
            "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('VACUUM INTO ?', (sys.argv[2],))",
            path, backup,
        ]
        try copying.run()
        copying.waitUntilExit()
        try #require(copying.terminationStatus == 0)
        contents = try [path, path + "-wal", backup].filter { FileManager.default.fileExists(atPath: $0) }
            .map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        try #require(contents.count >= 2)
    }

    /// Those of the needles that are in any of the files.
    func found(_ needles: [Data]) throws -> [Data] {
        needles.filter { needle in contents.contains { $0.range(of: needle) != nil } }
    }
}

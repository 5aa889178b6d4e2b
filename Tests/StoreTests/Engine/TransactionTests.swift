import Foundation
import Store
import TestSupport
import Testing

@Suite("A body is a transaction")
struct TransactionTests {
    private static let counter = "CREATE TABLE counter (id TEXT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)"

    @Test("a body that throws keeps nothing, and its own error comes back", arguments: engines)
    func throwing(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        await #expect(throws: Unexpected.wanted) {
            try await database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                throw Unexpected.wanted
            }
        }
        #expect(try await database.integer("SELECT COUNT(*) FROM counter") == 0)
    }

    /// Of what somebody wrote nothing stays in memory with the thread that stored it, whatever the next job is.
    @Test("what a body was given is let go of with the transaction", arguments: engines)
    func lettingGo(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        var given: [() -> Words?] = []
        for number in 0..<20 {
            let words = Words()
            given.append { [weak words] in words }
            for agency in [nil, "a"] {
                try await database.write(inTurnOf: agency) { transaction in
                    let id = "\(number) \(agency ?? "")"
                    try transaction.execute("INSERT INTO counter VALUES (\(id), \(words.count))")
                }
            }
            _ = try await database.read { _ in words.count }
        }
        try await eventually { given.allSatisfy { $0() == nil } }
    }

    @Test("of many writes at once exactly those that fail are undone", arguments: engines)
    func isolation(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        let kept = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let fault = await database.fault { transaction in
                        try transaction.execute("INSERT INTO counter VALUES (\("n\(number)"), \(number))")
                        switch number % 3 {
                        case 1: throw Unexpected.wanted
                        case 2: try transaction.execute("INSERT INTO counter VALUES (\("n\(number)"), 0)")
                        default: break
                        }
                    }
                    return fault == nil ? number : nil
                }
            }
            return await group.reduce(into: [Int]()) { kept, number in kept += number.map { [$0] } ?? [] }
        }
        let found = try await database.read { try $0.rows("SELECT n FROM counter").map { try $0.int("n") } }
        #expect(kept.sorted() == Array(stride(from: 0, to: 300, by: 3)))
        #expect(found.sorted() == kept.sorted())
    }

    @Test("no update is lost among transactions that read, compute and write", arguments: engines)
    func lostUpdate(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        try await database.write { try $0.execute("INSERT INTO counter VALUES ('a', 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await database.write { transaction in
                        let n = try transaction.row("SELECT n FROM counter WHERE id = 'a'")?.int("n") ?? 0
                        try transaction.execute("UPDATE counter SET n = \(n + 1) WHERE id = 'a'")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.integer("SELECT n FROM counter") == 100)
    }

    @Test("two who may not both leave do not both leave", arguments: engines)
    func writeSkew(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        for round in 0..<25 {
            try await database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES (\("x\(round)"), 1), (\("y\(round)"), 1)")
            }
            let both = ["x\(round)", "y\(round)"]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in both {
                    group.addTask {
                        try await database.write { transaction in
                            let present: SQL = "SELECT SUM(n) AS n FROM counter WHERE id IN (\(list: both))"
                            guard try transaction.row(present)?.int("n") == 2 else { return }
                            Thread.sleep(forTimeInterval: 0.002)
                            try transaction.execute("UPDATE counter SET n = 0 WHERE id = \(id)")
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(try await database.integer("SELECT SUM(n) FROM counter") == 25)
    }

    @Test("a failed statement loses the transaction, even for a body that goes on", arguments: engines)
    func goingOn(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        let fault = await database.fault { transaction in
            try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
            _ = try? transaction.execute("INSERT INTO counter VALUES ('a', 2)")
            #expect(throws: StoreFault.self) { try transaction.execute("INSERT INTO counter VALUES ('b', 3)") }
        }
        #expect(brokenRule(fault) == .unique)
        #expect(try await database.integer("SELECT COUNT(*) FROM counter") == 0)
    }

    @Test("a read may not write", arguments: engines)
    func reading(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        await #expect(throws: StoreFault.self) {
            try await database.read { transaction in
                try transaction.rows("INSERT INTO counter VALUES ('a', 1) RETURNING n").count
            }
        }
        #expect(try await database.integer("SELECT COUNT(*) FROM counter") == 0)
    }

    @Test("a read sees one state, whatever is committed meanwhile", arguments: engines)
    func snapshot(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        let (begun, written) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let counts = database.read { transaction in
            let before = try transaction.row("SELECT COUNT(*) AS n FROM counter")?.int("n")
            begun.signal()
            written.wait()
            return [before, try transaction.row("SELECT COUNT(*) AS n FROM counter")?.int("n")]
        }
        // The body waits on a thread of the database, so that this one is free to write.
        let started = try await database.read { _ in begun.wait(timeout: .now() + 120) }
        #expect(started == .success)
        try await database.write { try $0.execute("INSERT INTO counter VALUES ('a', 1)") }
        written.signal()
        #expect(try await counts == [0, 0])
        #expect(try await database.integer("SELECT COUNT(*) FROM counter") == 1)
    }

    @Test("what was written is there for another connection as soon as the write returns", arguments: engines)
    func visibility(engine: Engine) async throws {
        let address = try await TestDatabase.freshAddress(engine)
        let (writer, reader) = (try await address.open(), try await address.open())
        try await writer.alterSchema { try $0.execute(SQL(verbatim: "CREATE TABLE entry (n BIGINT)")) }
        for number in 1...50 {
            try await writer.write { try $0.execute("INSERT INTO entry VALUES (\(number))") }
            #expect(try await reader.integer("SELECT COUNT(*) FROM entry") == number)
        }
    }

    @Test("the number of rows inserted, changed or deleted is given", arguments: engines)
    func affected(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        let counts = try await database.write { transaction in
            [
                try transaction.execute("INSERT INTO counter VALUES ('a', 1), ('b', 1), ('c', 2)"),
                try transaction.execute("UPDATE counter SET n = n WHERE n = 1"),
                try transaction.execute("SELECT n FROM counter"),
                try transaction.execute("UPDATE counter SET n = 5 WHERE n = 9"),
                try transaction.execute("INSERT INTO counter VALUES ('a', 1) ON CONFLICT DO NOTHING"),
                try transaction.execute("DELETE FROM counter"),
            ]
        }
        #expect(counts == [3, 2, 0, 0, 0, 3])
    }

    @Test("closing finishes what was begun and refuses what comes later", arguments: engines)
    func closing(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        try await withThrowingTaskGroup(of: Int.self) { group in
            let started = DispatchSemaphore(value: 0)
            for number in 0..<20 {
                group.addTask {
                    try await database.write { transaction in
                        started.signal()
                        Thread.sleep(forTimeInterval: 0.01)
                        return try transaction.execute("INSERT INTO counter VALUES (\("n\(number)"), 1)")
                    }
                }
            }
            try await database.read { _ in started.wait() }
            await database.close()
            // Those that came before the close are done, the others are refused; none waits for ever.
            var done = 0
            while let result = await group.nextResult() {
                switch result {
                case .success(let count): done += count
                case .failure(let error): #expect(error as? StoreFault == .unavailable("it has been closed"))
                }
            }
            #expect(done >= 1)
        }
        await database.close()
        let closed = StoreFault.unavailable("it has been closed")
        await #expect(throws: closed) { try await database.write { _ in } }
        await #expect(throws: closed) { try await database.read { _ in } }
        await #expect(throws: closed) { try await database.alterSchema { _ in } }
        await database.close()
    }
}

/// What a body of a transaction is given.
private final class Words: Sendable {
    let count = 1
}

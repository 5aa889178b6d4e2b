import Foundation
import Store
import Testing

@Suite("Rows give back what was stored")
struct RowTests {
    @Test("integers keep all 64 bits", arguments: engines, [Int64.min, -1, 0, 1, .max])
    func integers(engine: Engine, integer: Int64) async throws {
        let row = try await answer(engine, "SELECT \(integer) AS x, \(integer) + 0 AS y")
        #expect(try row.int64("x") == integer)
        #expect(try row.int64("y") == integer)
    }

    @Test(
        "text keeps every character", arguments: engines,
        ["", "it's", "Zoë 警察 👩🏽‍🚒", "e\u{301}", "$1 ?2 :x \\ \""])
    func texts(engine: Engine, words: String) async throws {
        let text = String(repeating: words, count: 5000)
        let back = try await answer(engine, "SELECT \(text) AS x").text("x")
        #expect(Array(back.utf8) == Array(text.utf8))
    }

    @Test(
        "bytes keep every value, and no bytes are not NULL", arguments: engines, [0, 1, 256, 100_000])
    func blobs(engine: Engine, size: Int) async throws {
        let bytes = (0..<size).map { UInt8($0 % 256) }
        let row = try await answer(engine, "SELECT \(bytes) AS x, \(Data(bytes)) AS y, \(bytes) IS NULL AS is_null")
        #expect(try row.optionalBlob("x") == bytes)
        #expect(try row.optionalBlob("y") == bytes)
        #expect(try !row.bool("is_null"))
    }

    @Test("values of every kind, and nil in their place, are kept in a table", arguments: engines)
    func columns(engine: Engine) async throws {
        let database = try await database(engine, "CREATE TABLE kept (id TEXT, i BIGINT, t TEXT, b BLOB)")
        let rows = try await database.write { transaction in
            try transaction.execute("INSERT INTO kept VALUES ('some', \(7), \("seven"), \([7] as [UInt8]))")
            let none: (Int?, String?, Data?) = (nil, nil, nil)
            try transaction.execute("INSERT INTO kept VALUES ('none', \(none.0), \(none.1), \(none.2))")
            try transaction.execute("INSERT INTO kept VALUES ('null', \(Value.null), \(Value.null), \(Value.null))")
            return try transaction.rows("SELECT id, i, t, b FROM kept ORDER BY id DESC")
        }
        #expect(try rows.map { try $0.text("id") } == ["some", "null", "none"])
        #expect(try rows.map { try $0.optionalInt("i") } == [7, nil, nil])
        #expect(try rows.map { try $0.optionalText("t") } == ["seven", nil, nil])
        #expect(try rows.map { try $0.optionalBlob("b") } == [[7], nil, nil])
    }

    @Test("nil keeps the kind of its place, so it may be asked about", arguments: engines)
    func typedNil(engine: Engine) async throws {
        let (unit, month): (String?, Int?) = (nil, nil)
        let row = try await answer(engine, "SELECT \(unit) IS NULL AS unit, COALESCE(\(month), 3) + 1 AS month")
        #expect(try row.bool("unit"))
        #expect(try row.int("month") == 4)
    }

    @Test("truth is 0 and 1, also where the engine computed it", arguments: engines)
    func truth(engine: Engine) async throws {
        let row = try await answer(engine, "SELECT \(true) AS yes, \(false) AS no, 2 AS two, 1 = 1 AS equal")
        #expect(try row.bool("yes"))
        #expect(try !row.bool("no"))
        #expect(try row.bool("equal"))
        #expect(try row.int("yes") == 1)
        #expect(throws: StoreFault.self) { try row.bool("two") }
    }

    @Test("a sum of integers is an integer; a fraction is refused", arguments: engines)
    func numbers(engine: Engine) async throws {
        let numbers: SQL = "(SELECT CAST(1 AS BIGINT) AS n UNION ALL SELECT 2) AS numbers"
        let row = try await answer(engine, "SELECT SUM(n) AS sum, COUNT(*) AS count FROM \(numbers)")
        #expect(try row.int("sum") == 3)
        #expect(try row.int("count") == 2)
        let expected = StoreFault.self
        await #expect(throws: expected) { try await answer(engine, "SELECT AVG(n) AS mean FROM \(numbers)") }
    }

    @Test("a column that is missing, doubled, NULL or of another kind is named, its value is not", arguments: engines)
    func unreadable(engine: Engine) async throws {
        let nothing: String? = nil
        let row = try await answer(
            engine, "SELECT \("Marlow") AS name, \(41_233) AS number, 1 AS x, 2 AS x, \(nothing) AS empty")
        #expect(throws: StoreFault.unreadable(column: "age", problem: "is not in the answer")) { try row.text("age") }
        #expect(throws: StoreFault.unreadable(column: "9", problem: "is not in the answer")) { try row.text(9) }
        #expect(throws: StoreFault.unreadable(column: "x", problem: "is in the answer twice")) { try row.int("x") }
        #expect(throws: StoreFault.unreadable(column: "name", problem: "holds text where integer is read")) {
            try row.int("name")
        }
        #expect(throws: StoreFault.unreadable(column: "number", problem: "holds integer where blob is read")) {
            try row.optionalBlob("number")
        }
        #expect(throws: StoreFault.unreadable(column: "empty", problem: "is NULL where a value is read")) {
            try row.text("empty")
        }
        #expect(try row.int(2) == 1)
        #expect(row.description == "Row(name, number, x, x, empty)")
    }

    @Test("text with a zero character is refused by both engines", arguments: engines)
    func zeroCharacter(engine: Engine) async throws {
        let refused = StoreFault.other("a text with a zero character cannot be stored")
        await #expect(throws: refused) { try await answer(engine, "SELECT \("a\0b") AS x") }
    }
}

import Store
import Testing

@Suite("A broken rule of the schema is named, the value that broke it is not")
struct ConstraintTests {
    private static let tables = [
        "CREATE TABLE unit (id TEXT NOT NULL PRIMARY KEY, code TEXT NOT NULL, CONSTRAINT code_once UNIQUE (code))",
        """
        CREATE TABLE member (
            id TEXT NOT NULL PRIMARY KEY, unit TEXT NOT NULL REFERENCES unit (id), shift BIGINT NOT NULL,
            CONSTRAINT shift_of_three CHECK (shift BETWEEN 1 AND 3)
        )
        """,
    ]

    struct Breach: Sendable, CustomTestStringConvertible {
        let kind: StoreFault.Constraint.Kind
        let statement: SQL
        var testDescription: String { kind.rawValue }
    }

    static let secret = "Marlow-4711"
    static let breaches = [
        Breach(kind: .unique, statement: "INSERT INTO unit VALUES (\("other"), \(secret))"),
        Breach(kind: .unique, statement: "INSERT INTO unit VALUES (\(secret), \("other"))"),
        Breach(kind: .foreignKey, statement: "INSERT INTO member VALUES (\(secret), \(secret + "x"), 1)"),
        Breach(kind: .check, statement: "INSERT INTO member VALUES (\(secret), \(secret), \(4711))"),
        Breach(kind: .notNull, statement: "INSERT INTO member VALUES (\(secret), \(secret), NULL)"),
        Breach(kind: .notNull, statement: "UPDATE unit SET code = NULL WHERE code = \(secret)"),
    ]

    @Test("each kind is told apart", arguments: engines, breaches)
    func kinds(engine: Engine, breach: Breach) async throws {
        let database = try await database(engine, Self.tables[0], Self.tables[1])
        try await database.write { try $0.execute("INSERT INTO unit VALUES (\(Self.secret), \(Self.secret))") }
        let fault = await database.fault { try $0.execute(breach.statement) } as? StoreFault
        guard case .constraint(let constraint) = fault else { throw Unexpected.wanted }
        #expect(constraint.kind == breach.kind)
        #expect(!"\(constraint) \(fault, default: "")".contains("4711"))
        #expect(!String(reflecting: fault).contains("4711"))
    }

    @Test("table, columns and names are given where the engine gives them", arguments: engines)
    func names(engine: Engine) async throws {
        let database = try await database(engine, Self.tables[0], Self.tables[1])
        func constraint(_ statement: SQL) async throws -> StoreFault.Constraint {
            let fault = await database.fault { try $0.execute(statement) } as? StoreFault
            guard case .constraint(let constraint) = fault else { throw Unexpected.wanted }
            return constraint
        }
        let check = try await constraint("INSERT INTO member VALUES ('a', 'b', 9)")
        #expect(check.name == "shift_of_three")
        let missing = try await constraint("INSERT INTO unit VALUES ('a', NULL)")
        #expect(missing.table == "unit")
        #expect(missing.columns == ["code"])
        let doubled = try await constraint("INSERT INTO unit VALUES ('a', 'x'), ('b', 'x')")
        #expect(doubled.table == "unit")
        switch engine {
        case .sqlite: #expect(doubled.columns == ["code"])
        case .postgresql: #expect(doubled.name == "code_once")
        }
    }

    @Test("a value is not repeated by any other fault either", arguments: engines)
    func redaction(engine: Engine) async throws {
        let database = try await database(engine, Self.tables[0], Self.tables[1])
        let wrong: [SQL] = [
            "INSERT INTO member VALUES ('a', 'b', CAST(\(Self.secret) AS BIGINT) / 0)",
            "SELECT no_such_column FROM member WHERE id = \(Self.secret)",
            "SELEC \(Self.secret)",
            "SELECT CAST(\(Self.secret) AS BIGINT) AS x, json_object(\(Self.secret), \(Self.secret), 1)",
        ]
        for statement in wrong {
            let fault = await database.fault { _ = try $0.rows(statement) }
            #expect(fault != nil)
            #expect(!"\(fault, default: "")".contains("4711"))
            #expect(!String(reflecting: fault).contains("4711"))
        }
    }
}

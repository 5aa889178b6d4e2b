import Program
import Store
import TestSupport
import Testing

/// Every earlier version of the schema, with rows in every table it had, becomes the newest, and keeps its rows.
@Suite struct UpgradeTests {
    @Test(arguments: engines, Array(1...Schema.migrations.count))
    func everyEarlierVersion(_ engine: Engine, _ version: Int) async throws {
        let place = await Place.taken()
        defer { withExtendedLifetime(place) {} }
        let database = try await TestDatabase.fresh(engine, connections: 1)
        let migrator = try Migrator(Schema.migrations)
        try await migrator.migrate(database, upTo: version, now: 1)
        let tables = Set(try await database.columns().map(\.table))
        try await database.write { session in
            for sample in SampleRow.all where tables.contains(sample.table) { try session.execute(sample.statement) }
        }
        for table in tables.subtracting(["schema_migration"]) {
            #expect(SampleRow.all.contains { $0.table == table }, "\(table) has no sample row")
        }
        let before = try await database.rowsByTable()
        let taken = try await migrator.migrate(database, now: 2)
        #expect(taken.count == Schema.migrations.count - version)
        #expect(try await migrator.pending(in: database).isEmpty)
        let after = try await database.rowsByTable()
        for table in tables.subtracting(["schema_migration"]) { #expect(after[table] == before[table]) }

        let fresh = try await TestDatabase.fresh(engine, connections: 1)
        try await migrator.migrate(fresh, now: 3)
        #expect(try await database.definition() == fresh.definition())
        #expect(try await database.columns() == fresh.columns())
    }

    /// What an upgraded schema forbids, a fresh one forbids too: rows of nobody are refused in both.
    @Test(arguments: engines) func theSampleRowsAreHeldByTheirRules(_ engine: Engine) async throws {
        let place = await Place.taken()
        defer { withExtendedLifetime(place) {} }
        let database = try await TestDatabase.fresh(engine, connections: 1)
        try await Migrator(Schema.migrations).migrate(database, now: 0)
        for sample in SampleRow.all where sample.hasParent {
            await #expect(throws: StoreFault.self, "\(sample.table)") {
                try await database.write { session in try session.execute(sample.statement) }
            }
        }
    }
}

/// One row of a table, in an order in which each finds those it refers to.
private struct SampleRow: Sendable {
    let table: String
    /// Whether it refers to a row of another table.
    let hasParent: Bool
    let statement: SQL

    static let all: [SampleRow] = [
        SampleRow(
            table: "pack", hasParent: false,
            statement: "INSERT INTO pack (hash, id, content, archived_on) VALUES ('h', 'p', 'c', '2026-11-20')"),
        SampleRow(
            table: "agency", hasParent: true,
            statement:
                "INSERT INTO agency (id, slug, name, time_zone, pack) VALUES ('a', 'slug', 'Name', 'UTC', 'h')"),
        SampleRow(
            table: "person", hasParent: true,
            statement:
                """
                INSERT INTO person (id, agency, employee_number, given_name, family_name, unit, division, shift, rank,
                    classification, is_supervisor, hired_on, investigates)
                VALUES ('p', 'a', '1', 'G', 'F', 'u', 'd', 's', 'r', 'sworn', 0, '2020-01-01', 0)
                """),
        SampleRow(
            table: "account", hasParent: true,
            statement: "INSERT INTO account (id, agency, person, login, name) VALUES ('c', 'a', 'p', 'login', 'Name')"),
        SampleRow(
            table: "holding", hasParent: true,
            statement:
                "INSERT INTO holding (id, agency, account, role, starts_on) VALUES ('o', 'a', 'c', 'r', '2026-01-01')"),
        SampleRow(
            table: "session", hasParent: true,
            statement:
                """
                INSERT INTO session (id, agency, account, wrapped_key, owes_second_factor, ends_at)
                VALUES (\(bytes(32)), 'a', 'c', \(bytes(61)), 0, 1)
                """),
        SampleRow(
            table: "sign_in_pause", hasParent: false,
            statement:
                "INSERT INTO sign_in_pause (name, failures, pause_ends_at) VALUES (\(bytes(32)), 1, 1)"),
        SampleRow(
            table: "sheet", hasParent: true,
            statement: "INSERT INTO sheet (id, agency, month, pack) VALUES (\(bytes(16)), 'a', '2026-10', 'h')"),
        SampleRow(
            table: "contact", hasParent: true,
            statement:
                """
                INSERT INTO contact (sheet, id, place, kind, marks)
                VALUES (\(bytes(16)), \(bytes(16)), 1, 0, 3)
                """),
        SampleRow(
            table: "filing", hasParent: true,
            statement:
                """
                INSERT INTO filing (agency, account, month, filed_on, minutes, is_late, pack)
                VALUES ('a', 'c', '2026-10', '2026-11-01', 45, 0, 'h')
                """),
        SampleRow(
            table: "named_sheet", hasParent: true,
            statement:
                """
                INSERT INTO named_sheet (sheet, agency, month, account, counted_in)
                VALUES (\(bytes(16)), 'a', '2026-10', 'c', '2026-10')
                """),
        SampleRow(
            table: "month_count", hasParent: true,
            statement:
                "INSERT INTO month_count (agency, month, figure, amount) VALUES ('a', '2026-10', 'sheets', 1)"),
        SampleRow(
            table: "release", hasParent: true,
            statement:
                """
                INSERT INTO release (id, agency, kind, period, pack, content, content_hash, published_at, published_by)
                VALUES ('e', 'a', 'monthly-summary', '2026-10', 'h', '{}', 'x', 1, 'c')
                """),
        SampleRow(
            table: "audit_entry", hasParent: true,
            statement:
                """
                INSERT INTO audit_entry (agency, number, at, actor, act, clauses, pack, payload_hash, hash)
                VALUES ('a', 1, 1, 'operator', 'agency.founded', '', 'h', \(bytes(32)), \(bytes(32)))
                """),
        SampleRow(
            table: "audit_salt", hasParent: true,
            statement: "INSERT INTO audit_salt (agency, number, salt) VALUES ('a', 1, \(bytes(32)))"),
        SampleRow(
            table: "roster_rotation", hasParent: true,
            statement:
                """
                INSERT INTO roster_rotation (id, agency, list, place, name, starts_on, hand_over, weeks)
                VALUES ('t', 'a', 'supporters', 1, 'Nights', '2026-11-02', 480, 1)
                """),
        SampleRow(
            table: "roster_member", hasParent: true,
            statement: "INSERT INTO roster_member (agency, rotation, account, turn) VALUES ('a', 't', 'c', 0)"),
        SampleRow(
            table: "roster_shift", hasParent: true,
            statement:
                """
                INSERT INTO roster_shift (agency, rotation, place, weekdays, begins, ends)
                VALUES ('a', 't', 0, 127, 1080, 360)
                """),
        SampleRow(
            table: "roster_override", hasParent: true,
            statement:
                """
                INSERT INTO roster_override (id, agency, list, account, from_at, until_at)
                VALUES ('v', 'a', 'supporters', 'c', 1, 2)
                """),
        SampleRow(
            table: "roster_swap", hasParent: true,
            statement:
                """
                INSERT INTO roster_swap (id, agency, list, giver, from_at, until_at, over_at)
                VALUES ('w', 'a', 'supporters', 'c', 1, 2, 2)
                """),
        SampleRow(
            table: "roster_leave", hasParent: true,
            statement:
                """
                INSERT INTO roster_leave (id, agency, account, first_day, last_day)
                VALUES ('l', 'a', 'c', '2026-12-24', '2026-12-26')
                """),
        SampleRow(
            table: "roster_hours", hasParent: true,
            statement:
                """
                INSERT INTO roster_hours (id, agency, account, kind, weekdays, begins, ends)
                VALUES ('u', 'a', 'c', 'off-duty', 31, 1080, 1320)
                """),
        SampleRow(
            table: "roster_feed", hasParent: true,
            statement: "INSERT INTO roster_feed (agency, account, token) VALUES ('a', 'c', \(bytes(32)))"),
        SampleRow(
            table: "roster_gap", hasParent: true,
            statement: "INSERT INTO roster_gap (agency, list, from_at, until_at) VALUES ('a', 'supporters', 1, 2)"),
        SampleRow(
            table: "request", hasParent: true,
            statement:
                """
                INSERT INTO request (id, agency, pack, receipt, seeker_copy, card, words, course, state, supporter, due_at)
                VALUES (\(id), 'a', 'h', \(bytes(32)), \(bytes(81)), \(bytes(1053)), \(bytes(16413)),
                    \(bytes(32797)), 'accepted', 'c', 1)
                """),
        SampleRow(
            table: "request_copy", hasParent: true,
            statement:
                "INSERT INTO request_copy (request, agency, account, sealed) VALUES (\(id), 'a', 'c', \(bytes(81)))"),
        SampleRow(
            table: "request_reserve", hasParent: true,
            statement:
                """
                INSERT INTO request_reserve (request, agency, account, locked, wave)
                VALUES (\(id), 'a', 'c', \(bytes(110)), 4)
                """),
        SampleRow(
            table: "request_consultation", hasParent: true,
            statement:
                """
                INSERT INTO request_consultation (id, request, agency, account, sealed, ends_at)
                VALUES (\(id), \(id), 'a', 'c', \(bytes(81)), 1)
                """),
        SampleRow(
            table: "request_message", hasParent: true,
            statement:
                """
                INSERT INTO request_message (request, id, place, sealed, is_new)
                VALUES (\(id), \(id), 1, \(bytes(16413)), 1)
                """),
        SampleRow(
            table: "request_consent", hasParent: true,
            statement: "INSERT INTO request_consent (request, id, sealed) VALUES (\(id), \(id), \(bytes(4125)))"),
        SampleRow(
            table: "request_reminder", hasParent: true,
            statement:
                """
                INSERT INTO request_reminder (request, id, due_on, is_told) VALUES (\(id), \(id), '2026-11-20', 0)
                """),
        SampleRow(
            table: "request_count", hasParent: true,
            statement:
                """
                INSERT INTO request_count (agency, month, figure, amount) VALUES ('a', '2026-11', 'destroyed', 1)
                """),
        SampleRow(
            table: "call_out", hasParent: true,
            statement:
                "INSERT INTO call_out (id, agency, begun_by, begun_on) VALUES ('co', 'a', 'c', '2026-11-20')"),
        SampleRow(
            table: "call_out_page", hasParent: true,
            statement:
                """
                INSERT INTO call_out_page (call_out, place, agency, account, answer, paged_at)
                VALUES ('co', 1, 'a', 'c', 'accepted', 1)
                """),
        SampleRow(
            table: "supporter_card", hasParent: true,
            statement:
                """
                INSERT INTO supporter_card (agency, account, name, shows_unit, shows_rank, shows_shift, languages)
                VALUES ('a', 'c', 'Name', 1, 0, 0, 'Spanish')
                """),
        SampleRow(
            table: "contact_method", hasParent: true,
            statement:
                """
                INSERT INTO contact_method (id, agency, account, kind, address, delay_minutes)
                VALUES ('m', 'a', 'c', 'email', 'x@y', 0)
                """),
        SampleRow(
            table: "push_subscription", hasParent: true,
            statement:
                """
                INSERT INTO push_subscription (method, endpoint, public_key, secret)
                VALUES ('m', 'https://p', \(bytes(65)), \(bytes(16)))
                """),
        SampleRow(
            table: "ping", hasParent: true,
            statement:
                """
                INSERT INTO ping (agency, account, key, day)
                VALUES ('a', 'c', \(bytes(32)), 1)
                """),
        SampleRow(
            table: "outbox", hasParent: true,
            statement:
                """
                INSERT INTO outbox (id, agency, account, ping, method, kind, word, urgency, due_at)
                VALUES ('o', 'a', 'c', \(bytes(32)), 'm', 'email', 'message', 'routine', 1)
                """),
        SampleRow(
            table: "delivery_attempt", hasParent: true,
            statement:
                """
                INSERT INTO delivery_attempt (parcel, number, method, outcome, day)
                VALUES ('o', 1, 'm', 'accepted', 1)
                """),
        SampleRow(
            table: "heartbeat", hasParent: false,
            statement:
                """
                INSERT INTO heartbeat (worker, at)
                VALUES ('w', 1)
                """),
        SampleRow(
            table: "notice", hasParent: true,
            statement:
                """
                INSERT INTO notice (id, agency, kind, to_role, raised_on, clauses, pack, reaches_designees, pinged)
                VALUES ('n', 'a', 'k', 'r', '2026-11-20', '', 'h', 0, 0)
                """),
        SampleRow(
            table: "designee", hasParent: true,
            statement:
                """
                INSERT INTO designee (id, agency, role, account, named_by, starts_on, until)
                VALUES ('d', 'a', 'r', 'c', 'c', '2026-11-20', '2026-11-21')
                """),
        SampleRow(
            table: "disclosure", hasParent: true,
            statement:
                """
                INSERT INTO disclosure (id, agency, account, exception, pack, begun_at)
                VALUES ('di', 'a', 'c', 'e', 'h', 1)
                """),
        SampleRow(
            table: "disclosure_step", hasParent: true,
            statement:
                """
                INSERT INTO disclosure_step (agency, disclosure, place, notice)
                VALUES ('a', 'di', 0, 'n')
                """),
        SampleRow(
            table: "response", hasParent: true,
            statement:
                """
                INSERT INTO response (id, agency, account, told_on)
                VALUES ('re', 'a', 'c', '2026-11-20')
                """),
    ]

    private static let id = String(repeating: "a", count: 26)

    private static func bytes(_ count: Int) -> [UInt8] { Array(repeating: 7, count: count) }
}

extension Database {
    /// The rules of every table as the engine itself writes them down.
    fileprivate func definition() async throws -> [String] {
        let listing: SQL =
            switch engine {
            case .sqlite:
                "SELECT coalesce(sql, name) AS line FROM sqlite_schema"
            case .postgresql:
                """
                SELECT indexdef AS line FROM pg_indexes WHERE schemaname = current_schema()
                UNION ALL
                SELECT CAST(conrelid AS regclass) || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
                FROM pg_constraint WHERE connamespace = CAST(current_schema() AS regnamespace)
                UNION ALL
                SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable AS line
                FROM information_schema.columns WHERE table_schema = current_schema()
                """
            }
        return try await read { session in try session.rows(listing).map { try $0.text("line") } }.sorted()
    }
}

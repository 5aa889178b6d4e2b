"""A state's hosting centre, made by SQL: many agencies beside the measured one, and the boxes of millions of contacts.

Only what grows is made: agencies, accounts with their roles and filings, and sheets. The rows are spread as real ones are: random
ids, a dozen months. A box holds twenty contacts as it holds one; what is in these opens to nobody.
"""

import contextlib
import sqlite3
import time

AGENCIES = 500
ACCOUNTS = 40
SHEETS = 500
CONTACTS_EACH = 20
CONTACTS = AGENCIES * SHEETS * CONTACTS_EACH

# What differs between the engines: a random id, a series of numbers.
SQLITE = {
    "id": "randomblob(16)", "box": "randomblob(4157)", "text_id": "lower(hex(randomblob(13)))",
    "series": "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) SELECT i FROM n)",
    "month": "printf('2026-%02d', {} % 12 + 1)",
}
POSTGRESQL = {
    "id": "uuid_send(gen_random_uuid())",
    "box": "decode(repeat(md5(gen_random_uuid()::text), 259) || repeat('00', 13), 'hex')", "text_id": "substr(md5(gen_random_uuid()::text), 1, 26)",
    "series": "(SELECT i FROM generate_series(1, {}) AS s(i))",
    "month": "('2026-' || lpad(({} % 12 + 1)::text, 2, '0'))",
}


def statements(engine):
    series, month = engine["series"].format, engine["month"].format
    agency = "('state-' || {0})".format
    yield f"""
        INSERT INTO agency (id, slug, name, time_zone, pack)
        SELECT {agency('i')}, {agency('i')}, 'Agency ' || i, 'America/Los_Angeles', (SELECT min(hash) FROM pack)
        FROM {series(AGENCIES - 1)} AS a"""
    yield f"""
        INSERT INTO account (id, agency, login, name)
        SELECT {agency('a.i')} || '-' || b.i, {agency('a.i')}, 'supporter-' || b.i, 'Supporter ' || b.i
        FROM {series(AGENCIES - 1)} AS a CROSS JOIN {series(ACCOUNTS)} AS b"""
    yield f"""
        INSERT INTO holding (id, agency, account, role, starts_on)
        SELECT {engine['text_id']}, agency, id, 'supporter', '2025-01-01' FROM account WHERE agency LIKE 'state-%'"""
    yield f"""
        INSERT INTO filing (agency, account, month, filed_on, minutes, is_late, pack)
        SELECT account.agency, account.id, {month('m.i')}, '2026-12-01', 0, 0, (SELECT min(hash) FROM pack)
        FROM account CROSS JOIN {series(12)} AS m WHERE account.agency LIKE 'state-%'"""
    yield f"""
        INSERT INTO sheet (id, agency, month, pack, sealed, locked_hour)
        SELECT {engine['id']}, {agency('a.i')}, {month('s.i')}, (SELECT min(hash) FROM pack), {engine['box']}, 9999999999
        FROM {series(AGENCIES - 1)} AS a CROSS JOIN {series(SHEETS * AGENCIES // (AGENCIES - 1) + 1)} AS s"""


def fill_sqlite(path):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        _fill(SQLITE, database.execute)
        database.execute("PRAGMA optimize")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _tell(database.execute("SELECT count(*) FROM sheet").fetchone()[0] * CONTACTS_EACH)


def fill_postgresql(server, database):
    _fill(POSTGRESQL, lambda statement: server.psql(database, statement + ";"))
    server.psql(database, "VACUUM ANALYZE;")
    _tell(int(server.psql(database, "SELECT count(*) FROM sheet;")) * CONTACTS_EACH)


def _fill(engine, execute):
    began = time.monotonic()
    for statement in statements(engine):
        execute(statement)
    print(f"  filled in {time.monotonic() - began:.0f} s", flush=True)


def _tell(contacts):
    if contacts < CONTACTS:
        raise SystemExit(f"Only {contacts:,} contacts were made.")
    print(f"  {contacts:,} contacts")

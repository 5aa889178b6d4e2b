"""Fills every table of a PostgreSQL database with rows, so that the planner has something to be afraid of.

The rows mean nothing: what refers to something refers to one of the same agency, days are spread over years, and the rest is
counted through. Rules that would need meaning are dropped first; indexes, which are what matters here, stay.
"""

AGENCIES = 40
ROWS = 12_000
#: Columns that hold an account.
ACCOUNTS = ("account", "to_account", "supporter", "named_by", "begun_by", "raised_by", "giver", "taker")

_DROP_RULES = """
DO $$ DECLARE rule RECORD; BEGIN
    FOR rule IN SELECT conname, conrelid::regclass AS owner FROM pg_constraint
        WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.owner, rule.conname); END LOOP;
END $$;
"""

_COLUMNS = """
SELECT c.table_name, c.column_name, c.data_type, c.is_nullable,
    EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a
            ON a.attrelid = i.indrelid AND a.attnum = i.indkey[i.indnkeyatts - 1]
        WHERE i.indrelid = c.table_name::regclass AND i.indisunique AND a.attname = c.column_name)
FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name <> 'schema_migration'
ORDER BY c.table_name, c.ordinal_position
"""


def fill(server, database):
    server.psql(database, _DROP_RULES)
    tables = {}
    for line in server.psql(database, _COLUMNS).splitlines():
        table, column, kind, nullable, is_key = line.split("\t")
        tables.setdefault(table, []).append((column, kind, nullable == "YES", is_key == "t"))
    # An index tells nothing of what a column refers to; the name does.
    words = ["SET synchronous_commit = off;"]
    for table, columns in tables.items():
        rows = AGENCIES if table == "agency" else ROWS
        values = ", ".join(_value(table, place, *column) for place, column in enumerate(columns))
        names = ", ".join(f'"{column[0]}"' for column in columns)
        words.append(f'DELETE FROM "{table}";')
        words.append(
            f'INSERT INTO "{table}" ({names}) SELECT {values} FROM generate_series(1, {rows}) AS n ON CONFLICT DO NOTHING;')
    server.psql(database, "\n".join(words) + "\nANALYZE;")


def _value(table, place, column, kind, nullable, is_key):
    """A column's value in row `n`; rows of one agency are `AGENCIES` apart."""
    owner = f"(n % {AGENCIES})"
    if column == "agency":
        return f"'agency' || {owner}"
    if table == "agency" and column == "id":
        return f"'agency' || {owner}"
    # The last column of what is unique tells the rows apart, unless it is somebody's own.
    if is_key and column not in ACCOUNTS:
        value = {"text": f"'{table}' || n", "bytea": "sha256(convert_to(n::text, 'UTF8'))"}.get(kind, "n")
    elif kind == "bigint":
        value = "n % 2" if column.startswith("is_") else "n" if column.endswith("_at") or column == "number" else "n / 40 % 50"
    elif kind == "bytea":
        value = "sha256(convert_to((n / 20)::text, 'UTF8'))"
    elif column.endswith("_on") or column in ("day", "until", "first_day", "last_day"):
        value = f"to_char(date '2020-01-01' + (n / {AGENCIES} * 7 % 2000), 'YYYY-MM-DD')"
    elif column in ("month", "counted_in", "period"):
        value = f"to_char(date '2020-01-01' + (n / {AGENCIES} * 31 % 2000), 'YYYY-MM')"
    elif column in ("role", "to_role", "kind", "state", "list", "figure", "act", "word", "answer", "exception"):
        value = f"'{column}' || (n / {AGENCIES} % 7)"
    elif column in ACCOUNTS:
        # Each agency's accounts have one row of these in eight.
        value = f"'account' || ({owner} + {AGENCIES} * (n / {AGENCIES} * 13 % {ROWS // AGENCIES // 8}))"
    else:
        # Ten rows belong to one thing of the same agency.
        value = f"'{column}' || ({owner} + {AGENCIES} * (n / {AGENCIES} / 10))"
    return f"CASE WHEN (n / {AGENCIES}) % 3 = 0 THEN {value} END" if nullable else value

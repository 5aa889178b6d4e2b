"""What stands in a database, table by table, as anybody sees it who has the database."""

import contextlib
import json
import sqlite3


class SQLiteRows:
    def __init__(self, path):
        self.path = path

    def of(self, table):
        """The table's rows as dictionaries."""
        return [dict(row) for row in self._ask(f"SELECT * FROM {table}")]

    def tables(self):
        return [row["name"] for row in self._ask("SELECT name FROM sqlite_schema WHERE type = 'table'")]

    def _ask(self, sql):
        with contextlib.closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            return database.execute(sql).fetchall()

    def change(self, sql):
        with contextlib.closing(sqlite3.connect(self.path)) as database, database:
            database.execute(sql)

    @staticmethod
    def zeros(size):
        """So many bytes of nothing, as a statement says them."""
        return f"zeroblob({size})"

    def back_up(self, file):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            database.execute("VACUUM INTO ?", (str(file),))


class PostgreSQLRows:
    def __init__(self, server, database):
        self.server, self.database = server, database

    def of(self, table):
        lines = self._ask(f"SELECT row_to_json(t) FROM {table} AS t;").splitlines()
        return [{name: self._value(value) for name, value in json.loads(line).items()} for line in lines]

    def tables(self):
        return self._ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public';").split()

    def _ask(self, sql):
        return self.server.psql(self.database, sql)

    def change(self, sql):
        self._ask(f"{sql};")

    @staticmethod
    def zeros(size):
        return f"decode(repeat('00', {size}), 'hex')"

    def back_up(self, file):
        self.server.dump(self.database, file)

    @staticmethod
    def _value(value):
        """Bytes come as text in hexadecimal digits behind a mark."""
        return bytes.fromhex(value[2:]) if isinstance(value, str) and value.startswith("\\x") else value

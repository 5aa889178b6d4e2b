"""Somebody has copies of the database of every hour: no draft, no filing and no count is anybody's, and nothing tells when it was written."""

import datetime
import pathlib
import tempfile
import time
import unittest

from Harness.asking import done
from Harness.installation import Installation
from Harness.interface import Client, sign_in
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows

TEAM = ["supporter-a", "supporter-b", "supporter-c"]
# Minutes that nothing else in the database is, by which an entry, or a sum of entries, would be known again.
MINUTES = [1037, 1033]
# One form bears its supporter's name, the other none.
AGENCIES = {
    "orange-county-probation": {
        "day": "{month}-05", "sex": "female", "old-or-new": "new", "approach": "approach", "issues": ["anxiety"]},
    "kern-sheriff": {"for-whom": "employee", "led-to": "personal", "duty": "off-duty"},
}
# Where what was written in a sheet goes.
SUPPORT = ["sheet", "tally", "hours_box"]


class HourlyCopies(unittest.TestCase):
    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-hourly-")))
        self.month = (datetime.date.today().replace(day=1) - datetime.timedelta(days=1)).isoformat()[:7]

    def test_sqlite(self):
        installation = Installation(self.ground / "data")
        self.hours(installation, SQLiteRows(installation.sqlite))

    def test_postgresql(self):
        with PostgreSQL() as server:
            installation = Installation(self.ground / "data", server.create("hourly"))
            self.hours(installation, PostgreSQLRows(server, "hourly"))

    def hours(self, installation, rows):
        with installation.server() as server:
            for agency in AGENCIES:
                codes = installation.found(agency, {login: "supporter" for login in TEAM})
                installation.enrol(server, agency, codes)
                for login in TEAM:
                    self.counts(server, agency, login, 45)
            copies = [self.copy(rows)]
            self.an_hour_passes(server, rows)
            for agency in AGENCIES:
                for minutes in MINUTES:
                    self.counts(server, agency, TEAM[0], minutes)
            copies.append(self.copy(rows))
            self.an_hour_passes(server, rows)
            for agency in AGENCIES:
                self.files(server, agency, TEAM[0])
            copies.append(self.copy(rows))
            self.an_hour_passes(server, rows)
            copies.append(self.copy(rows))
            for agency in AGENCIES:
                self.reads_on(server, agency)
        self.no_number_stands_anywhere(copies)
        self.every_box_is_another(copies)
        self.nothing_of_support_stands_beside_its_supporter(copies[-1])

    def counts(self, server, agency, login, minutes):
        asked = {"kind": "contact", "minutes": minutes} | AGENCIES[agency]
        if "day" in asked:
            asked["day"] = asked["day"].format(month=self.month)
        with self.client(server, agency, login) as client:
            done(client.call("POST", self.address("contacts"), asked))

    def files(self, server, agency, login):
        with self.client(server, agency, login) as client:
            done(client.call("POST", self.address("submission")))

    def reads_on(self, server, agency):
        """Whoever wrote it reads what is theirs: an entry of a draft, and the sum of what they filed."""
        with self.client(server, agency, TEAM[1]) as client:
            self.assertEqual(len(done(client.call("GET", self.address()))["contacts"]), 1)
        with self.client(server, agency, TEAM[0]) as client:
            self.assertEqual(done(client.call("GET", self.address()))["minutes"], 45 + sum(MINUTES))

    def address(self, *more):
        return "/".join(["/api/v1/sheets", self.month, *more])

    @staticmethod
    def client(server, agency, login):
        return Client(server.port, sign_in(server.port, agency, login))

    @staticmethod
    def copy(rows):
        return {table: rows.of(table) for table in rows.tables() if not table.startswith("sqlite_")}

    @staticmethod
    def an_hour_passes(server, rows):
        """The server does by itself what it does every hour."""
        server.stop()
        rows.change("UPDATE sheet SET locked_hour = locked_hour - 1")
        rows.change("UPDATE response_count SET locked_in = locked_in - 2")
        before = [row["locked_hour"] for row in rows.of("sheet")]
        locked = [row["locked_in"] for row in rows.of("response_count")]
        server.start()
        until = time.monotonic() + 60
        while (any(row["locked_hour"] in before for row in rows.of("sheet"))
               or any(row["locked_in"] in locked for row in rows.of("response_count"))
               or len(rows.of("response_count")) < len(AGENCIES)):
            if time.monotonic() > until:
                raise AssertionError("The boxes were not locked anew.")
            time.sleep(0.2)

    def no_number_stands_anywhere(self, copies):
        telling = {*MINUTES, sum(MINUTES), 45 + sum(MINUTES)}
        for copy in copies:
            for table, rows in copy.items():
                for row in rows:
                    self.assertFalse(telling.intersection(map(self.number, row.values())), f"{table}: {row}")

    @staticmethod
    def number(value):
        return value if isinstance(value, int) else int(value) if isinstance(value, str) and value.isdecimal() else None

    def every_box_is_another(self, copies):
        """None comes, goes or changes its size, and from one hour to the next all are other bytes: of whoever wrote or filed as of all."""
        boxes = [{bytes(row["id"]): bytes(row["sealed"]) for row in copy["sheet"]} for copy in copies]
        for before, after in zip(boxes, boxes[1:]):
            self.assertEqual(len(before), len(TEAM) * len(AGENCIES))
            self.assertEqual(before.keys(), after.keys())
            for id, sealed in before.items():
                self.assertNotEqual(sealed, after[id])
                self.assertEqual(len(sealed), len(after[id]))
        self.assertEqual(len({len(sealed) for each in boxes for sealed in each.values()}), 1)
        # So is the box of how soon people were answered, though nobody was.
        answers = [{row["agency"]: bytes(row["sealed"]) for row in copy["response_count"]} for copy in copies[1:]]
        for before, after in zip(answers, answers[1:]):
            self.assertEqual(len(before), len(AGENCIES))
            for agency, sealed in before.items():
                self.assertNotEqual(sealed, after[agency])
                self.assertEqual(len(sealed), len(after[agency]))

    def nothing_of_support_stands_beside_its_supporter(self, copy):
        accounts = {row["id"] for row in copy["account"]}
        open_to_all = {row["id"] for row in copy["agency"]} | {row["hash"] for row in copy["pack"]}
        support = {value for table in SUPPORT for row in copy[table] for value in self.telling(row)} - open_to_all
        for table, rows in copy.items():
            if table in SUPPORT:
                continue
            for row in rows:
                if accounts.intersection(value for value in row.values() if isinstance(value, str)):
                    self.assertFalse(support.intersection(self.telling(row)), f"{table}: {row}")

    @staticmethod
    def telling(row):
        """Texts and bytes long enough to be an id of somebody or something, or to hold something."""
        return {bytes(value) if isinstance(value, (bytes, memoryview)) else value
                for value in row.values() if isinstance(value, (str, bytes)) and len(value) >= 8}


if __name__ == "__main__":
    unittest.main()

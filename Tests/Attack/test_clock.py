"""A server whose machine's clock slips a day and back, and one that starts with a wrong clock: nobody waits that day, and it is told."""

import pathlib
import tempfile
import time
import unittest

from Harness.asking import ask
from Harness.installation import Installation
from Harness.interface import Client, sign_in
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows
from Harness.wrong_clock import WrongClock

AGENCY = "sacramento-probation"
# A stage of asking around waits no longer, in seconds.
LONGEST_STAGE = 3600


class Clock(unittest.TestCase):
    def test_sqlite(self):
        with tempfile.TemporaryDirectory(prefix="peersupport-clock-") as ground:
            installation = Installation(pathlib.Path(ground) / "data")
            self.everything(installation, SQLiteRows(installation.sqlite), WrongClock(ground))

    def test_postgresql(self):
        with tempfile.TemporaryDirectory(prefix="peersupport-clock-") as ground, PostgreSQL() as server:
            installation = Installation(pathlib.Path(ground) / "data", server.create("clock"))
            self.everything(installation, PostgreSQLRows(server, "clock"), WrongClock(ground))

    def everything(self, installation, rows, clock):
        codes = installation.found(AGENCY, {"a-supporter": "supporter"})
        with installation.server(through=clock.through, **clock.environment) as server, Client(server.port) as visitor:
            installation.enrol(server, AGENCY, codes)
            self.wait_for(lambda: self.health(visitor)["workers"] == "well")
            self.slips_and_comes_back(installation, server, visitor, rows, clock)
        # A day ahead at a start, as with a battery that is empty: the workers hold still, and it is set right.
        clock.slip("+1d")
        with installation.server(through=clock.through, **clock.environment) as server, Client(server.port) as visitor:
            self.wait_for(lambda: self.health(visitor)["clock"] == "unwell")
            stages = self.stages(rows)
            time.sleep(5)
            self.assertEqual(self.stages(rows), stages, "nothing went on by a clock that nobody can trust")
            clock.slip("+0")
            self.wait_for(lambda: self.health(visitor)["clock"] == "well")
            ask(visitor, AGENCY)
            self.all_are_due_in_time(rows)

    def slips_and_comes_back(self, installation, server, visitor, rows, clock):
        ask(visitor, AGENCY)
        self.assertEqual(self.health(visitor)["clock"], "well")
        for by in ("+1d", "-1d"):
            stages = self.stages(rows)
            clock.slip(by)
            self.wait_for(lambda: self.health(visitor)["failing"].get("clock") == ["watchClock"])
            self.assertIn("clock", installation.run("health", check=False).stdout)
            # People are not refused, and what they do is due in its time.
            ask(visitor, AGENCY)
            sign_in(server.port, AGENCY, "a-supporter")
            self.all_are_due_in_time(rows)
            self.assertTrue(stages.items() <= self.stages(rows).items(), "a jump moves no request on")
            clock.slip("+0")
            self.wait_for(lambda: self.health(visitor)["clock"] == "well" and not self.health(visitor)["failing"])
            self.all_are_due_in_time(rows)
        self.assertEqual(server.said().count("step=watchClock"), 4, "each slip is said once, and its end")

    def health(self, visitor):
        return visitor.call("GET", "/health")[1]

    def stages(self, rows):
        return {row["id"]: row["stage"] for row in rows.of("request")}

    def all_are_due_in_time(self, rows):
        now = time.time() * 1000
        for row in rows.of("request"):
            self.assertLess(abs(row["due_at"] - now), LONGEST_STAGE * 1000)

    def wait_for(self, holds, within=60):
        end = time.monotonic() + within
        while not holds():
            self.assertLess(time.monotonic(), end, "it does not come to hold")
            time.sleep(0.2)


if __name__ == "__main__":
    unittest.main()

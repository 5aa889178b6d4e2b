"""A database that hangs, breaks down, hands over to its standby, or has no room: every question is answered, what was typed comes
back, nothing acknowledged is lost, and once it is well again nobody has to do anything."""

import os
import pathlib
import re
import resource
import shutil
import tempfile
import time
import unittest
import urllib.parse

from Harness.asking import Seeker, ask
from Harness.installation import Installation
from Harness.interface import Client
from Harness.postgresql import PostgreSQL, Standby

AGENCY = "sacramento-probation"
ASK = {"way": "message", "urgency": "today", "time": "anyTime", "advisementRead": "yes"}
# The server promises two seconds for the one and eight for the other; a busy machine has its own part in it.
HEALTH_WITHIN, PAGE_WITHIN = 8, 16


def until(true, within=60):
    end = time.monotonic() + within
    while not (found := true()):
        if time.monotonic() > end:
            raise AssertionError(f"It did not come true within {within} seconds.")
        time.sleep(0.1)
    return found


class Hangs(unittest.TestCase):
    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-hangs-")))
        self.receipts = {}

    def installation(self, database=None):
        installation = Installation(self.ground / "installation", database)
        self.codes = installation.found(AGENCY, {"supporter": "supporter"})
        return installation

    def served(self, installation):
        server = self.enterContext(installation.server())
        visitor = self.enterContext(Client(server.port))
        until(lambda: self.health(visitor)[0] == 200)
        # Without somebody who could open it no request is taken.
        installation.enrol(server, AGENCY, self.codes)
        self.asks(visitor)
        return server, visitor

    def asks(self, visitor):
        words = f"words number {len(self.receipts)} end"
        self.receipts[ask(visitor, AGENCY, words=words)] = words

    def health(self, visitor):
        began = time.monotonic()
        answer = visitor.call("GET", "/health")
        self.assertLess(time.monotonic() - began, HEALTH_WITHIN)
        return answer

    def page_is_put_off(self, visitor):
        """It is answered in time, by 503 with a time to come back."""
        began = time.monotonic()
        status, headers, _ = visitor.exchange("GET", f"/agencies/{AGENCY}")
        self.assertLess(time.monotonic() - began, PAGE_WITHIN)
        self.assertEqual((status, headers["Retry-After"]), (503, "5"))

    def words_come_back(self, visitor):
        """A form is answered as well, and shows what was typed."""
        form = urllib.parse.urlencode(ASK | {"words": "a letter of some length"})
        began = time.monotonic()
        status, headers, page = visitor.exchange(
            "POST", f"/agencies/{AGENCY}/ask", form, "application/x-www-form-urlencoded")
        self.assertLess(time.monotonic() - began, PAGE_WITHIN)
        self.assertEqual((status, headers["Retry-After"]), (503, "5"))
        self.assertIn(">\na letter of some length</textarea>", page.decode())

    def is_well_again(self, server, visitor):
        """By itself: the same process serves, and all that was acknowledged is there."""
        until(lambda: self.health(visitor)[0] == 200)
        self.asks(visitor)
        self.assertIsNone(server.process.poll())
        self.all_is_there(server.port)

    def all_is_there(self, port):
        for receipt, words in self.receipts.items():
            with Seeker(port, AGENCY, receipt) as seeker:
                self.assertIn(words, seeker.page())

    def test_one_that_stands_still(self):
        with PostgreSQL() as postgresql:
            server, visitor = self.served(self.installation(postgresql.create("hangs")))
            with postgresql.standing_still():
                status, health = self.health(visitor)
                self.assertEqual((status, health["database"]), (503, "unwell"))
                self.page_is_put_off(visitor)
                self.words_come_back(visitor)
                self.assertEqual(self.health(visitor)[1]["database"], "unwell")
            self.is_well_again(server, visitor)
            server.stop()

    def test_one_that_breaks_down_and_starts_anew(self):
        with PostgreSQL() as postgresql:
            server, visitor = self.served(self.installation(postgresql.create("hangs")))
            postgresql.break_down()
            self.assertEqual(self.health(visitor)[1]["database"], "unwell")
            self.words_come_back(visitor)
            postgresql.start()
            self.is_well_again(server, visitor)
            server.stop()

    def test_one_whose_standby_takes_over(self):
        with PostgreSQL() as postgresql:
            postgresql.create("hangs")
            with Standby(postgresql) as standby:
                both = f"postgresql:///hangs?host={standby.folder},{postgresql.folder}&user=app"
                server, visitor = self.served(self.installation(both))
                standby.catch_up()
                postgresql.break_down()
                self.words_come_back(visitor)
                standby.take_over()
                self.is_well_again(server, visitor)
                server.stop()

    def test_a_file_that_may_not_grow(self):
        """As a full disk is to the engine, for one process alone and without anybody's leave."""
        installation = self.installation()
        server, visitor = self.served(installation)
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
        self.assertEqual(self.one_more(visitor), 503)
        self.words_come_back(visitor)
        # What it tried within the last two seconds it does not try again.
        status, health = until(lambda: (answer := self.health(visitor))[0] != 200 and answer)
        self.assertEqual((status, health["database"], health["writing"]), (503, "well", "unwell"))
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.is_well_again(server, visitor)

    def one_more(self, visitor):
        """Asks; gives the status where it was refused."""
        try:
            self.asks(visitor)
        except AssertionError as refused:
            return int(re.match(r"\d+", str(refused))[0])
        return None

    def test_a_log_that_is_taken_away(self):
        installation = self.installation()
        server, visitor = self.served(installation)
        os.remove(f"{installation.sqlite}-wal")
        until(lambda: self.one_more(visitor))
        status, health = self.health(visitor)
        self.assertEqual((status, health["integrity"], health["failing"]["integrity"]), (503, "unwell", ["lostLog"]))
        self.words_come_back(visitor)
        server.kill()
        server.start()
        self.all_is_there(server.port)

    def test_an_older_database_in_its_place(self):
        installation = self.installation()
        server, visitor = self.served(installation)
        server.stop()
        shutil.copy(installation.sqlite, self.ground / "older")
        server.start()
        mark = installation.folder / "last-write"
        before = mark.read_text()
        until(lambda: mark.exists() and mark.read_text() != before)
        server.stop()
        shutil.copy(self.ground / "older", installation.sqlite)
        refused = installation.run("serve", "--port", "0", check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(str(mark), refused.stderr)
        # Whoever means it says so, by moving what knows better away.
        mark.rename(self.ground / "last-write")
        server.start()


if __name__ == "__main__":
    unittest.main()

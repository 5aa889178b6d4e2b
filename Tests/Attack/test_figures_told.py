"""Two years of each programme, taken over from paper and published by a running server: whatever every role gets of them, as JSON, as a
file and as pages, is what the synthetic years under attack have, and betrays nobody (docs/decisions/statistics-suppression.md)."""

import csv
import datetime
import io
import json
import os
import pathlib
import random
import tempfile
import threading
import time
import unittest

from Attack.figures import trial
from Attack.figures.outcome import attacked
from Attack.figures.served import PACKS, Agency, amounts, as_told, cells, rows, sums_of_runs
from Harness.installation import Installation
from Harness.interface import Gone, NotThere
from Harness.postgresql import PostgreSQL

SEED = 20261130


class Told(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        ground = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-figures-"))
        cls.installation = Installation(pathlib.Path(ground) / "data")
        cls.server = cls.enterClassContext(cls.installation.server())

    def test_nothing_that_anybody_gets_betrays_somebody(self):
        # The years before this one, so that all of it is over and none is too old to be taken over.
        january = f"{datetime.date.today().year - 2}-01"
        packs = sorted(file.stem for file in PACKS.glob("*.yaml"))
        self.assertEqual(len(packs), 5)
        for number, pack in enumerate(packs):
            with self.subTest(pack=pack):
                self.programme(Agency(pack).founded(self.installation, self.server), trial.made(
                    number, SEED, most=900, pack=pack, on_paper=january))

    def programme(self, agency, programme):
        agency.take_over(programme.sheets)
        for publication in programme.publications:
            agency.publish(publication["release"], publication["period"])
        published = []
        for publication in programme.publications:
            release, period = publication["release"], publication["period"]
            told = agency.told(release, period)
            self.assertEqual(set(told), agency.readers(release), f"{release} {period}")
            self.assertEqual(len({repr(content) for content in told.values()}), 1, "everybody gets the same")
            published.append(next(iter(told.values())))
        self.assertEqual(rows(published), rows(programme.publications))
        self.files_have_the_same(agency, published)
        self.pages_have_no_more(agency, published)
        outcome = attacked(as_told(programme, published), compared=False, argus=None)
        self.assertEqual(outcome.broken, [])
        self.assertEqual(outcome.ours.undecided + outcome.rests.undecided, 0)
        self.assertGreater(outcome.ours.cells, 100)
        self.assertGreater(outcome.share("ours", "as told"), 0.1)

    def files_have_the_same(self, agency, published):
        for publication in published:
            place = f"/figures/{publication['release']}/{publication['period']}/table.csv"
            for role in agency.roles:
                status, file = agency.get(role, place)
                self.assertEqual(status == 200, role in agency.readers(publication["release"]), f"{place} for {role}")
                if status == 200:
                    numbers = {
                        int(field) for line in csv.reader(io.StringIO(file)) for field in line[3:] if field.isdigit()}
                    self.assertEqual(numbers, amounts(publication), place)

    def pages_have_no_more(self, agency, published):
        """Beside its own figures a page sets those of earlier times, and sums of what was told of them."""
        known = set().union(*(amounts(publication) for publication in published)) | sums_of_runs(published)
        for publication in published:
            readers = agency.readers(publication["release"])
            place = f"/figures/{publication['release']}/{publication['period']}"
            for role in agency.roles:
                for page in (place, f"{place}/print"):
                    self.assertEqual(agency.get(role, page)[0] == 200, role in readers, f"{page} for {role}")
            shown = {role: cells(agency.get(role, place)[1]) for role in readers}
            for role, numbers in shown.items():
                self.assertLessEqual(amounts(publication), numbers, "what is read off the page is what stands there")
                self.assertLessEqual(numbers, known, f"{place} for {role}")


class Killed(unittest.TestCase):
    """A power cut while figures are proven or frozen: each period is published wholly and once, or can be published still."""

    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-figures-")))

    def test_sqlite(self):
        self.kill_amid_publishing(Installation(self.ground / "data"))

    def test_postgresql(self):
        with PostgreSQL() as server:
            self.kill_amid_publishing(Installation(self.ground / "data", server.create("figures")))

    def kill_amid_publishing(self, installation):
        seed = int(os.environ.get("PEERSUPPORT_SEED", random.randrange(10**6)))
        dice = random.Random(seed)
        programme = trial.made(
            0, SEED, most=900, pack="orange-county-probation", on_paper=f"{datetime.date.today().year - 2}-01")
        with installation.server() as server, self.subTest(seed=seed):
            agency = Agency("orange-county-probation").founded(installation, server)
            agency.take_over(programme.sheets)
            took = 0.2
            for publication in programme.publications:
                release, period = publication["release"], publication["period"]
                acknowledged = None
                if dice.random() < 0.5:
                    acknowledged = self.killed_amid(server, dice.uniform(0, took), lambda: agency.publish(release, period))
                    server.start()
                is_there = bool(agency.told(release, period))
                if acknowledged:
                    self.assertTrue(is_there, f"{release} {period} was acknowledged")
                if not is_there:
                    began = time.monotonic()
                    agency.publish(release, period)
                    took = time.monotonic() - began
            published = [
                next(iter(agency.told(publication["release"], publication["period"]).values()))
                for publication in programme.publications]
            self.assertEqual(rows(published), rows(programme.publications))
        self.assertEqual([chain["broken"] for chain in installation.audit()], [None])
        lines = installation.run("audit", "export", agency.name).stdout.splitlines()
        acts = [json.loads(line)["act"] for line in lines]
        self.assertEqual(acts.count("summary.published"), len(published))

    def killed_amid(self, server, after, act):
        """Whether it was acknowledged."""
        kill = threading.Timer(after, server.kill)
        kill.start()
        try:
            act()
        except (Gone, NotThere):
            return False
        else:
            return True
        finally:
            kill.join()


if __name__ == "__main__":
    unittest.main()

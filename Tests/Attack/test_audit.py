"""Somebody who can write in the database changes the past. `audit verify` finds it, and so does docs/audit-verify.py."""

import contextlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from Harness.asking import Supporter, ask
from Harness.installation import Installation
from Harness.interface import Client, sign_in
from Harness.server import ROOT

AGENCY = "kern-sheriff"


class AuditChain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ground = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-audit-")))
        cls.original = Installation(cls.ground / "original")
        cls.original.found(AGENCY, {f"supporter-{number}": "supporter" for number in range(6)})
        # The server writes the day's checkpoint when it starts; the operator keeps it elsewhere.
        with cls.original.server():
            end = cls.original.folder / "checkpoints"
            while not list(end.glob("*.json")):
                pass
        cls.kept = cls.ground / "kept"
        shutil.copytree(cls.original.folder / "checkpoints", cls.kept)

    def setUp(self):
        folder = self.ground / self._testMethodName
        shutil.copytree(self.original.folder, folder)
        self.installation = Installation(folder)

    def change(self, *statements):
        with contextlib.closing(sqlite3.connect(self.installation.sqlite)) as database:
            for statement in statements:
                changed = database.execute(statement).rowcount
                self.assertGreater(changed, 0, statement)
            database.commit()

    def finding(self, *options):
        found = self.installation.audit(*options)
        self.assertEqual([agency["agency"] for agency in found], [AGENCY])
        return found[0]

    def found_by_python(self):
        """What the page-long verifier in docs says of the exported chain."""
        export = self.installation.run("audit", "export", AGENCY, check=False)
        if export.returncode != 0:
            return export.stderr
        file = self.ground / f"{self._testMethodName}.jsonl"
        file.write_text(export.stdout, encoding="utf-8")
        checkpoint = next(self.kept.glob("*.json"))
        key = self.original.run("audit", "key").stdout.strip()
        done = subprocess.run(
            [sys.executable, ROOT / "docs/audit-verify.py", file, checkpoint, key], capture_output=True, text=True)
        return "whole" if done.returncode == 0 else done.stderr

    def assertFound(self, *words):
        broken = self.finding("--checkpoints", self.kept)["broken"]
        self.assertIsNotNone(broken)
        for word in words:
            self.assertIn(word, broken)
        done = self.installation.run("audit", "verify", "--checkpoints", self.kept, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("BROKEN", done.stdout)
        self.assertNotEqual(self.found_by_python(), "whole")

    def test_untouched(self):
        finding = self.finding("--checkpoints", self.kept)
        self.assertIsNone(finding["broken"])
        self.assertTrue(finding["againstCheckpoint"])
        self.assertGreaterEqual(finding["entries"], 13)
        self.assertEqual(self.found_by_python(), "whole")
        self.assertEqual(self.installation.run("audit", "verify", check=False).returncode, 0)

    def test_edited(self):
        self.change("UPDATE audit_entry SET actor = 'operator', act = 'role.ended' WHERE number = 5")
        self.assertFound("5")

    def test_an_act_at_another_time(self):
        self.change("UPDATE audit_entry SET at = at + 60000 WHERE number = 7")
        self.assertFound("7")

    def test_deleted(self):
        self.change("DELETE FROM audit_salt WHERE number = 8", "DELETE FROM audit_entry WHERE number = 8")
        self.assertFound("8")

    def test_deleted_and_numbered_anew(self):
        # Through numbers far away: the table lets no two entries have one number.
        self.change(
            "DELETE FROM audit_salt", "DELETE FROM audit_entry WHERE number = 6",
            "UPDATE audit_entry SET number = number + 1000 WHERE number > 6",
            "UPDATE audit_entry SET number = number - 1001 WHERE number > 1000")
        self.assertFound("6")

    def test_reordered(self):
        self.change(
            "UPDATE audit_entry SET number = 1000 WHERE number = 4",
            "UPDATE audit_entry SET number = 4 WHERE number = 5",
            "UPDATE audit_entry SET number = 5 WHERE number = 1000")
        self.assertFound("4")

    def test_truncated(self):
        self.change("DELETE FROM audit_salt WHERE number > 9", "DELETE FROM audit_entry WHERE number > 9")
        # The chain alone cannot show it; the checkpoint kept elsewhere does.
        self.assertIsNone(self.finding()["broken"])
        self.assertFound("9")

    def test_emptied(self):
        self.change("DELETE FROM audit_salt", "DELETE FROM audit_entry")
        self.assertFound()

    def test_a_forged_checkpoint(self):
        forged = self.ground / "forged"
        shutil.copytree(self.kept, forged)
        file = next(forged.glob("*.json"))
        text = file.read_text(encoding="utf-8")
        place = text.index('"signature":"') + len('"signature":"')
        file.write_text(text[:place] + ("0" if text[place] != "0" else "1") + text[place + 1:], encoding="utf-8")
        self.assertIsNotNone(self.finding("--checkpoints", forged)["broken"])


class AccountsOfTheChain(unittest.TestCase):
    """Rows of an account and a role, carried over from another installation: three lines of SQL."""

    TEAM = {"supporter-a": "supporter", "supporter-b": "supporter"}

    def test_a_silent_reader(self):
        ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-vouching-")))
        home, elsewhere = Installation(ground / "home"), Installation(ground / "elsewhere")
        for installation, team in ((home, self.TEAM), (elsewhere, {"mallory": "supporter"})):
            codes = installation.found("sacramento-probation", team)
            with installation.server() as server:
                installation.enrol(server, "sacramento-probation", codes)
        self.assertEqual(home.audit()[0]["differences"], [])
        with contextlib.closing(sqlite3.connect(home.sqlite)) as database:
            database.execute("ATTACH ? AS other", (str(elsewhere.sqlite),))
            agency, = database.execute("SELECT id FROM main.agency").fetchone()
            for table in ("person", "account", "holding"):
                columns = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})")]
                chosen = ", ".join("?" if column == "agency" else column for column in columns)
                database.execute(f"INSERT INTO main.{table} SELECT {chosen} FROM other.{table}", (agency,))
            database.commit()
        with home.server() as server, Client(server.port) as visitor:
            ask(visitor, "sacramento-probation", words="For nobody else.")
            for login, offers in {"supporter-a": 1, "supporter-b": 1, "mallory": 0}.items():
                with Supporter(server.port, sign_in(server.port, "sacramento-probation", login)) as supporter:
                    self.assertEqual(len(supporter.offers()), offers, login)
            self.is_seen(visitor)
        done = home.run("audit", "verify", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("DIFFERS: mallory: the chain vouches for no such account.", done.stdout)
        self.assertIn("whole", done.stdout)
        # The operator looks, and would have to say that it is right.
        home.run("audit", "accept", "--agency", "sacramento-probation", "mallory")
        self.assertEqual(home.audit()[0]["differences"], [])
        self.assertIn("account.accepted", home.run("audit", "export", "sacramento-probation").stdout)

    def is_seen(self, visitor):
        """Housekeeping begins with the server, and says within its round what differs; nobody is named."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            status, health = visitor.call("GET", "/health")
            if "compareAccounts" in health["failing"].get("housekeeping", []):
                self.assertEqual(status, 503)
                self.assertNotIn("mallory", json.dumps(health))
                return
            time.sleep(0.2)
        self.fail(f"Nobody saw it: {health}")


if __name__ == "__main__":
    unittest.main()

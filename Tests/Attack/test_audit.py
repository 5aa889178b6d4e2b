"""Somebody who can write in the database changes the past. `audit verify` finds it, and so does docs/audit-verify.py."""

import contextlib
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from Harness.installation import Installation
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
        self.change("DELETE FROM audit_salt WHERE number = 6", "DELETE FROM audit_entry WHERE number = 6")
        self.assertFound("6")

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


if __name__ == "__main__":
    unittest.main()

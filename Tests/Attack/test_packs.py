"""Policy packs that are wrong, as their authors hand them to `pack check`."""

import json
import os
import pathlib
import pty
import subprocess
import tempfile
import unittest

from Harness.server import ROOT, program, run

BUNDLED = ["iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation"]
PACKS = ROOT / "Sources/PolicyPacks/Packs"


class PackCheck(unittest.TestCase):
    def check(self, *packs, **options):
        return run("pack", "check", *packs, check=False, **options)

    def broken(self, *changes):
        """A pack that comes with the product, with some of its text changed."""
        text = (PACKS / "kern-sheriff.yaml").read_text(encoding="utf-8")
        for right, wrong in changes:
            self.assertIn(right, text)
            text = text.replace(right, wrong, 1)
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-pack-")))
        path = folder / "broken.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_bundled_packs_are_right(self):
        done = self.check(*BUNDLED)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for pack in BUNDLED:
            self.assertIn(f"{pack} version", done.stdout)

    def test_every_problem_at_once_each_with_its_line(self):
        pack = self.broken(
            ("\nstat-sheet:\n", "\nstat-sheets:\n"), ("due-day: 20", "due-day: twenty"), ("KSO-E.5]", "KSO-E.55]"))
        done = self.check(pack)
        self.assertEqual(done.returncode, 1)
        lines = done.stderr.splitlines()
        lines_of_file = pack.read_text(encoding="utf-8").splitlines()
        for words in ("stat-sheets:", "twenty", "KSO-E.55"):
            number = next(i for i, line in enumerate(lines_of_file, start=1) if words in line)
            self.assertTrue(
                any(line.startswith(f"{pack}:{number}:") for line in lines), f"{words} at line {number}\n{done.stderr}")

    def test_text_that_is_no_yaml(self):
        pack = self.broken(("roles:\n", "roles: [\n"))
        done = self.check(pack)
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(pack), done.stderr)

    def test_one_broken_among_right_ones(self):
        done = self.check("iacp", self.broken(("version: \"1\"", "version: 1.0.0.0: x")))
        self.assertEqual(done.returncode, 1)
        self.assertIn("iacp version", done.stdout)

    def test_no_such_file(self):
        done = self.check("/nowhere.yaml")
        self.assertEqual(done.returncode, 64)
        self.assertIn("/nowhere.yaml", done.stderr)

    def test_json_for_scripts(self):
        told = json.loads(self.check("police-division", "--json").stdout)
        self.assertEqual(told["pack"], "police-division")
        self.assertEqual(told["carriedOut"] + told["said"] + told["writtenDown"], told["clauses"])
        self.assertEqual(len(told["hash"]), 64)

    def test_mistakes_of_plain_writing_are_told_in_plain_words(self):
        for right, wrong, told in (
                ("  seeker: peer\n", "\tseeker: peer\n", "begins with a tab"),
                ("  seeker: peer\n", "  seeker:peer\n", "write seeker: peer."),
                ("{kind: sheriff,", "{kind: sherif,", "Did you mean 'sheriff'?"),
                ("due-day: 20", "due-date: 20", "Did you mean 'due-day'?"),
                ("smallest-count: 11", "smallest-count: 1", "anonymous")):
            with self.subTest(wrong):
                done = self.check(self.broken((right, wrong)))
                self.assertEqual(done.returncode, 1)
                self.assertIn(told, done.stderr)


class PackNew(unittest.TestCase):
    """An agency from nothing: a start, what is to be settled, the promises read, the agency."""

    FILLED = "[{who: {role: clinical-supervisor}, deadline: immediately, escalates: true, designee-allowed: false}]"

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-pack-")))
        self.pack = self.folder / "springfield.yaml"

    def settle(self):
        text = self.pack.read_text(encoding="utf-8")
        self.assertEqual(text.count(": TO-SETTLE"), 8)
        text = text.replace("force: TO-SETTLE", "force: mandatory").replace("recipients: TO-SETTLE", f"recipients: {self.FILLED}")
        self.pack.write_text(text, encoding="utf-8")

    def test_a_start_is_checked_settled_confirmed_and_taken_in(self):
        start = run("pack", "new", "--kind", "fire", "--title", "Springfield Fire Department", "--country", "canada")
        self.pack.write_text(start.stdout, encoding="utf-8")
        open_places = run("pack", "check", self.pack, check=False)
        self.assertEqual((open_places.returncode, len(open_places.stderr.splitlines())), (1, 8))
        self.settle()
        report = json.loads(run("pack", "check", self.pack, "--json").stdout)
        self.assertGreater(len(report["inherited"]), 10)
        create = ["agency", "create", "springfield", "--name", "Springfield", "--time-zone", "America/Toronto", "--pack",
                  self.pack, "--data", self.folder / "data"]
        unread = run(*create, check=False)
        self.assertEqual(unread.returncode, 1)
        self.assertIn(report["inheritedHash"], unread.stderr)
        other = run(*create, "--promises", "0123456789ab", check=False)
        self.assertEqual(other.returncode, 1)
        self.assertIn("other promises", other.stderr)
        taken = run(*create, "--promises", report["inheritedHash"])
        self.assertIn("springfield", taken.stdout)

    def test_on_a_terminal_each_promise_is_confirmed_one_by_one(self):
        start = run("pack", "new", "--kind", "fire", "--title", "Springfield Fire Department", "--country", "canada")
        self.pack.write_text(start.stdout, encoding="utf-8")
        self.settle()
        promises = json.loads(run("pack", "check", self.pack, "--json").stdout)["inherited"]
        paths = [promise["path"] for promise in promises]
        self.assertIn("country.emergency-number", paths)
        # A no ends it there, with what to do, and nothing is taken in.
        refused, shown = self.create_on_a_terminal("yes", "Yes ", "no")
        self.assertEqual(refused, 1, shown)
        self.assertIn(f"3 of {len(promises)}  {paths[2]}", shown)
        self.assertNotIn(f"4 of {len(promises)}", shown)
        self.assertIn(f"Nothing was taken in. Say it in your pack as it is here: {paths[2]}.", shown)
        # Every promise is shown with its words before its answer is taken.
        taken, shown = self.create_on_a_terminal(*["yes"] * len(promises))
        self.assertEqual(taken, 0, shown)
        for place, promise in enumerate(promises, 1):
            self.assertIn(f"{place} of {len(promises)}  {promise['path']}\n  {promise['text']}\n", shown)
        self.assertIn("springfield  pack springfield-fire-department", shown)

    def create_on_a_terminal(self, *answers):
        """The exit code, and everything that was shown to whoever typed these lines."""
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        with open(theirs, "rb", closefd=True) as terminal:
            running = subprocess.Popen(
                [program(), "agency", "create", "springfield", "--name", "Springfield", "--time-zone", "America/Toronto",
                 "--pack", self.pack, "--data", self.folder / "data"],
                stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        shown, _ = running.communicate(timeout=60)
        return running.returncode, shown

    def test_no_start_for_what_is_none(self):
        for arguments in (["--kind", "navy", "--title", "Navy"], ["--kind", "fire", "--title", "…"],
                          ["--kind", "fire", "--title", "Fire", "--country", "narnia"]):
            done = run("pack", "new", *arguments, check=False)
            self.assertEqual((done.returncode, done.stdout), (64, ""))


if __name__ == "__main__":
    unittest.main()

"""Backups are made while people work, proved by restoring them, and come back whole; whatever is not right is refused."""

import json
import os
import pathlib
import secrets
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from Harness.asking import Seeker, ask
from Harness.installation import Installation
from Harness.interface import Client
from Harness.postgresql import PostgreSQL
from Harness.releases import ENGINES
from Harness.server import program

AGENCY = "kern-sheriff"
WORDS = "Words before the backup, number {}."


class Load:
    """People ask, one after the other on each of a few connections, as long as it lasts."""

    def __init__(self, port):
        self.port = port
        self.lock = threading.Lock()
        self.receipts = []
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.ask) for _ in range(3)]

    def ask(self):
        with Client(self.port) as visitor:
            while not self.stopped.is_set():
                with self.lock:
                    number = len(self.receipts)
                receipt = ask(visitor, AGENCY, words=WORDS.format(number))
                with self.lock:
                    self.receipts.append((receipt, WORDS.format(number)))

    def acknowledged(self):
        with self.lock:
            return list(self.receipts)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        for thread in self.threads:
            thread.join()


class Backups(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.postgresql = cls.enterClassContext(PostgreSQL())
        cls.databases = 0

    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-backup-")))

    def on_both_engines(self, test):
        for engine in ENGINES:
            with self.subTest(engine=engine):
                self.place = self.ground / engine
                self.place.mkdir()
                test(engine)

    def empty(self, engine, name):
        if engine == "sqlite":
            return Installation(self.place / name)
        type(self).databases += 1
        return Installation(self.place / name, self.postgresql.create(f"backup_{self.databases}"))

    def founded(self, engine, name="data"):
        installation = self.empty(engine, name)
        installation.codes = installation.found(AGENCY, {"pat": "supporter"})
        return installation

    def back_up(self, installation, to="disk", keys_to="elsewhere", check=True):
        done = installation.run(
            "backup", "--to", self.place / to, "--keys-to", self.place / keys_to, "--json", check=check)
        return done if not check else {
            name: pathlib.Path(path) if name != "rows" else path for name, path in json.loads(done.stdout).items()}

    def restore(self, installation, made, check=True):
        return installation.run("restore", "--from", made["database"], "--keys-from", made["keys"], check=check)

    def names(self, *places):
        return {str(path.relative_to(self.place)) for place in places for path in (self.place / place).rglob("*")}

    def assertRefused(self, done, *words, status=1):
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertNotIn("Fatal error", done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def test_what_was_acknowledged_comes_back(self):
        self.on_both_engines(self.acknowledged_comes_back)

    def acknowledged_comes_back(self, engine):
        installation = self.founded(engine)
        with installation.server() as server:
            installation.enrol(server, AGENCY, installation.codes)
            with Load(server.port) as load:
                self.wait_for(lambda: len(load.acknowledged()) >= 20)
                before = load.acknowledged()
                made = self.back_up(installation)
                # The server went on meanwhile.
                self.wait_for(lambda: len(load.acknowledged()) > len(before))
        for folder in (made["database"], made["keys"]):
            self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
            for file in folder.iterdir():
                self.assertEqual(file.stat().st_mode & 0o777, 0o600, file)
        self.assertEqual(
            sorted(path.name for path in made["database"].iterdir()),
            ["backup.json", "peersupport.dump" if engine == "postgresql" else "peersupport.sqlite"])
        self.assertEqual(
            {path.name: path.read_bytes() for path in made["keys"].iterdir()},
            {path.name: path.read_bytes() for path in (installation.folder / "keys").iterdir()})
        self.assertFalse([name for name in self.names("disk", "elsewhere") if "unfinished" in name or "check" in name])
        restored = self.empty(engine, "restored")
        self.assertIn("audit verify --checkpoints", self.restore(restored, made).stderr)
        self.assertEqual([chain["broken"] for chain in restored.audit()], [None])
        self.assertTrue(all(key["fits"] for key in json.loads(restored.run("keys", "check", "--json").stdout)))
        with restored.server() as server:
            for receipt, words in before:
                with Seeker(server.port, AGENCY, receipt) as seeker:
                    self.assertIn(words, seeker.page())
        # What is there is never overwritten.
        self.assertRefused(self.restore(restored, made, check=False), "is there already")
        if engine == "postgresql":
            left = self.postgresql.psql("postgres", "SELECT datname FROM pg_database WHERE datname LIKE '%check%'")
            self.assertEqual(left.strip(), "")

    def test_what_is_not_right_is_not_restored(self):
        self.on_both_engines(self.not_right)

    def not_right(self, engine):
        installation = self.founded(engine)
        made = self.back_up(installation)
        other = self.founded(engine, "other")
        target = self.empty(engine, "target")
        # Keys of another installation.
        mixed = {"database": made["database"], "keys": other.folder / "keys"}
        self.assertRefused(self.restore(target, mixed, check=False), "receipt-id.key", "another key")
        # A file that was changed, or of which a part is missing.
        file = next(path for path in made["database"].iterdir() if path.name != "backup.json")
        whole = file.read_bytes()
        for damaged in (whole[:-1], whole[:2000] + bytes([whole[2000] ^ 1]) + whole[2001:]):
            file.write_bytes(damaged)
            self.assertRefused(
                self.restore(self.empty(engine, "damaged"), made, check=False), "not the one that was written")
        file.write_bytes(whole)
        # No backup, and a half-made one.
        self.assertRefused(
            self.restore(target, {**made, "database": self.place / "disk"}, check=False), "no whole backup")
        # Keys without some, or in a folder that others can enter.
        key = made["keys"] / "vapid.key"
        key.rename(self.place / "vapid.key")
        self.assertRefused(self.restore(target, made, check=False), "vapid.key")
        (self.place / "vapid.key").rename(key)
        made["keys"].chmod(0o755)
        self.assertRefused(self.restore(target, made, check=False), "755")
        made["keys"].chmod(0o700)
        # A place where something is.
        self.assertRefused(self.restore(other, made, check=False), "is there already")
        self.assertTrue(all(found["broken"] is None for found in other.audit()))
        # Of a later version.
        manifest = json.loads((made["database"] / "backup.json").read_text(encoding="utf-8"))
        (made["database"] / "backup.json").write_text(json.dumps({**manifest, "step": 999}), encoding="utf-8")
        self.assertRefused(self.restore(self.empty(engine, "later"), made, check=False), "later version")

    def test_a_backup_that_would_be_none(self):
        self.on_both_engines(self.would_be_none)

    def would_be_none(self, engine):
        installation = self.founded(engine)
        (self.place / "disk").mkdir()
        (self.place / "link").symlink_to(self.place / "disk")
        for keys_to in ("disk", "disk/keys", ".", "link", "link/keys", "disk/../disk"):
            self.assertRefused(
                self.back_up(installation, keys_to=keys_to, check=False), "--keys-beside-the-database", status=64)
        self.assertRefused(
            self.back_up(installation, to="new/one", keys_to="new", check=False), "--keys-beside-the-database", status=64)
        self.assertEqual(self.names("disk"), set())
        together = installation.run(
            "backup", "--to", self.place / "disk", "--keys-to", self.place / "disk", "--keys-beside-the-database", "--json")
        self.assertTrue(pathlib.Path(json.loads(together.stdout)["keys"]).is_dir())
        # With keys that do not fit there is nothing to back up, and nothing stays behind.
        key = installation.folder / "keys" / "receipt-key.key"
        key.rename(self.place / "away")
        self.assertRefused(self.back_up(installation, "one", "two", check=False), "receipt-key.key: missing")
        (self.place / "away").rename(key)
        self.assertFalse((self.place / "one").exists() or (self.place / "two").exists())
        if engine == "postgresql":
            self.check_needs_a_right(installation)

    def check_needs_a_right(self, installation):
        """A role that may make no database is told so, and another server may be named for the check."""
        # Nobody else's word: other tests on this machine have theirs on command lines.
        word = secrets.token_hex(8)
        self.postgresql.psql("postgres", f"CREATE ROLE small LOGIN PASSWORD '{word}'; CREATE ROLE maker LOGIN CREATEDB")
        name = installation.options[-1].split("/")[3].split("?")[0]
        self.postgresql.psql(
            name, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO small; GRANT USAGE ON SCHEMA public TO small")
        address = f"postgresql://small:{word}@/{name}?host={self.postgresql.folder}"
        command = [program(), "backup", "--data", installation.folder, "--to", self.place / "small"]
        environment = {**os.environ, "PEERSUPPORT_DATABASE": address}

        def run(keys_to, **more):
            return subprocess.run(
                [*command, "--keys-to", self.place / keys_to], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                env={**environment, **more})

        seen = Commands(word)
        with seen:
            done = run("small-keys")
            self.assertRefused(done, "no database for the check")
            self.assertEqual(self.names("small", "small-keys"), set())
            maker = f"postgresql:///postgres?host={self.postgresql.folder}&user=maker"
            done = run("small-keys", PEERSUPPORT_CHECK_DATABASE=maker)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(seen.with_word, [])
        self.assertTrue({"pg_dump", "pg_restore"} <= seen.programs, seen.programs)
        self.assertNotIn(word, done.stdout + done.stderr)

    def test_a_backup_that_is_killed(self):
        """What it leaves bears no name of a whole one, and is in no later backup's way."""
        self.place = self.ground
        installation = self.founded("sqlite")
        disk = self.place / "disk"
        for _ in range(5):
            process = subprocess.Popen(
                [program(), "backup", *map(str, installation.options), "--to", disk, "--keys-to", self.place / "elsewhere"],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.wait_for(lambda: process.poll() is not None or (disk.exists() and list(disk.glob(".unfinished-*"))))
            process.send_signal(signal.SIGKILL)
            process.wait()
            for path in disk.glob("peersupport-*"):
                self.assertTrue((path / "backup.json").exists())
                shutil.rmtree(path)
        # Names have a second each, and nothing is overwritten.
        time.sleep(1.1)
        made = self.back_up(installation)
        self.restore(Installation(self.place / "restored"), made)

    def wait_for(self, condition, within=60):
        end = time.monotonic() + within
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.005)


class Commands:
    """What everybody on the machine can see of command lines meanwhile."""

    def __init__(self, word):
        self.word, self.with_word, self.programs = word.encode(), [], set()
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._look)

    def _look(self):
        while not self.stopped.is_set():
            for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    line = path.read_bytes()
                except OSError:
                    continue
                if self.word in line:
                    self.with_word.append(line)
                for part in line.split(b"\0")[:2]:
                    self.programs.add(os.path.basename(part.decode(errors="replace")))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        self.thread.join()


if __name__ == "__main__":
    unittest.main()

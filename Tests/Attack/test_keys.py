"""Keys that are missing, or others: nothing works with them, the operator learns which and what to do, and goes on when they say so."""

import contextlib
import json
import pathlib
import shutil
import tempfile
import threading
import time
import unittest

from Harness.asking import LEAST, Refused, Seeker, ask
from Harness.installation import Installation
from Harness.interface import Client
from Harness.postgresql import PostgreSQL
from Harness.releases import ENGINES, RELEASES, unpacked
from Harness.server import run

AGENCY = "kern-sheriff"
KEYS = [
    "audit-signing.key", "login-throttle.key", "receipt-id.key", "receipt-key.key", "seeker-pass.key", "vapid.key",
    "vouching.key",
]
WORDS = "Words that only the right keys open."


class Started:
    """A server that is started while others are; nothing waits for it but its own thread."""

    def __init__(self, installation):
        self.server = installation.server()
        self.refused = None
        self.thread = threading.Thread(target=self._start)
        self.thread.start()

    def _start(self):
        try:
            self.server.start()
        except AssertionError as fault:
            self.refused = str(fault)

    def close(self):
        self.thread.join()
        self.server.__exit__()


class Keys(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.postgresql = cls.enterClassContext(PostgreSQL())

    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-keys-")))

    def on_both_engines(self, test):
        for engine in ENGINES:
            with self.subTest(engine=engine):
                test(self.founded(engine))

    def founded(self, engine):
        """An installation with an agency, and a receipt of it."""
        installation = Installation(self.ground / engine, self.database(engine))
        codes = installation.found(AGENCY, {"pat": "supporter"})
        with installation.server() as server:
            installation.enrol(server, AGENCY, codes)
            with Client(server.port) as visitor:
                installation.receipt = ask(visitor, AGENCY, words=WORDS)
        return installation

    def database(self, engine):
        if engine == "sqlite":
            return f"sqlite:{self.ground}/programme.sqlite"
        return self.postgresql.create(f"keys_{self._testMethodName}")

    def node(self, installation, name):
        """Another server of the same database, with a data folder of its own."""
        return Installation(self.ground / name, installation.options[-1])

    def refused(self, installation, *words):
        """What the server says that does not start."""
        server = installation.server()
        try:
            with self.assertRaises(AssertionError) as fault:
                server.start()
        finally:
            server.__exit__() if server.process.poll() is None else server.log.close()
        said = str(fault.exception)
        self.assertIn("ended with 1:", said)
        for word in words:
            self.assertIn(word, said)
        self.assertNotIn("Fatal error", said)
        return said

    def opens(self, installation, receipt):
        with installation.server() as server, Seeker(server.port, AGENCY, receipt) as seeker:
            self.assertIn(WORDS, seeker.page())

    def held(self, installation):
        return {path.name: path.read_bytes() for path in (installation.folder / "keys").glob("*")}

    def test_missing_or_other_keys_end_the_start(self):
        self.on_both_engines(self.missing_or_other)

    def missing_or_other(self, installation):
        keys, away = installation.folder / "keys", self.ground / "away"
        keys.rename(away)
        said = self.refused(installation, "Restore the keys from their backup", "No receipt that was given out", *KEYS)
        self.assertEqual(said.count("missing"), len(KEYS))
        self.assertFalse(keys.exists(), "no key is made in the place of a lost one")
        # No command works with them either.
        for command in [
            ["account", "create", "kim", "--name", "Kim", "--agency", AGENCY, "--role", "supporter"],
            ["audit", "verify"], ["audit", "key"], ["health"], ["migrate"],
            ["agency", "create", "valley", "--name", "Valley", "--time-zone", "UTC", "--pack", "police-division"],
        ]:
            done = installation.run(*command, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, ""), command)
            self.assertIn("receipt-id.key: missing", done.stderr)
        self.assertFalse(keys.exists())
        shutil.copytree(away, keys)
        other = Installation(self.ground / f"other-{installation.folder.name}")
        other.run("migrate")
        for name in KEYS:
            (keys / name).unlink()
            said = self.refused(installation, f"{name}: missing")
            self.assertEqual([key for key in KEYS if f"{key}:" in said], [name])
            shutil.copy(other.folder / "keys" / name, keys / name)
            said = self.refused(installation, f"{name}: another key than the database knows")
            self.assertEqual([key for key in KEYS if f"{key}:" in said], [name])
            shutil.copy(away / name, keys / name)
        self.assertEqual(self.held(installation).keys(), set(KEYS))
        self.opens(installation, installation.receipt)
        shutil.rmtree(away)

    def test_the_wrong_data_folder(self):
        self.on_both_engines(self.wrong_folder)

    def wrong_folder(self, installation):
        wrong = self.node(installation, "wrong")
        self.refused(wrong, str(wrong.folder), "--data", *KEYS)
        self.assertFalse((wrong.folder / "keys").exists())
        wrong.folder.rmdir()

    def test_the_wrong_database(self):
        """Keys without their database: whoever lost it, or named another, is not served an empty one."""
        installation = self.founded("sqlite")
        for database in [f"sqlite:{self.ground}/another.sqlite", self.postgresql.create("keys_nothing_in_it")]:
            mistaken = Installation(installation.folder, database)
            for command in [["serve", "--port", "0"], ["migrate"], ["audit", "verify"]]:
                done = run(*command, *mistaken.options, check=False, timeout=60)
                self.assertEqual(done.returncode, 64, done.stderr)
                self.assertIn("is empty", done.stderr)
        self.assertFalse((self.ground / "another.sqlite").exists())
        self.assertEqual(self.held(installation).keys(), set(KEYS))

    def test_no_installation_at_all(self):
        """A disk that is not there makes no new installation, where the unit says that there has to be one."""
        done = run("serve", "--existing", "--data", self.ground / "nowhere", check=False, timeout=60)
        self.assertEqual(done.returncode, 64)
        self.assertIn("no installation", done.stderr)
        self.assertFalse((self.ground / "nowhere").exists())
        made = Installation(self.ground / "made")
        with made.server() as server:
            self.assertIn("a new one was made", server.said())
        with made.server() as server:
            self.assertNotIn("a new one was made", server.said())

    def test_a_second_node_with_keys_of_its_own(self):
        installation = self.founded("postgresql")
        second = self.node(installation, "second")
        own = Installation(self.ground / "own")
        own.run("migrate")
        shutil.copytree(own.folder / "keys", second.folder / "keys")
        with installation.server() as server:
            self.refused(second, "copy the folder of keys from another server", *KEYS)
            shutil.rmtree(second.folder / "keys")
            shutil.copytree(installation.folder / "keys", second.folder / "keys")
            self.opens(second, installation.receipt)
            with Client(server.port) as visitor:
                self.assertEqual(visitor.call("GET", "/health")[1]["keys"], "well")

    def test_two_first_starts_at_once(self):
        """Each with a folder of its own: one makes the keys, the other does not start, and starts once it has them."""
        database = self.postgresql.create("keys_first")
        nodes = [Installation(self.ground / name, database) for name in ("one", "two")]
        servers = [self.enterContext(contextlib.closing(Started(node))) for node in nodes]
        for server in servers:
            server.thread.join()
        refused, = [server.refused for server in servers if server.refused]
        self.assertIn("ended with 1:", refused)
        # It had made keys already, or came too late for that.
        self.assertRegex(refused, "receipt-id.key: (another key than the database knows|missing)")
        first, = [node for node, server in zip(nodes, servers) if not server.refused]
        second, = [node for node in nodes if node is not first]
        shutil.rmtree(second.folder / "keys", ignore_errors=True)
        shutil.copytree(first.folder / "keys", second.folder / "keys")
        with second.server():
            pass

    def test_a_lost_key_is_gone_without_when_somebody_says_so(self):
        self.on_both_engines(self.goes_on_without)

    def goes_on_without(self, installation):
        key = installation.folder / "keys" / "receipt-id.key"
        before = key.read_bytes()
        key.unlink()
        done = installation.run("keys", "check", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"receipt-id\.key +-+  missing")
        self.assertRegex(done.stdout, r"receipt-key\.key +[0-9a-f]{12}  fits")
        done = installation.run("keys", "replace", "receipt-id.key", check=False)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("No receipt that was given out finds or opens its request any more, for good.", done.stderr)
        self.assertFalse(key.exists())
        self.assertEqual(
            installation.run("keys", "replace", "receipts.key", "--yes-it-is-lost", check=False).returncode, 64)
        installation.run("keys", "replace", "receipt-id.key", "--yes-it-is-lost")
        self.assertEqual(len(key.read_bytes()), 32)
        self.assertEqual(key.stat().st_mode & 0o777, 0o600)
        self.assertTrue(all(found["fits"] for found in json.loads(installation.run("keys", "check", "--json").stdout)))
        with installation.server() as server, Client(server.port) as visitor:
            with self.assertRaises(Refused):
                Seeker(server.port, AGENCY, installation.receipt)
            receipt = ask(visitor, AGENCY, words=WORDS)
            with Seeker(server.port, AGENCY, receipt) as seeker:
                self.assertIn(WORDS, seeker.page())
        # The key that comes back is another one now, and replacing it once more keeps it.
        lost = key.read_bytes()
        key.write_bytes(before)
        self.refused(installation, "receipt-id.key: another key than the database knows")
        told = installation.run("keys", "replace", "receipt-id.key", "--yes-it-is-lost").stdout
        kept, = [path for path in key.parent.iterdir() if path.name.startswith("receipt-id.key.")]
        self.assertIn(str(kept), told)
        self.assertEqual(kept.read_bytes(), before)
        self.assertNotIn(key.read_bytes(), (before, lost))

    def test_a_key_replaced_on_another_server(self):
        """A server that runs on with the old key refuses everything, says so, and works again with the new one."""
        installation = self.founded("postgresql")
        second = self.node(installation, "second")
        shutil.copytree(installation.folder / "keys", second.folder / "keys")
        with second.server() as server, Client(server.port) as visitor:
            self.wait_for(lambda: visitor.call("GET", "/health")[0] == 200)
            installation.run("keys", "replace", "receipt-key.key", "--yes-it-is-lost")
            # From the first moment on nobody gets a receipt that is good for nothing.
            status, _ = visitor.call("POST", f"/api/v1/agencies/{AGENCY}/requests", {**LEAST, "words": WORDS})
            self.assertEqual(status, 503)
            status, health = visitor.call("GET", "/health")
            self.assertEqual((status, health["keys"], health["state"]), (503, "unwell", "unwell"))
            self.wait_for(lambda: "keys=receipt-key.key" in server.said())
            status, headers, _ = visitor.exchange("GET", f"/agencies/{AGENCY}/sign-in")
            self.assertEqual(status, 503)
            self.assertIn("Retry-After", headers)
            self.assertEqual(server.said().count("It does nothing until they are"), 1)
        self.refused(second, "receipt-key.key: another key than the database knows")
        shutil.copy(installation.folder / "keys" / "receipt-key.key", second.folder / "keys" / "receipt-key.key")
        with second.server() as server, Client(server.port) as visitor:
            receipt = ask(visitor, AGENCY, words=WORDS)
        self.opens(installation, receipt)

    def test_a_release_that_knew_no_keys_yet(self):
        """Its keys are taken over; one that is missing then is not made anew either."""
        release = sorted(place.name for place in RELEASES.iterdir())[0]
        with unpacked(release, "sqlite") as (installation, _):
            key = installation.folder / "keys" / "receipt-id.key"
            away = key.read_bytes()
            key.unlink()
            self.refused(installation, "receipt-id.key: missing")
            self.assertFalse(key.exists())
            key.write_bytes(away)
            key.chmod(0o600)
            with installation.server():
                pass
            self.assertTrue(
                all(found["state"] == "fits" for found in json.loads(installation.run("keys", "check", "--json").stdout)))

    def wait_for(self, condition, within=20):
        end = time.monotonic() + within
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)


if __name__ == "__main__":
    unittest.main()

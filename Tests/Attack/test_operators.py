"""What the command line refuses, and that it says why."""

import json
import os
import pathlib
import tempfile
import unittest

from Harness.installation import Installation
from Harness.server import run

COMMANDS = [
    [], ["serve"], ["demo"], ["migrate"], ["pack"], ["pack", "check"], ["agency", "create"], ["people", "import"],
    ["account", "create"], ["account", "appoint"], ["account", "end-role"], ["account", "start-over"],
    ["audit", "verify"], ["audit", "export"], ["audit", "key"],
    ["data-inventory"], ["health"], ["doctor"], ["keys"], ["keys", "check"], ["keys", "replace"],
    ["backup"], ["restore"],
]


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-operator-")))
        self.installation = Installation(self.folder / "data")

    def assertRefused(self, done, status, *words):
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def test_every_command_has_help(self):
        for command in COMMANDS:
            with self.subTest(command=" ".join(command)):
                self.assertIn("OVERVIEW:", run(*command, "--help").stdout)

    def test_unknown_options_and_commands(self):
        self.assertRefused(run("serve", "--prot", "80", check=False), 64, "--prot")
        self.assertRefused(run("sevre", check=False), 64, "sevre")
        self.assertRefused(run("pack", "check", check=False), 64, "packs")

    def test_a_port_that_is_no_number(self):
        self.assertRefused(self.installation.run("serve", "--port", "http", check=False), 64, "--port", "http")

    def test_keys_that_others_can_read(self):
        self.installation.run("migrate")
        keys = self.installation.folder / "keys"
        key = next(keys.iterdir())
        key.chmod(0o644)
        self.assertRefused(self.installation.run("serve", "--port", "0", check=False), 1, str(key), "644")
        key.chmod(0o600)
        keys.chmod(0o755)
        self.assertRefused(self.installation.run("serve", "--port", "0", check=False), 1, str(keys), "755")

    def test_a_key_of_the_wrong_length(self):
        self.installation.run("migrate")
        key = next((self.installation.folder / "keys").iterdir())
        key.write_bytes(b"short")
        self.assertRefused(self.installation.run("serve", "--port", "0", check=False), 1, str(key), "32 bytes")
        self.assertEqual(key.read_bytes(), b"short")

    def test_a_database_that_is_none(self):
        for address, word in [
            ("mysql:///x", "--database"), ("sqlite:", "--database"),
            (f"sqlite:{self.folder}/nowhere/x.sqlite", "nowhere"),
        ]:
            with self.subTest(address=address):
                done = run("migrate", "--data", self.folder / "other", "--database", address, check=False)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(word, done.stderr)
                self.assertNotIn("Fatal error", done.stderr)

    def test_a_passphrase_in_the_address_is_not_printed(self):
        address = "postgresql://app:swordfish@127.0.0.1:1/peersupport"
        done = run("migrate", "--data", self.folder / "other", "--database", address, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn("swordfish", done.stdout + done.stderr)

    def test_agencies_and_accounts_that_cannot_be(self):
        create = ["agency", "create", "valley", "--name", "Valley", "--time-zone", "America/Los_Angeles"]
        self.assertRefused(self.installation.run(*create, "--pack", "nowhere.yaml", check=False), 64, "nowhere.yaml")
        self.assertRefused(
            self.installation.run(
                "agency", "create", "valley", "--name", "Valley", "--time-zone", "Mars/North", "--pack", "police-division",
                check=False), 1, "ime zone")
        # The guidelines name nobody who is told; each exception is named, with what to write.
        self.assertRefused(
            self.installation.run(*create, "--pack", "iacp", check=False), 1, "exceptions[self]", "exceptions[others]",
            "exceptions[child-abuse]", "exceptions[adult-abuse]", "counsel", "force: mandatory (or permissive)")
        self.installation.run(*create, "--pack", "police-division")
        self.assertRefused(self.installation.run(*create, "--pack", "police-division", check=False), 1, "valley")
        account = ["account", "create", "kim", "--name", "Kim", "--agency"]
        self.assertRefused(
            self.installation.run(*account, "nowhere", "--role", "supporter", check=False), 64, "nowhere")
        self.assertRefused(
            self.installation.run(*account, "valley", "--role", "wizard", check=False), 64, "supporter")
        self.installation.run(*account, "valley", "--role", "steering-member")
        self.assertRefused(self.installation.run(*account, "valley", "--role", "steering-member", check=False), 1, "login")
        # The team is made of people of the directory.
        self.assertRefused(
            self.installation.run(
                "account", "appoint", "kim", "--agency", "valley", "--role", "supporter", check=False),
            1, "personnel directory")
        over = ["account", "start-over", "--agency", "valley"]
        self.assertRefused(self.installation.run(*over, "tom", check=False), 64, "tom", "valley")
        codes = [json.loads(self.installation.run(*over, "kim", "--json").stdout)["enrolmentCode"] for _ in range(2)]
        self.assertNotEqual(codes[0], codes[1])

    def test_one_person_holds_no_two_offices_that_check_each_other(self):
        """The operator is bound as the keeper of accounts is, and what they do stands in the chain."""
        create = ["agency", "create", "valley", "--name", "Valley", "--time-zone", "America/Los_Angeles"]
        self.installation.run(*create, "--pack", "police-division")
        self.installation.run(
            "account", "create", "kim", "--name", "Kim", "--agency", "valley", "--role", "coordinator")
        of = ["kim", "--agency", "valley", "--role"]
        self.assertRefused(
            self.installation.run("account", "appoint", *of, "psychologist", check=False), 1, "each checks the other")
        self.assertRefused(self.installation.run("account", "end-role", *of, "psychologist", check=False), 64, "psychologist")
        self.assertRefused(
            self.installation.run("account", "appoint", "tom", *of[1:], "psychologist", check=False), 64, "tom", "valley")
        self.installation.run("account", "end-role", *of, "coordinator")
        self.installation.run("account", "appoint", *of, "psychologist")
        chain = [json.loads(line) for line in self.installation.run("audit", "export", "valley").stdout.splitlines()]
        acts = [entry["act"] for entry in chain if entry["act"].startswith(("role.given", "role.ended"))]
        self.assertEqual(acts, ["role.given", "role.ended", "role.given"])
        self.assertEqual({entry["actor"] for entry in chain if entry["act"].startswith("role.")}, {"operator"})

    def test_migrate_twice(self):
        first = json.loads(self.installation.run("migrate", "--json").stdout)
        self.assertGreater(len(first), 0)
        self.assertEqual(json.loads(self.installation.run("migrate", "--json").stdout), [])

    def test_the_data_folder_is_its_owners_alone(self):
        self.installation.run("migrate")
        for path in [self.installation.folder, self.installation.folder / "keys"]:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_options_may_come_from_the_environment(self):
        folder = self.folder / "elsewhere"
        run("migrate", env={**os.environ, "PEERSUPPORT_DATA": str(folder)})
        self.assertTrue((folder / "peersupport.sqlite").exists())


if __name__ == "__main__":
    unittest.main()

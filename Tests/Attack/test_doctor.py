"""What `peersupport doctor` finds: nothing where nothing is wrong, and what to do where something is."""

import json
import os
import pathlib
import tempfile
import unittest

from Harness.certificate import Certificate
from Harness.installation import Installation
from Harness.mail_server import MailServer
from Harness.postgresql import PostgreSQL
from Harness.server import free_port, run
from Harness.sinks import Provider

AGENCY = "kern-sheriff"


class Doctor(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-doctor-")))
        self.installation = Installation(self.folder / "data")

    def findings(self, *options, installation=None, **environment):
        """Its findings by part, and its exit status."""
        done = run(
            "doctor", "--json", *options, *(installation or self.installation).options, check=False,
            env={**os.environ, **environment})
        self.assertNotEqual(done.stdout, "", done.stderr)
        answer = json.loads(done.stdout)
        by_part = {}
        for finding in answer["findings"]:
            by_part.setdefault(finding["part"], []).append(finding)
            self.assertEqual(finding["toDo"] is None, finding["level"] == "well", finding)
        self.assertEqual(done.returncode, 0 if answer["isWell"] else 1)
        self.assertEqual(answer["isWell"], not any(f["level"] == "unwell" for f in answer["findings"]))
        return by_part

    def levels(self, findings, part):
        return {finding["level"] for finding in findings.get(part, [])}

    def test_an_installation_without_a_server_or_people(self):
        self.installation.found(AGENCY, {"pat.secret": "supporter"})
        before = sorted(path.name for path in self.installation.folder.rglob("*"))
        found = self.findings("--offline")
        for part in ["keys", "rights", "disk", "programs", "database", "packs"]:
            self.assertNotIn("unwell", self.levels(found, part), found[part])
        self.assertIn("sqlite 3.", found["database"][0]["what"])
        # Nobody has enrolled, and no server runs.
        self.assertEqual(self.levels(found, "roles"), {"unwell"})
        self.assertEqual({finding["agency"] for finding in found["roles"]}, {AGENCY})
        self.assertIn("nobody enrolled keeps accounts", [finding["what"] for finding in found["roles"]])
        self.assertTrue(any("workers" in finding["what"] for finding in found["server"]), found["server"])
        self.assertNotIn("pat.secret", json.dumps(found))
        self.assertEqual(sorted(path.name for path in self.installation.folder.rglob("*")), before)

    def test_rights(self):
        self.installation.run("migrate")
        key = self.installation.folder / "keys" / "vapid.key"
        for path in [key, self.installation.sqlite]:
            path.chmod(0o644)
            found = self.findings("--offline")
            self.assertEqual([f["toDo"] for f in found["rights"]][:1], [f"chmod 600 {path}"])
            path.chmod(0o600)

    def test_a_lost_key(self):
        self.installation.found(AGENCY, {})
        (self.installation.folder / "keys" / "receipt-id.key").unlink()
        [finding] = self.findings("--offline")["keys"]
        self.assertEqual(finding["level"], "unwell")
        self.assertIn("receipt-id.key", finding["what"])
        self.assertIn("backup", finding["toDo"])

    def test_no_installation_is_made_by_looking(self):
        found = self.findings("--offline")
        self.assertEqual(self.levels(found, "database"), {"unwell"})
        self.assertFalse(self.installation.folder.exists())

    def test_gateways(self):
        self.installation.run("migrate")
        with Certificate() as certificate, MailServer(certificate) as mail, Provider(certificate) as provider:
            settings = {**mail.environment(), **provider.environment("TEXT"), **certificate.settings,
                        "PEERSUPPORT_DEAD_MAN_URL": f"{provider.address}/a-secret-path"}
            found = self.findings(**settings)
            self.assertEqual(self.levels(found, "gateways"), {"well"}, found["gateways"])
            self.assertEqual(len(found["gateways"]), 3)
            self.assertEqual((mail.letters, provider.arrivals), ([], []))
            # A password that is not known, and a provider that is not there.
            settings["PEERSUPPORT_SMTP_PASSWORD"] = "wrong-canary"
            settings["PEERSUPPORT_TEXT_URL"] = f"https://127.0.0.1:{free_port()}/a-secret-path"
            found = self.findings(**settings)["gateways"]
            unwell = [finding["what"] for finding in found if finding["level"] == "unwell"]
            self.assertEqual(len(unwell), 2, found)
            self.assertIn("email: smtp://127.0.0.1: AUTH 535", unwell[0])
            self.assertEqual(unwell[1], "text: https://127.0.0.1: no connection")
            for secret in ["wrong-canary", "a-secret-path", provider.secret]:
                self.assertNotIn(secret, json.dumps(found))
            # Without the certificate nobody is trusted.
            del settings["PEERSUPPORT_GATEWAY_CERTIFICATES"]
            found = self.findings(**settings)["gateways"]
            self.assertTrue(any("certificate not trusted" in finding["what"] for finding in found), found)
        self.assertEqual(self.levels(self.findings(), "gateways"), {"unwell", "look"})
        wrong = self.findings("--offline", PEERSUPPORT_PUSH_CONTACT="mailto:it@localhost")["gateways"]
        self.assertIn("PEERSUPPORT_PUSH_CONTACT", wrong[0]["what"])

    def test_a_server_that_runs_on_postgresql(self):
        with PostgreSQL() as postgresql:
            installation = Installation(self.folder / "postgresql", postgresql.create("doctor"))
            with installation.server() as server:
                found = self.findings("--offline", installation=installation)
                self.assertEqual(self.levels(found, "server"), {"well"}, server.said())
                self.assertTrue(found["database"][0]["what"].startswith("postgresql 15"), found["database"])
                self.assertEqual(self.levels(found, "roles"), {"well"})

    def test_in_words(self):
        self.installation.found(AGENCY, {})
        done = run("doctor", "--offline", "--quiet", *self.installation.options, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"unwell  roles      {AGENCY}: nobody enrolled keeps accounts", done.stdout)
        self.assertNotIn("\nwell ", f"\n{done.stdout}")


if __name__ == "__main__":
    unittest.main()

"""The programming interface: its documents are valid, and schemathesis finds no answer they do not describe.

schemathesis reads an agency's OpenAPI document and sends what fits it and what does not: wrong types, unknown members,
missing ones, long and odd text. The seed is fixed, so a run can be repeated.
"""

import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import openapi_spec_validator

from Harness.demonstration import DemonstrationServer
from Harness.installation import Installation
from Harness.interface import Client, sign_in

PACKS = ["iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation"]
SEED = 20261120
# One programme is attacked at length; one whose pack lacks most of what that one has by a few examples of each operation, for the
# same acts answer there.
AT_LENGTH = "orange-county-probation"
EXAMPLES = {AT_LENGTH: 12}
FEW_EXAMPLES = 4
ATTACKED = [AT_LENGTH, "police-division"]
CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "ignored_auth", "use_after_free",
    "allow_header_conformance",
]
# They end the very session that asks.
ENDING = ["signOut", "signOutEverywhere"]
# They take the team's doors from whoever asks, so they come last.
LEAVING = ["pauseMembership", "returnFromPause", "withdrawFromTeam"]
# What one programme alone has, as its policy asks for it.
FEW_HAVE = {
    "kern-sheriff": [
        "listIncidents", "recordIncident", "readIncident", "markInvolvement", "markOwnInvolvement", "removeIncident",
        "suspendMember", "readSuspension", "decideSuspension"],
    "iacp": [
        "listAfterActionInputs", "draftAfterActionInput", "readAfterActionInput", "changeAfterActionInput",
        "signOffAfterActionInput", "finishAfterActionInput"],
}
# They work on a passphrase, which is slow on purpose; a few examples do.
SLOW = ["signIn", "enrol", "recover", "changePassphrase"]


class Interface(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(DemonstrationServer())
        today = datetime.datetime.now(Installation.zone).date()
        cls.this_month = today.strftime("%Y-%m")
        end_of_last = today.replace(day=1) - datetime.timedelta(days=1)
        cls.last_month = end_of_last.strftime("%Y-%m")

    def client(self, token=None):
        return self.enterContext(Client(self.server.port, token))

    def signed_in(self, agency, login):
        return self.client(sign_in(self.server.port, agency, login))

    def document(self, agency):
        status, document = self.client().call("GET", f"/api/v1/agencies/{agency}/openapi.json")
        self.assertEqual(status, 200)
        return document

    def ok(self, client, path):
        status, answer = client.call("GET", path)
        self.assertEqual(status, 200, answer)
        return answer


class Documents(Interface):
    def test_each_agency_has_a_valid_document(self):
        for agency in PACKS:
            with self.subTest(agency=agency):
                document = self.document(agency)
                openapi_spec_validator.validate(document)
                self.assertTrue(document["openapi"].startswith("3.1"))
                self.assertGreater(len(document["paths"]), 15)

    def test_no_operation_of_staff_answers_a_stranger(self):
        for path, operations in self.document(PACKS[0])["paths"].items():
            for method, operation in operations.items():
                if not operation["security"]:
                    continue
                for token in (None, "A" * 43, "nonsense"):
                    address = path.replace("{month}", self.this_month).replace("{", "").replace("}", "")
                    status, problem = self.client(token).call(method.upper(), address, {})
                    self.assertEqual((status, problem["title"]), (401, problem["title"]), f"{method} {path}")


class Schemathesis(Interface):
    def attack(self, agency, token=None, including=(), excluding=(), examples=None, reaching=(), **values):
        """Runs schemathesis over the agency's document.

        `values` are those of path parameters that exist; the operations in `reaching` must have been done at least once,
        or the attack stood before closed doors only.
        """
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-schemathesis-")))
        config = folder / "schemathesis.toml"
        values = {"agency": agency, **values}
        config.write_text(
            "[parameters]\n" + "".join(f'"path.{name}" = "{value}"\n' for name, value in values.items()),
            encoding="utf-8")
        command = [
            pathlib.Path(sys.executable).parent / "schemathesis", "--config-file", config, "run",
            f"{self.server.address}/api/v1/agencies/{agency}/openapi.json", "--checks", ",".join(CHECKS),
            "--max-examples", str(examples or EXAMPLES.get(agency, FEW_EXAMPLES)), "--seed", str(SEED),
            "--warnings", "off", "--continue-on-failure",
            "--report", "har", "--report-har-path", folder / "sent.har",
        ]
        if agency != AT_LENGTH and not including:
            command += ["--phases", "examples,fuzzing"]
        if token:
            command += ["-H", f"Authorization: Bearer {token}"]
        for operation in including:
            command += ["--include-operation-id", operation]
        for operation in excluding:
            command += ["--exclude-operation-id", operation]
        done = subprocess.run(
            [str(part) for part in command], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        sent = next((line.strip() for line in done.stdout.splitlines() if " generated" in line), "")
        print(f"{agency}: {sent}")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(set(reaching) - self.done_operations(agency, folder / "sent.har"), set())

    def done_operations(self, agency, archive):
        """The ids of the operations that were done, from what was sent and answered (HTTP Archive 1.2)."""
        operations = [
            (method.upper(), re.compile(re.sub(r"{\w+}", "[^/]+", path)), operation["operationId"])
            for path, methods in self.document(agency)["paths"].items() for method, operation in methods.items()
        ]
        done = set()
        for entry in json.loads(archive.read_text(encoding="utf-8"))["log"]["entries"]:
            if not 200 <= entry["response"]["status"] < 300:
                continue
            path = urllib.parse.urlsplit(entry["request"]["url"]).path
            for method, pattern, operation in operations:
                if method == entry["request"]["method"] and pattern.fullmatch(path):
                    done.add(operation)
        return done

    def test_anyone(self):
        for agency in PACKS:
            with self.subTest(agency=agency):
                self.attack(agency, including=["readOpenAPI"])
        self.attack(PACKS[0], including=["signIn", "enrol", "recover"], examples=4)

    def test_supporters(self):
        for agency in ATTACKED:
            with self.subTest(agency=agency):
                supporter = self.signed_in(agency, "supporter")
                contact = self.ok(supporter, f"/api/v1/sheets/{self.this_month}")["contacts"][0]["id"]
                self.attack(
                    agency, supporter.token, excluding=[*ENDING, *LEAVING, *SLOW, "submitSheet"],
                    reaching=["listSheets", "readSheet", "removeContact"],
                    month=self.this_month, contact=contact)
                self.attack(
                    agency, supporter.token, including=["submitSheet", "readSheet", "recordContact"],
                    reaching=["submitSheet", "readSheet"], month=self.last_month)
                self.attack(
                    agency, supporter.token, including=LEAVING, examples=FEW_EXAMPLES, reaching=["withdrawFromTeam"])

    def test_coordinators(self):
        for agency in ATTACKED:
            with self.subTest(agency=agency):
                coordinator = self.signed_in(agency, "coordinator")
                account, holding = self.somebody(coordinator, "supporter-2")
                self.attack(
                    agency, coordinator.token, excluding=[*ENDING, *SLOW],
                    reaching=["listAccounts", "readAccount", "listPeople", "readPolicy"],
                    month=self.last_month, account=account, holding=holding)

    def test_what_few_programmes_have(self):
        for agency, operations in FEW_HAVE.items():
            with self.subTest(agency=agency):
                coordinator = self.signed_in(agency, "coordinator")
                self.attack(agency, coordinator.token, including=operations, reaching=operations[:1])

    def somebody(self, coordinator, login):
        """The ids of an account and of its holding."""
        accounts, after = [], ""
        while True:
            page = self.ok(coordinator, f"/api/v1/accounts{after}")
            accounts += page["accounts"]
            if not page.get("next"):
                break
            after = f"?after={page['next']}"
        account = next(account for account in accounts if account["login"] == login)
        whole = self.ok(coordinator, f"/api/v1/accounts/{account['id']}")
        return account["id"], whole["roles"][0]["id"]


class UnknownMembers(Interface):
    """No form takes a field it does not have: there is no place for a name, a word or a time of day."""

    EXTRA = {"note": "text", "name": "Kim Vang", "time": "14:30", "employeeNumber": "1001", "id": "x", "month": "2026-11"}

    def test_contacts_of_every_kind_of_every_pack(self):
        for agency in PACKS:
            supporter = self.signed_in(agency, "supporter")
            place = f"/api/v1/sheets/{self.this_month}"
            path = "/api/v1/sheets/{month}/contacts"
            schema = self.document(agency)["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
            for kind in schema.get("oneOf", [schema]):
                entry = self.simplest(kind)
                with self.subTest(agency=agency, kind=entry["kind"]):
                    status, answer = supporter.call("POST", f"{place}/contacts", entry)
                    self.assertEqual(status, 201, answer)
                    before = self.ok(supporter, place)["contacts"]
                    for name, value in self.EXTRA.items():
                        for value in (value, None, [], {"deep": value}):
                            status, answer = supporter.call("POST", f"{place}/contacts", {**entry, name: value})
                            self.assertEqual(status, 422, f"{name} was accepted")
                            self.assertEqual([problem["field"] for problem in answer["problems"]], [name])
                            status, _ = supporter.call(
                                "PUT", f"{place}/contacts/{before[0]['id']}", {**entry, name: value})
                            self.assertEqual(status, 422, f"{name} was accepted in a correction")
                    self.assertEqual(self.ok(supporter, place)["contacts"], before)

    def simplest(self, kind):
        """An entry with what the kind requires and nothing else."""
        entry = {}
        for name in kind["required"]:
            schema = kind["properties"][name]
            if schema.get("format") == "date":
                entry[name] = f"{self.this_month}-01"
            elif "enum" in schema:
                entry[name] = schema["enum"][0]
            elif schema["type"] == "integer":
                entry[name] = max(schema["minimum"], 1)
            elif schema["type"] == "array":
                entry[name] = [schema["items"]["enum"][0]]
            else:
                self.fail(f"{name} is of no kind that a contact form has: {json.dumps(schema)}")
        return entry


if __name__ == "__main__":
    unittest.main()

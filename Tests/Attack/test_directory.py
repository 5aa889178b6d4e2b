"""A directory that pushes its changes: the interface as RFC 7643 and 7644 have it, by a client and a validator made by others, and what a
push does to the programme."""

import datetime
import itertools
import sqlite3
import tempfile
import unittest
import uuid

import httpx2
import scim2_tester.filling
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

from Harness import interface
from Harness.installation import Installation, employee

AGENCY = "orange-county-probation"
# So large that what the validator ends is not many.
LARGE = "police-division"
# Of which so many are ended on one day that nobody is ended any more.
EMPTIED = "sacramento-probation"
# In which so many are moved, and in which so many of the team become of another kind.
MOVED = "moved-probation"
STAFFED = "staffed-probation"
USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
PROGRAMME = "urn:ietf:params:scim:schemas:extension:peersupport:2.0:User"
KEEPER = "keeper"
# An active that is not said is true by our reading, so one that is removed is not empty.
OUR_READING = {("check_remove_attribute", "active")}


class Days:
    """Random texts, each another, of a kind that every attribute takes: days of the past."""

    def __init__(self):
        self.days = (datetime.date(1950, 1, 1) + datetime.timedelta(days=count) for count in itertools.count())

    def uuid4(self):
        return next(self.days).isoformat()


class Keeper(interface.Client):
    """Whoever manages people."""

    def does(self, method, path, body=None, status=200):
        """The JSON of the answer, which has to have that status."""
        came, told = self.call(method, path, body)
        if came != status:
            raise AssertionError(f"{method} {path}: {came} {told}")
        return told


class Directory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        ground = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-directory-"))
        cls.installation = Installation(f"{ground}/data")
        codes = cls.installation.found(AGENCY, {KEEPER: "coordinator", "sam": "supporter"})
        cls.installation.employ(AGENCY, "sam", besides=[employee(f"n{number}") for number in range(30)])
        large = cls.installation.found(LARGE, {KEEPER: "coordinator"})
        cls.installation.employ(LARGE, *(f"n{number}" for number in range(1000)))
        emptied = cls.installation.found(EMPTIED, {KEEPER: "coordinator"})
        cls.installation.employ(EMPTIED, *(f"n{number}" for number in range(30)))
        moved = cls.installation.found(MOVED, {KEEPER: "coordinator"}, pack=EMPTIED)
        cls.installation.employ(MOVED, *(f"n{number}" for number in range(30)))
        team = [f"s{number}" for number in range(8)]
        staffed = cls.installation.found(
            STAFFED, {KEEPER: "coordinator"} | dict.fromkeys(team, "supporter"), pack=EMPTIED)
        cls.server = cls.enterClassContext(cls.installation.server())
        all_codes = {
            AGENCY: codes, LARGE: large, EMPTIED: emptied, MOVED: moved, STAFFED: {KEEPER: staffed[KEEPER]}}
        for agency, its_codes in all_codes.items():
            cls.installation.enrol(cls.server, agency, its_codes)
        cls.sessions = {
            agency: interface.set_second_factor_up(cls.server.port, agency, KEEPER) for agency in all_codes}

    def keeper(self, agency=AGENCY):
        return self.enterContext(Keeper(self.server.port, self.sessions[agency]))

    def token(self, keeper):
        for token in keeper.does("GET", "/api/v1/people/directory")["tokens"]:
            keeper.does("DELETE", f"/api/v1/people/directory/tokens/{token['id']}", status=204)
        return keeper.does("POST", "/api/v1/people/directory/tokens", status=201)["token"]

    def http(self, token, agency=AGENCY):
        """A directory that brings this token, or none at all."""
        authorization = {"Authorization": f"Bearer {token}"} if token else {}
        return self.enterContext(
            httpx2.Client(
                base_url=f"http://127.0.0.1:{self.server.port}/scim/v2/{agency}",
                headers=authorization | {"Content-Type": "application/scim+json"}, timeout=30))

    def defaults(self, keeper, **said):
        names = ["unit", "division", "shift", "rank", "classification", "is_supervisor", "hired_on", "investigates"]
        keeper.does("PUT", "/api/v1/people/directory/defaults", {n: said[n] for n in names if n in said}, status=204)

    def everything(self, keeper):
        self.defaults(
            keeper, unit="North", division="North", shift="Days", rank="Officer", classification="sworn",
            is_supervisor="no", hired_on="first-push", investigates="no")

    def test_a_validator_of_others_finds_nothing(self):
        keeper = self.keeper(LARGE)
        self.defaults(keeper)
        client = SyncSCIMClient(self.http(self.token(keeper), LARGE))
        scim2_tester.filling.uuid = Days()
        try:
            results = check_server(client)
        finally:
            scim2_tester.filling.uuid = uuid
        wrong = [
            f"{result.title}: {result.reason}" for result in results
            if result.status not in (Status.SUCCESS, Status.SKIPPED)
            and not any(title == result.title and name in (result.reason or "") for title, name in OUR_READING)]
        self.assertEqual(wrong, [])
        self.assertGreater(sum(result.status == Status.SUCCESS for result in results), 50)

    def person(self, number, **more):
        return {
            "schemas": [USER, ENTERPRISE], "userName": f"{number}@agency.example", "externalId": f"x-{number}",
            "name": {"givenName": "Kim", "familyName": "Vang"}, ENTERPRISE: {"employeeNumber": number}, **more}

    def active(self, number, agency=AGENCY):
        with sqlite3.connect(self.installation.sqlite) as database:
            row = database.execute(
                "SELECT ended_on FROM person WHERE employee_number = ? AND agency = (SELECT id FROM agency WHERE slug = ?)",
                [number, agency]).fetchone()
        return row is not None and row[0] is None

    def test_a_directory_pushes(self):
        keeper = self.keeper()
        self.everything(keeper)
        http = self.http(self.token(keeper))
        made = http.post("/Users", json=self.person("P-1"))
        self.assertEqual(made.status_code, 201, made.text)
        found = http.get("/Users", params={"filter": 'userName eq "p-1@AGENCY.example"'}).json()
        self.assertEqual([user["id"] for user in found["Resources"]], [made.json()["id"]])
        self.assertEqual(http.get("/Users", params={"filter": 'externalId eq "x-P-1"'}).json()["totalResults"], 1)
        for wrong in ['userName sw "a"', 'title eq "x"', "userName"]:
            refused = http.get("/Users", params={"filter": wrong})
            self.assertEqual((refused.status_code, refused.json()["scimType"]), (400, "invalidFilter"))
        again = http.post("/Users", json=self.person("P-1"))
        self.assertEqual((again.status_code, again.json()["scimType"]), (409, "uniqueness"))
        # As some directories send it.
        one = f"/Users/{made.json()['id']}"
        boss = http.post("/Users", json=self.person("P-2")).json()["id"]
        changed = http.patch(one, json={"schemas": [], "Operations": [
            {"op": "Replace", "path": "active", "value": "True"},
            {"op": "Add", "path": 'emails[type eq "work"].value', "value": "kim@agency.example"},
            {"op": "Add", "path": f"{ENTERPRISE}:manager", "value": boss},
            {"op": "replace", "value": {"name.familyName": "Xiong", "title": "Senior"}}]})
        self.assertEqual(changed.status_code, 200, changed.text)
        told = changed.json()
        self.assertEqual(
            (told["name"]["familyName"], told["title"], told["emails"], told[ENTERPRISE]["manager"]["value"]),
            ("Xiong", "Senior", [{"value": "kim@agency.example"}], boss))
        self.assertTrue(http.get(f"/Users/{boss}").json()[PROGRAMME]["supervises"])
        circle = http.patch(f"/Users/{boss}", json={"Operations": [
            {"op": "add", "path": f"{ENTERPRISE}:manager", "value": made.json()["id"]}]})
        self.assertEqual((circle.status_code, circle.json()["scimType"]), (400, "invalidValue"))
        gone = http.delete(one)
        self.assertEqual((gone.status_code, http.get(one).status_code), (204, 404))
        self.assertFalse(self.active("P-1"))
        back = http.post("/Users", json=self.person("P-1"))
        self.assertEqual((back.status_code, back.json()["id"]), (201, made.json()["id"]))
        self.assertTrue(self.active("P-1"))

    def test_whoever_the_directory_ends_is_off_the_team(self):
        keeper = self.keeper()
        self.everything(keeper)
        http = self.http(self.token(keeper))
        sam = http.post("/Users", json=self.person("E-sam"))
        self.assertEqual(sam.status_code, 201, sam.text)
        ended = http.patch(f"/Users/{sam.json()['id']}", json={"Operations": [
            {"op": "replace", "path": "active", "value": False}]})
        self.assertEqual((ended.status_code, ended.json()["active"]), (200, False))
        with sqlite3.connect(self.installation.sqlite) as database:
            held = (
                "SELECT count(*) FROM holding h JOIN account a ON a.id = h.account "
                "WHERE a.login = 'sam' AND h.role = 'supporter' AND h.held_until IS NULL")
            self.assertEqual(database.execute(held).fetchone()[0], 0)
        again = http.put(f"/Users/{sam.json()['id']}", json=self.person("E-sam", active=True))
        self.assertEqual((again.status_code, again.json()["active"]), (200, True))
        with sqlite3.connect(self.installation.sqlite) as database:
            self.assertEqual(database.execute(held).fetchone()[0], 1)

    def test_many_wait_for_a_word(self):
        keeper = self.keeper(EMPTIED)
        self.everything(keeper)
        http = self.http(self.token(keeper), EMPTIED)
        ids = [http.post("/Users", json=self.person(f"E-n{number}")).json()["id"] for number in range(25)]
        answers = [http.delete(f"/Users/{person}") for person in ids]
        held = [answer for answer in answers if answer.status_code == 403]
        self.assertGreater(len(held), 15)
        self.assertIn("has to allow it", held[0].json()["detail"])
        self.assertEqual(answers[0].status_code, 204)
        waiting = keeper.does("GET", "/api/v1/people/directory")["waiting"]
        self.assertEqual(len(waiting), len(held))
        keeper.does("POST", "/api/v1/people/directory/endings", {"ends": len(held) - 1}, status=422)
        self.assertTrue(self.active(waiting[0]["employeeNumber"], EMPTIED))
        done = keeper.does("POST", "/api/v1/people/directory/endings", {"ends": len(held)})
        self.assertEqual(done["ended"], len(held))
        self.assertFalse(self.active(waiting[0]["employeeNumber"], EMPTIED))
        self.assertEqual(keeper.does("GET", "/api/v1/people/directory")["waiting"], [])

    def test_moving_many_waits_for_a_word(self):
        """By PATCH and by PUT."""
        keeper = self.keeper(MOVED)
        self.everything(keeper)
        http = self.http(self.token(keeper), MOVED)
        ids = [http.post("/Users", json=self.person(f"E-n{number}")).json()["id"] for number in range(20)]

        def moved(place, person):
            operation = {"op": "replace", "path": f"{ENTERPRISE}:division", "value": "South"}
            if place % 2:
                return http.patch(f"/Users/{person}", json={"Operations": [operation]})
            body = self.person(f"E-n{place}")
            body[ENTERPRISE]["division"] = "South"
            return http.put(f"/Users/{person}", json=body)

        answers = [moved(place, person) for place, person in enumerate(ids)]
        held = [answer for answer in answers if answer.status_code == 403]
        self.assertEqual(answers[0].status_code, 200, answers[0].text)
        self.assertEqual(len(held), 15)
        self.assertIn("has to allow it", held[0].json()["detail"])
        # Whoever was moved today may be moved again; a name is nobody's business.
        self.assertEqual(moved(0, ids[0]).status_code, 200)
        renamed = {"Operations": [{"op": "replace", "path": "name.familyName", "value": "Xiong"}]}
        self.assertEqual(http.patch(f"/Users/{ids[-1]}", json=renamed).status_code, 200)
        self.assertEqual(len(keeper.does("GET", "/api/v1/people/directory")["held"]), len(held))
        keeper.does("POST", "/api/v1/people/directory/changes/refusal", status=204)
        self.assertEqual(keeper.does("GET", "/api/v1/people/directory")["held"], [])
        self.assertEqual(moved(19, ids[19]).status_code, 403)
        keeper.does("POST", "/api/v1/people/directory/changes", status=204)
        self.assertEqual([moved(place, person).status_code for place, person in enumerate(ids)], [200] * 20)

    def test_taking_the_role_from_several_waits_for_a_word(self):
        keeper = self.keeper(STAFFED)
        self.everything(keeper)
        http = self.http(self.token(keeper), STAFFED)
        ids = [http.post("/Users", json=self.person(f"E-s{number}")).json()["id"] for number in range(8)]
        answers = []
        for number, person in enumerate(ids):
            body = self.person(f"E-s{number}")
            body[PROGRAMME] = {"classification": "volunteer"}
            body["schemas"].append(PROGRAMME)
            answers.append(http.put(f"/Users/{person}", json=body))
        self.assertEqual([answer.status_code for answer in answers], [200] * 5 + [403] * 3, answers[-1].text)
        self.assertIn("lost a role", answers[-1].json()["detail"])
        with sqlite3.connect(self.installation.sqlite) as database:
            held = "SELECT count(*) FROM holding h JOIN account a ON a.id = h.account WHERE a.login LIKE 's_' AND h.held_until IS NULL"
            self.assertEqual(database.execute(held).fetchone()[0], 3)

    def test_without_a_token_nothing_is_told(self):
        keeper = self.keeper()
        token = self.token(keeper)
        answers = {
            (answer.status_code, answer.content)
            for answer in [
                self.http(token, agency="nowhere").get("/Users"), self.http("x" * 43).get("/Users"),
                self.http(None).get("/Schemas"), self.http(token[:-1]).delete("/Users/" + "a" * 26)]}
        self.assertEqual(len(answers), 1)
        self.assertEqual(answers.pop()[0], 401)
        tokens = keeper.does("GET", "/api/v1/people/directory")["tokens"]
        self.assertEqual(self.http(token).get("/Users").status_code, 200)
        for row in tokens:
            keeper.does("DELETE", f"/api/v1/people/directory/tokens/{row['id']}", status=204)
        self.assertEqual(self.http(token).get("/Users").status_code, 401)
        with open(self.installation.sqlite, "rb") as database:
            self.assertNotIn(token.encode(), database.read())


if __name__ == "__main__":
    unittest.main()

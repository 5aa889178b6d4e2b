"""Whatever leaves an incident for others, or lies where a thief finds it: who was part of it, what it was, where people are and what
somebody asked for because of it stand in none of it."""

import datetime
import pathlib
import re
import tempfile
import time
import unittest
import urllib.parse

from Attack.canaries import Canaries, finds, forms
from Harness.asking import Supporter, ask
from Harness.certificate import Certificate
from Harness.installation import Installation
from Harness.interface import Client, set_second_factor_up, sign_in
from Harness.mail_server import MailServer
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows
from Harness.server import ROOT

AGENCY = "orange-county-probation"
PACK = ROOT / "Sources" / "PolicyPacks" / "Packs" / f"{AGENCY}.yaml"
ROLES = {
    "asked": "supporter", "other": "supporter", "leader": "coordinator", "member": "committee-member", "chief": "chief",
    "director": "division-director",
}
# Nobody but whoever runs it may know what it was: for the rest of the programme these are the pages of every day.
OTHERS = ["/home", "/notices", "/api/v1/notices", "/team", "/figures", "/duty-time", "/duty-time/hours", "/incident-decisions"]
# What was meant to be said to those who decide and to those who are asked: what it was, and where to come.
TOLD = {"member": {"the nature"}, "asked": {"the nature", "the scene"}}
# The text of the rules has the name of each kind of incident, whether there ever was one or not.
RULES = {"pack"}


class Town:
    """An agency with a scene and a kind of incident whose name nobody else says."""

    def __init__(self, installation, canaries, ground):
        self.installation, self.ground = installation, pathlib.Path(ground)
        self.names, self.nature, self.scene, self.room, self.words, self.alias = (
            canaries.word(about) for about in ("names", "nature", "scene", "room", "words", "alias"))
        self.kind = f"k{canaries.mark}"
        self.secrets = {
            "a name": self.names, "the nature": self.nature, "the kind": self.kind, "the scene": self.scene,
            "the room": self.room, "the seeker's words": self.words, "the seeker's name": self.alias}
        self.tokens, self.taken = {}, {}

    def pack(self):
        """The agency's own, with one more kind and supporters who go to a scene."""
        text = PACK.read_text(encoding="utf-8")
        kinds = "  kinds:\n    - {id: shooting, label: Officer-involved shooting"
        assert text.count(kinds) == 1
        own = '{chosen: "Ours, to look where it stands."}'
        text = text.replace(
            kinds, f"  scene-response: {{asked-by: [{{role: coordinator}}], basis: {own}}}\n" + kinds.replace(
                "kinds:\n", f"kinds:\n    - {{id: {self.kind}, label: {self.nature}, basis: {own}}}\n"))
        file = self.ground / "rules.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    def people_come(self, server):
        self.port = server.port
        codes = self.installation.found(AGENCY, ROLES, pack=self.pack())
        self.installation.enrol(server, AGENCY, codes)
        for login, role in ROLES.items():
            enter = sign_in if role == "supporter" else set_second_factor_up
            self.tokens[login] = enter(server.port, AGENCY, login)

    def local(self, hours):
        moment = datetime.datetime.now(Installation.zone) + datetime.timedelta(hours=hours)
        return moment.strftime("%Y-%m-%dT%H:%M")

    def read(self, login, path):
        with Client(self.port, self.tokens[login]) as client:
            status, _, content = client.exchange("GET", path)
        return status, content.decode()

    def send(self, login, path, page="/home", **fields):
        """A form, as its page sends it; gives where it leads."""
        token = re.search(r'name="token" value="([^"]+)"', self.read(login, page)[1])[1]
        form = urllib.parse.urlencode({"token": token, **fields}, doseq=True)
        with Client(self.port, self.tokens[login]) as client:
            status, headers, content = client.exchange("POST", path, form, "application/x-www-form-urlencoded")
        if status != 303:
            raise AssertionError(f"{path}: {status} {content.decode()}")
        return headers["Location"].split("?")[0]

    def take(self, login, path):
        """A file that leaves the system."""
        status, content = self.read(login, path)
        if status != 200:
            raise AssertionError(f"{path}: {status} {content}")
        self.taken[path] = content

    def something_happens(self, is_told):
        """Reported, gone to once `is_told` has come to hold, talked over by those who decide, and met about."""
        incident = self.send(
            "leader", "/critical-incidents", kind=self.kind, scope="own", happenedAt=self.local(-30), toldAt=self.local(-29),
            means="telephone", teller="supervisor", names=f"{self.names}\n{self.names}")
        self.send("leader", f"{incident}/scene", askedBy="role:coordinator", askedAt=self.local(-1), wanted="2", place=self.scene)
        is_told()
        own = incident.replace("/critical-incidents/", "/responses/")
        for answer in ("coming", "arrived"):
            self.send("asked", f"{own}/answer", answer=answer)
        for login, body in (("leader", "role:coordinator"), ("member", "committee:advisory")):
            self.send(login, f"{incident}/decisions", meeting="debriefing", body=body, word="needed")
        meeting = self.send("leader", f"{incident}/meetings", meeting="debriefing", startsAt=self.local(2), place=self.room)
        self.take("leader", f"{meeting}/invitation.ics")
        with Client(self.port) as seeker:
            ask(seeker, AGENCY, words=self.words, name=self.alias, touches=["incident"])
        return incident

    def hours_are_kept(self):
        """On a day that is over, for payroll."""
        day = (datetime.datetime.now(Installation.zone) - datetime.timedelta(days=1)).date().isoformat()
        entry = {"day": day, "from": "09:00", "until": "10:00", "activity": "debriefing", "status": "on-duty"}
        self.send("asked", "/duty-time", **entry)
        export = self.send("leader", "/duty-time/payroll", **{"from": day, "until": day})
        self.take("leader", f"{export}/lines.csv")
        assert "E-asked" in self.taken[f"{export}/lines.csv"], "the hours go to payroll"
        self.take("leader", "/training/team/record.csv")
        feed = self.send("asked", "/on-call/calendar")
        with Client(self.port, self.tokens["asked"]) as client:
            _, _, page = client.exchange("GET", feed)
        link = re.search(r"/calendars/[^\s\"<]+\.ics", page.decode())
        if link:
            self.take("asked", link[0])


class IncidentSecrets(unittest.TestCase):
    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-incident-")))

    def test_sqlite(self):
        installation = Installation(self.ground / "data")
        self.look_everywhere(installation, SQLiteRows(installation.sqlite))

    def test_postgresql(self):
        with PostgreSQL() as server:
            installation = Installation(self.ground / "data", server.create("secrets"))
            self.look_everywhere(installation, PostgreSQLRows(server, "secrets"))

    def look_everywhere(self, installation, rows):
        town = Town(installation, Canaries(), self.ground)
        with Certificate() as certificate, MailServer(certificate) as mail:
            server = installation.server(**mail.environment(), **certificate.settings)
            with server:
                town.people_come(server)
                self.told_by_mail(town, mail)
                arrived = len(mail.letters)
                incident = town.something_happens(lambda: self.until(lambda: len(mail.letters) > arrived))
                town.hours_are_kept()
                self.nothing_leaves(town, mail, server)
                self.no_page_of_others(town, incident)
                log = server.said()
            self.no_row(town, rows)
        self.assertEqual(self.among(town.secrets, log), set())
        # Whatever is in the clear nowhere but in the rules is in no file of the installation either.
        kept = {name: secret for name, secret in town.secrets.items() if name not in ("the nature", "the kind")}
        self.assertEqual(finds(kept, installation.folder), [])

    def told_by_mail(self, town, mail):
        """Whoever is asked to the scene hears of it by mail, too."""
        with Client(town.port, town.tokens["asked"]) as client:
            path = "/api/v1/account/contact-methods"
            _, way = client.call("POST", path, {"kind": "email", "address": "asked@people.example.org", "delay": 0})
            self.until(lambda: mail.letters)
            digits = re.search(r"\d{6}", mail.letters[0]["words"])[0]
            self.assertEqual(client.call("POST", f"{path}/{way['id']}/proof", {"digits": digits})[0], 204)

    def nothing_leaves(self, town, mail, server):
        for letter in mail.letters:
            self.assertEqual(self.among(town.secrets, f"{letter['words']} {letter['headers']}"), set())
        for path, content in town.taken.items():
            # Whoever is invited reads where it is.
            meant = {"the room"} if path.endswith("invitation.ics") else set()
            self.assertEqual(self.among(town.secrets, content) - meant, set(), path)
        self.assertEqual(self.among(town.secrets, server.said()), set())

    def no_page_of_others(self, town, incident):
        for login in ROLES:
            if login == "leader":
                continue
            self.assertEqual(town.read(login, incident)[0], 404, login)
            for path in OTHERS:
                _, content = town.read(login, path)
                meant = TOLD.get(login, set()) if path == "/incident-decisions" else set()
                self.assertEqual(self.among(town.secrets, content) - meant, set(), f"{path} of {login}")
        told = self.among(town.secrets, town.read("asked", "/responses")[1])
        self.assertEqual(told, TOLD["asked"], "what is said to whoever is asked")

    def no_row(self, town, rows):
        """Every column of every table; the search finds what does stand there."""
        logins = 0
        for table in rows.tables():
            for row in rows.of(table):
                for column, value in row.items():
                    if table in RULES or not isinstance(value, (str, bytes)):
                        continue
                    logins += value == "asked"
                    self.assertEqual(self.among(town.secrets, value), set(), f"{table}.{column}")
        self.assertGreater(logins, 0)

    def among(self, secrets, content):
        """Which of them stand there, in whatever form."""
        content = content.encode() if isinstance(content, str) else content
        return {name for name, secret in secrets.items() for form in forms(secret).values() if form in content}

    def until(self, holds, within=60):
        end = time.monotonic() + within
        while not holds():
            self.assertLess(time.monotonic(), end, "it does not come to hold")
            time.sleep(0.1)


if __name__ == "__main__":
    unittest.main()

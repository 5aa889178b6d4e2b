"""A thief, or a court, has every file of an installation: what a seeker gave stands in none, and none of them opens it."""

import os
import pathlib
import re
import resource
import signal
import tempfile
import time
import unittest

from Attack.canaries import Canaries, finds
from Attack.thief import Keys, Loot, receipt_bytes
from Harness.asking import Seeker, Supporter, ask
from Harness.installation import Installation
from Harness.interface import Client, sign_in
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows

# One pack lets its seekers have a professional read along, the other lets them agree to a note about time off.
AGENCIES = {"police-division": "psychologist", "orange-county-probation": None}
TEAM = ["supporter-a", "supporter-b", "supporter-c"]
PERSON = "{number},Kim,Vang,,,Records,Support,Days,Clerk,sworn,no,,2019-03-31,,,,no"
LANGUAGE = "Haitian Creole"


class Browser(Client):
    """Says of itself, its address and where it comes from as much as browsers and proxies may."""

    def __init__(self, port, word):
        super().__init__(port)
        self.word = word

    def credentials(self):
        return {
            "User-Agent": self.word("browser"), "Referer": f"http://127.0.0.1:{self.port}/{self.word('referer')}",
            "X-Forwarded-For": self.word("address"), "Forwarded": f"for={self.word('forwarded')}",
            "Accept-Language": self.word("tongue"), "X-Request-Id": self.word("trace"),
        }


class Story:
    """Two requests in one agency, with a canary in everything that seeker, supporter or browser give."""

    def __init__(self, test, installation, server, agency, professional, canaries):
        self.test, self.installation, self.server = test, installation, server
        self.agency, self.word = agency, canaries.word
        self.professional = professional
        # The seeker's employee number is in the directory; it must stand nowhere else.
        self.number = f"{canaries.mark[:6].upper()}77"
        # The languages that can be asked for stand in every pack: theirs is looked for with the card, by its other words.
        self.secrets = {}

    def people_come(self):
        run, agency = self.installation.run, self.agency
        run("agency", "create", agency, "--name", agency, "--time-zone", Installation.zone_name, "--pack", agency)
        self.installation.employ(agency, *TEAM, besides=[PERSON.format(number=self.number)])
        roles = {login: "supporter" for login in TEAM} | ({"consulted": self.professional} if self.professional else {})
        made = {login: self.installation.account(agency, login, role, "North") for login, role in roles.items()}
        self.installation.enrol(self.server, agency, {login: account["enrolmentCode"] for login, account in made.items()})
        self.accounts = {login: account["account"] for login, account in made.items()}
        self.team = {
            login: self.test.enterContext(Supporter(self.server.port, sign_in(self.server.port, agency, login)))
            for login in TEAM
        }

    def told(self):
        with Browser(self.server.port, self.word) as browser:
            self.stray_words(browser)
            self.asked_by_page(browser)
            self.receipt = self.keep("the receipt", ask(
                browser, self.agency, name=self.word("name"), number=self.word("number"), words=self.word("words"),
                way="text", time="evening", urgency="now", language=LANGUAGE, wanted=[self.accounts["supporter-a"]],
                unwanted=[self.accounts["supporter-c"]], chainOf=self.number, touches=["incident"]))
        # The first request is with a supporter who has not been in touch: the others' copies are kept under lock.
        second = self.team["supporter-b"]
        self.waiting, = second.offers()
        second.accept(self.waiting, **self.attestation())
        supporter = self.team["supporter-a"]
        self.request, = supporter.offers()
        with Seeker(self.server.port, self.agency, self.receipt) as seeker:
            self.spoken(self.keep_pass(seeker), supporter)

    def spoken(self, seeker, supporter):
        seeker.act("messages", text=self.word("early"))
        supporter.accept(self.request, **self.attestation())
        supporter.act(self.request, "advisement")
        supporter.act(self.request, "messages", text=self.word("answer"))
        seeker.act("messages", text=self.word("reply"))
        if self.professional:
            seeker.act("consents", to=self.word("recipient"), scope=self.word("scope"))
            supporter.act(
                self.request, "consultations", consulted=self.professional, account=self.accounts["consulted"])
            consultation, = seeker.view()["consultations"]
            seeker.act("consultation-opening", id=consultation["id"])
        else:
            seeker.act("time-off-note", "PUT", agreed=True)

    def stray_words(self, browser):
        """What is refused, mistyped or sent where nothing takes it must not be kept either."""
        place, word = f"/api/v1/agencies/{self.agency}", self.word
        for method, path, body in [
            ("POST", f"{place}/requests", {"origin": word("origin"), "words": word("refused")}),
            ("POST", f"{place}/requests", {word("member"): word("value")}),
            ("POST", f"{place}/requests", {"name": word("longname") * 20, "chainOf": word("chain")}),
            ("POST", f"{place}/passes", {"receipt": word("receipt")}),
            ("POST", f"{place}/sessions", {"login": word("login"), "passphrase": word("passphrase")}),
            ("GET", f"/api/v1/{word('path')}", None), ("GET", f"/api/v1/support?{word('query')}={word('value')}", None),
        ]:
            status, _ = browser.call(method, path, body)
            assert 400 <= status < 500, f"{method} {path}: {status}"
        status, page = browser.send_form(f"/agencies/{self.agency}/ask", name=word("formname"), words=word("formwords"))
        assert status == 422 and "formwords" in page, f"{status} {page}"

    def asked_by_page(self, browser):
        """Asks by the form, comes back by the receipt and writes."""
        status, page, shown = browser.follow_form(
            f"/agencies/{self.agency}/ask", origin="oneself", standing="employee", way="message",
            name=self.word("pagename"), words=self.word("pagewords"), advisementRead="yes")
        assert status == 200, page
        self.secrets["the cookie that shows the receipt once"] = shown
        receipt = re.search(r"\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{2}\b", page)[0]
        self.page_receipt = self.keep("the receipt of the page", receipt)
        with Seeker(self.server.port, self.agency, self.page_receipt) as seeker:
            token = re.search(r'name="token" value="([^"]+)"', self.keep_pass(seeker).page())[1]
            status, page = seeker.send_form("/support/messages", token=token, text=self.word("pagemessage"))
            assert status == 303, f"{status} {page}"

    def attestation(self):
        return {"isInChainOfCommand": False} if self.agency == "police-division" else {}

    def keep(self, name, receipt):
        self.secrets |= {name: receipt, f"{name} in one": receipt.replace("-", ""), f"{name}'s bytes": receipt_bytes(receipt)}
        return receipt

    def keep_pass(self, seeker):
        self.secrets[f"the pass {len(self.secrets)}"] = seeker.token
        return seeker


class StolenDisk(unittest.TestCase):
    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-stolen-")))
        # As on a machine that would write a core where it can.
        limits = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (limits[1], limits[1]))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_CORE, limits)

    def test_sqlite(self):
        installation = Installation(self.ground / "data")
        self.steal(installation, SQLiteRows(installation.sqlite))

    def test_postgresql(self):
        with PostgreSQL() as server:
            installation = Installation(self.ground / "data", server.create("stolen"))
            self.steal(installation, PostgreSQLRows(server, "stolen"), server.folder)

    def steal(self, installation, rows, *database):
        passing = self.ground / "tmp"
        passing.mkdir()
        canaries = Canaries()
        server = installation.server(TMPDIR=str(passing))
        everything = [self.ground, server.log.name, *database]
        with server:
            stories = [
                Story(self, installation, server, agency, professional, canaries)
                for agency, professional in AGENCIES.items()
            ]
            for story in stories:
                story.people_come()
                story.told()
            secrets = {"a canary": canaries.mark}
            for story in stories:
                secrets |= {f"{name} of {story.agency}": secret for name, secret in story.secrets.items()}
            self.assertNowhere(secrets, everything, "while it runs")
            server.kill()
            self.assertNowhere(secrets, everything, "after it was killed")
            server.start()
            self.end_with_no_core(server, installation.folder)
            self.assertNowhere(secrets, everything, "after it broke down")
            server.start()
        self.assertNowhere(secrets, everything, "after it was stopped")
        rows.back_up(self.ground / "backup")
        self.assertNowhere(secrets, [self.ground / "backup"], "in a backup")
        for story in stories:
            self.look_at_holders(story, rows)
            self.try_to_open(story, rows)

    def test_no_moment_of_asking(self):
        """Amid a silence somebody asks, comes back and writes. No number in any table is that moment."""
        installation = Installation(self.ground / "data")
        rows, agency = SQLiteRows(installation.sqlite), "sacramento-probation"
        with installation.server() as server:
            installation.enrol(server, agency, installation.found(agency, {"supporter": "supporter"}))
            time.sleep(2)
            began = time.time() * 1000
            with Client(server.port) as visitor:
                receipt = ask(visitor, agency, words="Could somebody talk with me?")
            with Seeker(server.port, agency, receipt) as seeker:
                seeker.act("messages", text="Tonight, if you can.")
            ended = time.time() * 1000
            moments = {
                (table, column) for table in rows.tables() for row in rows.of(table) for column, value in row.items()
                if isinstance(value, int) and began - 1000 <= value <= ended + 1000
            }
        # The worker that sends words goes its round whether somebody asks or not.
        self.assertLessEqual(moments, {("heartbeat", "at")})
        self.assertEqual(len(rows.of("request")), 1)

    def test_the_day_of_an_incident(self):
        """The day that a seeker names is compared, and stands in no file."""
        installation = Installation(self.ground / "data")
        rows, agency, day = SQLiteRows(installation.sqlite), "kern-sheriff", "1997-02-03"
        with installation.server() as server:
            installation.enrol(server, agency, installation.found(agency, {TEAM[0]: "supporter"}))
            with Client(server.port) as visitor:
                receipt = ask(visitor, agency, incidentDay=day, incidentKind="disturbing-event")
            with Seeker(server.port, agency, receipt) as seeker:
                self.assertNotIn(day, str(seeker.view()) + seeker.page())
            self.assertNowhere({"the day": day}, [self.ground, server.log.name], "while it runs")
        self.assertNowhere({"the day": day}, [self.ground, server.log.name], "after it was stopped")
        self.assertEqual(len(rows.of("request")), 1)

    def assertNowhere(self, secrets, places, when):
        self.assertEqual(finds(secrets, *places), [], when)
        # The search finds what does stand there.
        self.assertNotEqual(finds({"a login": TEAM[0]}, *places), [], when)

    def end_with_no_core(self, server, folder):
        """The server breaks down amid its work; nothing of its memory gets onto the disk."""
        limits = pathlib.Path(f"/proc/{server.process.pid}/limits").read_text(encoding="ascii")
        self.assertRegex(limits, r"Max core file size +[01] +[01] ")
        server.process.send_signal(signal.SIGABRT)
        ended = os.waitid(os.P_PID, server.process.pid, os.WEXITED | os.WNOWAIT)
        self.assertEqual((ended.si_code, ended.si_status), (os.CLD_KILLED, signal.SIGABRT))
        server.process.wait()

    def look_at_holders(self, story, rows):
        """Who can open what, once somebody has accepted; and that nothing tells more than that."""
        loot, account = Loot(rows), story.accounts
        holders = {"seeker", account["supporter-a"], *([account["consulted"]] if story.professional else [])}
        self.assertEqual({holder for request, holder, _ in loot.copies if request == story.request}, holders)
        self.assertEqual({holder for request, holder, _ in loot.reserves if request == story.request}, set())
        self.assertEqual(
            {holder for request, holder, _ in loot.copies if request == story.waiting}, {"seeker", account["supporter-b"]})
        self.assertLessEqual(
            {account["supporter-a"], account["supporter-c"]},
            {holder for request, holder, _ in loot.reserves if request == story.waiting})
        for table in rows.tables():
            if table == "person":
                continue
            for row in rows.of(table):
                self.assertNotIn(story.number, map(str, row.values()), table)
                if story.request in row.values():
                    self.assertNotIn(account["supporter-c"], row.values(), table)

    def try_to_open(self, story, rows):
        """With every file and no secret of a person nothing opens; with a receipt the same thief opens its request."""
        loot, keys = Loot(rows), Keys(story.installation.folder / "keys")
        self.assertEqual(list(loot.opened_without_secret(keys)), [])
        read = str(list(loot.opened_with_receipt(keys, story.receipt).values()))
        consent = ["recipient", "scope"] if story.professional else []
        for about in ["name", "number", "words", "early", "answer", "reply", *consent]:
            self.assertRegex(read, rf"[a-z]{{12}}{about}[a-z]{{6}}")
        self.assertNotIn("pagewords", read)


if __name__ == "__main__":
    unittest.main()

"""Words on their way to people: killed amid sending, on both engines, with gateways that do not answer."""

import collections
import contextlib
import json
import os
import random
import re
import tempfile
import threading
import time
import unittest

import http_ece

from Harness.browser import Browser
from Harness.certificate import Certificate
from Harness.installation import Installation
from Harness.interface import Client, Gone, NotThere, sign_in
from Harness.mail_server import MailServer
from Harness.postgresql import PostgreSQL
from Harness.sinks import Provider, PushService, Watchman

AGENCY = "orange-county-probation"
SUPPORTERS = 6
# Besides the two codes of its two ways, what one account may have sent in a day.
TESTS_EACH = 18
KILLS = 4
STALLS = 3
TEST = "Peer support: this is a test, and it has arrived."
#: What everything else is told by, such as that the team has grown.
NEWS = "Peer support: you have a new message."


def until(true, within=90):
    """Waits until that is true."""
    end = time.monotonic() + within
    while not (found := true()):
        if time.monotonic() > end:
            raise AssertionError(f"It did not come true within {within} seconds.")
        time.sleep(0.1)
    return found


def number_of(index):
    return f"+1916555{index:04}"


class Member:
    """A supporter's own ways: a text and an e-mail, proved by the codes that arrive at the sinks."""

    def __init__(self, port, login, token, index):
        self.port, self.login, self.token = port, login, token
        self.number, self.address = number_of(index), f"{login}@people.example.org"
        self.ways = {}
        self.asked = collections.Counter()
        self.in_doubt = collections.Counter()

    def add(self, kind, address, delay=0):
        with Client(self.port, self.token) as client:
            status, way = client.call(
                "POST", "/api/v1/account/contact-methods", {"kind": kind, "address": address, "delay": delay})
        if status != 201:
            raise AssertionError(f"{status} {way}")
        self.ways[kind] = way["id"]

    def prove(self, kind, words):
        digits = re.search(r"\d{6}", words)[0]
        with Client(self.port, self.token) as client:
            path = f"/api/v1/account/contact-methods/{self.ways[kind]}/proof"
            status, answer = client.call("POST", path, {"digits": digits})
        if status != 204:
            raise AssertionError(f"{status} {answer}")

    def ask_for_tests(self, stop):
        """Asks for one test after the other, each once and no more."""
        with Client(self.port, self.token) as client:
            for turn in range(TESTS_EACH):
                kind = ("text", "email")[turn % 2]
                while not stop.is_set():
                    try:
                        status, answer = client.call(
                            "POST", f"/api/v1/account/contact-methods/{self.ways[kind]}/test")
                    except NotThere:
                        time.sleep(0.05)
                        continue
                    except Gone:
                        self.in_doubt[kind] += 1
                    else:
                        if status != 204:
                            raise AssertionError(f"{status} {answer}")
                        self.asked[kind] += 1
                    break
                time.sleep(0.15)


class Delivered(unittest.TestCase):
    def test_sqlite(self):
        with tempfile.TemporaryDirectory(prefix="peersupport-delivery-") as folder:
            self.kill_amid_sending(Installation(folder))

    def test_postgresql(self):
        with PostgreSQL() as postgresql, tempfile.TemporaryDirectory(prefix="peersupport-delivery-") as folder:
            self.kill_amid_sending(Installation(folder, postgresql.create("delivery")))

    def kill_amid_sending(self, installation):
        seed = int(os.environ.get("PEERSUPPORT_SEED", random.randrange(10**6)))
        dice = random.Random(seed)
        logins = [f"supporter-{number}" for number in range(SUPPORTERS)]
        codes = installation.found(AGENCY, {login: "supporter" for login in logins})
        with Certificate() as certificate, Provider(certificate) as provider, MailServer(certificate) as mail:
            settings = provider.environment("TEXT") | mail.environment() | certificate.settings
            server = installation.server(**settings).start()
            with contextlib.closing(server.log):
                try:
                    installation.enrol(server, AGENCY, codes)
                    people = [
                        Member(server.port, login, sign_in(server.port, AGENCY, login), index)
                        for index, login in enumerate(logins)
                    ]
                    self.prove_all(people, provider, mail)
                    provider.stall(STALLS)
                    self.kill_while(people, server, dice)
                    self.compare(people, provider, mail, seed)
                    self.nothing_is_told(server, people, provider, mail)
                finally:
                    server.stop()

    def prove_all(self, people, provider, mail):
        for person in people:
            person.add("text", person.number)
            person.add("email", person.address)
        for person in people:
            text = until(lambda p=person: next((a for a in provider.arrivals if a["number"] == p.number), None))
            letter = until(lambda p=person: next((a for a in mail.letters if a["to"] == [p.address]), None))
            person.prove("text", text["words"])
            person.prove("email", letter["words"])

    def kill_while(self, people, server, dice):
        stop, faults = threading.Event(), []

        def asking(person):
            try:
                person.ask_for_tests(stop)
            except AssertionError as fault:
                faults.append(fault)

        threads = [threading.Thread(target=asking, args=(person,)) for person in people]
        for thread in threads:
            thread.start()
        for _ in range(KILLS):
            time.sleep(0.5 + dice.random())
            server.kill()
            server.start()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])

    def compare(self, people, provider, mail, seed):
        """Everything acknowledged has arrived at least once; what arrived twice has one key."""
        def kinds():
            return [(person, kind, found) for person in people
                    for kind, found in self.keys(person, provider, mail).items()]

        until(lambda: all(len(found) >= person.asked[kind] for person, kind, found in kinds()), within=120)
        # Those that were taken without an answer are sent again once the lease of whoever sent them is over.
        until(lambda: sum(sum(found.values()) - len(found) for _, _, found in kinds()) >= STALLS, within=120)
        asked = sum(sum(person.asked.values()) for person in people)
        in_doubt = sum(sum(person.in_doubt.values()) for person in people)
        distinct = sum(len(found) for _, _, found in kinds())
        twice = sum(sum(found.values()) for _, _, found in kinds()) - distinct
        print(f"{asked} acknowledged, {in_doubt} in doubt, {distinct} arrived, {twice} again with their key; seed {seed}")
        for person, kind, found in kinds():
            self.assertGreaterEqual(len(found), person.asked[kind], f"seed {seed}: something was lost")
            self.assertLessEqual(
                len(found), person.asked[kind] + person.in_doubt[kind], f"seed {seed}: something was made up")

    @staticmethod
    def keys(person, provider, mail):
        """How often each test word arrived, by its key."""
        texts = [a["key"] for a in provider.arrivals if a["number"] == person.number and a["words"] == TEST]
        letters = [a["key"] for a in mail.letters if a["to"] == [person.address] and a["words"] == TEST]
        return {"text": collections.Counter(texts), "email": collections.Counter(letters)}

    def nothing_is_told(self, server, people, provider, mail):
        """Neither what is sent nor what is logged says anything about anybody."""
        codes = re.compile(r"Peer support: your code is \d{6}\.")
        for words in {a["words"] for a in provider.arrivals} | {a["words"] for a in mail.letters}:
            self.assertTrue(words in (TEST, NEWS) or codes.fullmatch(words), words)
        for letter in mail.letters:
            self.assertTrue(letter["tls"])
            self.assertEqual(letter["headers"]["Subject"], "Peer support")
            self.assertLessEqual(
                set(letter["headers"]),
                {"Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
                 "Content-Transfer-Encoding"})
        said = server.said()
        for secret in [provider.secret, mail.password, *(p.number for p in people), *(p.address for p in people)]:
            self.assertNotIn(secret, said)


class Trust(unittest.TestCase):
    """Who cannot prove who they are gets nothing; who answers nothing is seen from outside."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="peersupport-trust-")
        self.addCleanup(folder.cleanup)
        self.installation = Installation(folder.name)
        self.codes = self.installation.found(AGENCY, {"pat": "supporter"})

    def serve(self, **settings):
        server = self.installation.server(**settings)
        self.addCleanup(server.log.close)
        server.start()
        self.addCleanup(server.stop)
        return server

    def test_a_server_that_is_not_trusted_gets_nothing(self):
        with Certificate() as certificate, Provider(certificate) as provider, MailServer(certificate) as mail:
            server = self.serve(**provider.environment("TEXT"), **mail.environment())
            self.installation.enrol(server, AGENCY, self.codes)
            pat = Member(server.port, "pat", sign_in(server.port, AGENCY, "pat"), 1)
            pat.add("text", pat.number)
            pat.add("email", pat.address)
            until(lambda: server.said().count("is tried again") >= 4)
            self.assertEqual((provider.arrivals, provider.refused, mail.letters), ([], 0, []))

    def test_a_mail_server_that_refuses_us_is_not_the_addressee(self):
        """One wrong setting: nothing is given up, whoever watches sees it, and once it is right the word arrives."""
        refusals = ["MAIL FROM 550 5.7.60", "RCPT TO 554 5.7.1"]
        with Certificate() as certificate, MailServer(certificate) as mail:
            settings = mail.environment() | {"PEERSUPPORT_SMTP_HELLO": "server.agency.example.org"}
            server = self.serve(**certificate.settings, **settings)
            self.installation.enrol(server, AGENCY, self.codes)
            pat = Member(server.port, "pat", sign_in(server.port, AGENCY, "pat"), 1)
            mail.refusals["MAIL"] = [f"550 5.7.60 Client may not send as this sender, {pat.address}"]
            mail.refusals["RCPT"] = [f"554 5.7.1 <{pat.address}>: Client host [127.0.0.1] blocked"]
            pat.add("email", pat.address)
            with Client(server.port) as client:
                health = until(lambda: self.gateways_unwell(client))
            self.assertEqual(health["failing"], {"gateways": ["handWordsOver"]})
            [step] = json.loads(self.installation.run("health", "--json", check=False).stdout)["failing"]
            self.assertIn(step.pop("fault"), refusals)
            self.assertEqual(step, {"worker": "emails", "step": "handWordsOver", "agency": None})
            [letter] = until(lambda: mail.letters)
            pat.prove("email", letter["words"])
            self.assertEqual(letter["hello"], "server.agency.example.org")
            with Client(server.port) as client:
                until(lambda: client.call("GET", "/health")[0] == 200)
            said = server.said()
            for words in refusals:
                self.assertIn(f"answer={words}", said)
            for words in [pat.address, "blocked", "given up"]:
                self.assertNotIn(words, said)

    def test_an_address_that_is_refused_is_told_to_its_owner(self):
        with Certificate() as certificate, MailServer(certificate) as mail:
            server = self.serve(**certificate.settings, **mail.environment())
            self.installation.enrol(server, AGENCY, self.codes)
            pat = Member(server.port, "pat", sign_in(server.port, AGENCY, "pat"), 1)
            mail.refusals["RCPT"] = ["550-5.1.1 no such person\r\n550 5.1.1 here"]
            pat.add("email", pat.address)
            with Client(server.port, pat.token) as client:
                ways = until(lambda: self.troubled(client))
                self.assertEqual([way["trouble"] for way in ways], ["refused"])
                self.assertEqual(client.call("GET", "/health")[0], 200)
            self.assertIn("answer=RCPT TO 550 5.1.1", server.said())
            self.assertEqual(mail.letters, [])

    @staticmethod
    def gateways_unwell(client):
        _, health = client.call("GET", "/health")
        return health if health["gateways"] == "unwell" else None

    @staticmethod
    def troubled(client):
        _, own = client.call("GET", "/api/v1/account/contact-methods")
        return [way for way in own["methods"] if way["trouble"]]

    def test_a_notification_can_be_read_by_its_browser_alone(self):
        with Certificate() as certificate, PushService(certificate) as service:
            server = self.serve(**service.environment(), **certificate.settings)
            self.installation.enrol(server, AGENCY, self.codes)
            pat = Member(server.port, "pat", sign_in(server.port, AGENCY, "pat"), 1)
            browser = Browser(f"{service.address}/subscriptions/pat")
            with Client(server.port, pat.token) as client:
                status, device = client.call(
                    "POST", "/api/v1/account/devices", {"address": "My phone", "delay": 0, **browser.subscription})
            self.assertEqual(status, 201, device)
            pat.ways["push"] = device["id"]
            pat.prove("push", browser.read(until(lambda: service.pushes)[0]))
            with Client(server.port, pat.token) as client:
                client.call("POST", f"/api/v1/account/contact-methods/{device['id']}/test")
            until(lambda: len(service.pushes) == 2)
            self.assertEqual(browser.read(service.pushes[1]), TEST)
            self.assertEqual({push["path"] for push in service.pushes}, {"/subscriptions/pat"})
            # Their size tells a code and a message apart from nothing.
            self.assertEqual(len({len(push["body"]) for push in service.pushes}), 1)
            with self.assertRaises(http_ece.ECEException):
                Browser(browser.endpoint).read(service.pushes[1])

    def test_the_dead_mans_switch_is_held(self):
        with Watchman() as watchman:
            server = self.serve(**watchman.environment())
            self.assertEqual(until(lambda: watchman.asked, within=10), ["/beat/a-secret"])
            self.assertNotIn("a-secret", server.said())

    def test_health(self):
        server = self.serve()
        with Client(server.port) as client:
            until(lambda: client.call("GET", "/health")[0] == 200, within=10)
            until(lambda: client.call("GET", "/health")[1]["integrity"] != "checking")
            # Nobody has enrolled, so the agency takes no requests; the server is well all the same.
            until(lambda: client.call("GET", "/health")[1]["agenciesThatTakeNoRequests"] == 1)
            self.assertEqual(
                client.call("GET", "/health")[1],
                {"agenciesThatTakeNoRequests": 1, "provesFigures": True, "state": "well", "database": "well", "writing": "well", "integrity": "well", "workers": "well", "clock": "well", "sending": "well",
                 "gateways": "well",
                 "dueClock": "well", "housekeeping": "well", "keys": "well", "failing": {}})

    def test_a_way_without_gateway_cannot_be_added(self):
        server = self.serve()
        self.installation.enrol(server, AGENCY, self.codes)
        with Client(server.port, sign_in(server.port, AGENCY, "pat")) as client:
            status, problem = client.call(
                "POST", "/api/v1/account/contact-methods", {"kind": "text", "address": number_of(1), "delay": 0})
        self.assertEqual(status, 422, problem)

    def test_wrong_settings_do_not_start(self):
        for settings, named in [
            ({"PEERSUPPORT_SMTP_URL": "http://mail.example.org"}, "PEERSUPPORT_SMTP_URL"),
            ({"PEERSUPPORT_SMTP_URL": "smtps://mail.example.org"}, "PEERSUPPORT_SMTP_FROM"),
            ({"PEERSUPPORT_TEXT_URL": "http://sms.example.org/secret-path"}, "PEERSUPPORT_TEXT_URL"),
            ({"PEERSUPPORT_CALL_URL": "https://a.example.org", "PEERSUPPORT_CALL_WORDS_FORMAT": "none"},
             "PEERSUPPORT_CALL_WORDS_FORMAT"),
            ({"PEERSUPPORT_PUSH_CONTACT": "somebody"}, "PEERSUPPORT_PUSH_CONTACT"),
            ({"PEERSUPPORT_PUSH_CONTACT": "mailto:it@localhost"}, "PEERSUPPORT_PUSH_CONTACT"),
            ({"PEERSUPPORT_PUSH_CONTACT": "mailto:it@agency.invalid"}, "PEERSUPPORT_PUSH_CONTACT"),
            ({"PEERSUPPORT_PUSH_CONTACT": "mailto:it"}, "PEERSUPPORT_PUSH_CONTACT"),
            ({"PEERSUPPORT_PUSH_CONTACT": " "}, "PEERSUPPORT_PUSH_CONTACT"),
            ({"PEERSUPPORT_PUSH_CONTACT": "mailto:it@agency.example.org", "PEERSUPPORT_PUSH_SERVICES": "no host"},
             "PEERSUPPORT_PUSH_SERVICES"),
            ({"PEERSUPPORT_SMTP_URL": "smtps://mail.example.org", "PEERSUPPORT_SMTP_FROM": "peers@localhost"},
             "PEERSUPPORT_SMTP_FROM"),
            ({"PEERSUPPORT_SMTP_URL": "smtps://mail.example.org", "PEERSUPPORT_SMTP_FROM": "peers@example.org",
              "PEERSUPPORT_SMTP_HELLO": "server"}, "PEERSUPPORT_SMTP_HELLO"),
            ({"PEERSUPPORT_GATEWAY_CERTIFICATES": "/no/such/file"}, "PEERSUPPORT_GATEWAY_CERTIFICATES"),
        ]:
            with self.subTest(named):
                server = self.installation.server(**settings)
                with contextlib.closing(server.log):
                    with self.assertRaises(AssertionError) as refused:
                        server.start()
                self.assertIn(named, str(refused.exception))
                self.assertNotIn("secret-path", str(refused.exception))


if __name__ == "__main__":
    unittest.main()

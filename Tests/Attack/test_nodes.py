"""Two servers of one PostgreSQL database behind nginx, one of them killed again and again under load: whoever asks is served or told
to come back, what was acknowledged is there, once, and every word to a person arrives."""

import collections
import contextlib
import http.client
import itertools
import json
import os
import random
import secrets
import ssl
import tempfile
import threading
import time
import unittest

from Attack.test_crash import Stream
from Attack.test_delivery import Member, until
from Harness.asking import LEAST, Seeker
from Harness.certificate import Certificate
from Harness.installation import Installation
from Harness.interface import Client, Gone, NotThere, sign_in
from Harness.postgresql import PostgreSQL
from Harness.proxies import DEPLOY, Nginx
from Harness.sinks import Provider

# Ten minutes for a release: PEERSUPPORT_NODES_SECONDS=600.
SECONDS = float(os.environ.get("PEERSUPPORT_NODES_SECONDS", 35))
COUNTING, ASKED = "orange-county-probation", "sacramento-probation"
SUPPORTERS = 4
# What one account may have sent in a day, besides the code that proved its way.
TESTS_EACH = 18

DONE_BEFORE = b"This was done already, when it was sent before."


class Visitor(Client):
    """Whoever comes by the proxy, and sends anew what was put off, under the same key."""

    def __init__(self, proxy, faults, token=None):
        super().__init__(proxy.https, token)
        self.trust = ssl.create_default_context(cafile=str(proxy.certificate.file))
        self.faults = faults

    def connect(self):
        return http.client.HTTPSConnection("localhost", self.port, timeout=60, context=self.trust)

    def act(self, path, body, stop):
        """The answer that says that it was done, empty where that was lost with a server that was killed; nothing where time was over
        first, and it may be done or not."""
        key = {"Idempotency-Key": secrets.token_hex(16)}
        was_put_off = False
        while True:
            try:
                status, headers, content = self.exchange("POST", path, json.dumps(body), "application/json", key)
            except (Gone, NotThere):
                self.faults["the proxy hung up"] += 1
                return None
            if status < 300:
                return json.loads(content) if content else {}
            if status == 409 and was_put_off and DONE_BEFORE in content:
                return {}
            if status != 503 or not headers["Retry-After"]:
                self.faults[f"{status} {path} {content[:200]}"] += 1
                return None
            self.faults.put_off += 1
            was_put_off = True
            if stop.is_set():
                return None
            time.sleep(random.uniform(0.1, 0.5))


class Faults(collections.Counter):
    put_off = 0


class Nodes(unittest.TestCase):
    def test_one_of_two_is_killed_again_and_again(self):
        stack = self.enterContext(contextlib.ExitStack())
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="peersupport-nodes-"))
        postgresql = stack.enter_context(PostgreSQL([DEPLOY / "postgresql" / "peersupport.conf"]))
        certificate = stack.enter_context(Certificate())
        self.provider = stack.enter_context(Provider(certificate))
        installation = Installation(folder, postgresql.create("nodes"))
        logins = [f"supporter-{number}" for number in range(SUPPORTERS)]
        codes = installation.found(COUNTING, {login: "supporter" for login in logins})
        codes_of_asked = installation.found(ASKED, {"supporter": "supporter"})
        settings = self.provider.environment("TEXT") | certificate.settings
        lasting, killed = (stack.enter_context(installation.server(**settings)) for _ in range(2))
        self.proxy = stack.enter_context(Nginx(certificate, [lasting.port, killed.port]))
        installation.enrol(lasting, COUNTING, codes)
        installation.enrol(lasting, ASKED, codes_of_asked)
        self.people = [
            Member(lasting.port, login, sign_in(lasting.port, COUNTING, login), index)
            for index, login in enumerate(logins)
        ]
        for person in self.people:
            person.add("text", person.number)
        for person in self.people:
            person.prove("text", until(lambda p=person: self.words_to(p))[0])
        self.under_load(killed)
        self.compare(lasting)
        for agency in installation.audit():
            self.assertIsNone(agency["broken"])

    def under_load(self, killed):
        self.faults, self.stop = Faults(), threading.Event()
        self.numbers, self.lock = itertools.count(1), threading.Lock()
        self.entered, self.in_doubt, self.receipts = {}, set(), {}
        self.tests = collections.Counter()
        threads = [threading.Thread(target=self.count, args=(person,)) for person in self.people]
        threads += [threading.Thread(target=self.send_words, args=(person,)) for person in self.people]
        threads += [threading.Thread(target=self.ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        end, self.kills = time.monotonic() + SECONDS, 0
        while time.monotonic() < end:
            time.sleep(random.uniform(0.3, 2))
            killed.kill()
            self.kills += 1
            time.sleep(random.uniform(0, 1))
            killed.start()
        self.stop.set()
        for thread in threads:
            thread.join()

    def count(self, person):
        """Contacts of a supporter, told apart by their minutes."""
        dice = random.Random()
        with Visitor(self.proxy, self.faults, person.token) as visitor:
            while not self.stop.is_set() and (number := next(self.numbers)) <= 1440:
                month, entry = Stream._entry(number, dice)
                entry["minutes"] = number
                answer = visitor.act(f"/api/v1/sheets/{month}/contacts", entry, self.stop)
                with self.lock:
                    if answer is None:
                        self.in_doubt.add(number)
                    else:
                        self.entered[number] = (person, month, entry)
                time.sleep(SECONDS / 400)

    def send_words(self, person):
        path = f"/api/v1/account/contact-methods/{person.ways['text']}/test"
        with Visitor(self.proxy, self.faults, person.token) as visitor:
            for _ in range(TESTS_EACH):
                if self.stop.is_set() or visitor.act(path, {}, self.stop) is None:
                    return
                self.tests[person.number] += 1
                self.stop.wait(SECONDS / TESTS_EACH)

    def ask(self):
        with Visitor(self.proxy, self.faults) as visitor:
            while not self.stop.is_set():
                words = f"words {secrets.token_hex(8)} end"
                answer = visitor.act(f"/api/v1/agencies/{ASKED}/requests", {**LEAST, "words": words}, self.stop)
                if answer:
                    with self.lock:
                        self.receipts[answer["receipt"]] = words
                time.sleep(SECONDS / 300)

    def words_to(self, person):
        with self.provider.lock:
            return [word["words"] for word in self.provider.arrivals if word["number"] == person.number]

    def compare(self, lasting):
        print(
            f"{self.kills} kills in {SECONDS:.0f} s: {len(self.entered)} entries, {len(self.receipts)} receipts, "
            f"{sum(self.tests.values())} words; {self.faults.put_off} put off")
        self.assertEqual(dict(self.faults), {})
        self.assertGreater(min(len(self.entered), len(self.receipts), sum(self.tests.values()), self.kills), 0)
        kept = collections.Counter()
        for person in self.people:
            with Client(lasting.port, person.token) as client:
                for month in {month for _, month, _ in self.entered.values()}:
                    _, sheet = client.call("GET", f"/api/v1/sheets/{month}")
                    kept.update(contact["minutes"] for contact in sheet["contacts"])
        self.assertEqual([number for number in self.entered if kept[number] != 1], [], "lost, or done twice")
        self.assertLessEqual(kept.keys() - self.entered.keys(), self.in_doubt)
        for receipt, words in self.receipts.items():
            with Seeker(lasting.port, ASKED, receipt) as seeker:
                self.assertIn(words, seeker.page())
        for person in self.people:
            # One more was the code.
            until(lambda p=person: len(self.words_to(p)) > self.tests[p.number])


if __name__ == "__main__":
    unittest.main()

"""Killed amid people asking for support, again and again; and a whole shift asking within the same minute."""

import contextlib
import os
import queue
import random
import tempfile
import threading
import time
import unittest

from Harness.asking import Seeker, Supporter, ask
from Harness.installation import Installation
from Harness.interface import Client, Gone, NotThere, sign_in
from Harness.postgresql import PostgreSQL

AGENCY = "sacramento-probation"
REQUESTS = 200
AT_ONCE = 32
KILLS = 4


class Crowd:
    """People who ask at once, each for themselves. Who got no answer asks again, as people do."""

    def __init__(self, port, asks):
        self.port = port
        self.waiting = queue.SimpleQueue()
        for words in asks:
            self.waiting.put(words)
        self.lock = threading.Lock()
        self.receipts, self.in_doubt, self.faults = {}, 0, []

    def run(self):
        threads = [threading.Thread(target=self._ask) for _ in range(AT_ONCE)]
        for thread in threads:
            thread.start()
        return threads

    def _ask(self):
        with Client(self.port) as client:
            while not self.faults:
                try:
                    words = self.waiting.get_nowait()
                except queue.Empty:
                    return
                try:
                    receipt = ask(client, AGENCY, words=words)
                except (NotThere, Gone) as silence:
                    self.waiting.put(words)
                    with self.lock:
                        self.in_doubt += isinstance(silence, Gone)
                    time.sleep(0.02)
                except AssertionError as fault:
                    with self.lock:
                        self.faults.append(str(fault))
                else:
                    with self.lock:
                        self.receipts.setdefault(receipt, []).append(words)


def opened(port, receipts):
    """What each receipt opens: the words on the page it leads to. Several look at once."""
    found, waiting, lock = {}, queue.SimpleQueue(), threading.Lock()
    for receipt in receipts:
        waiting.put(receipt)

    def look():
        while True:
            try:
                receipt = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                with Seeker(port, AGENCY, receipt) as seeker:
                    page = seeker.page()
            except AssertionError as fault:
                page = str(fault)
            with lock:
                found[receipt] = page

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


class KilledWhileAsked(unittest.TestCase):
    def test_sqlite(self):
        with tempfile.TemporaryDirectory(prefix="peersupport-asking-") as folder:
            self.kill_amid_asking(Installation(folder))

    def test_postgresql(self):
        with PostgreSQL() as postgresql, tempfile.TemporaryDirectory(prefix="peersupport-asking-") as folder:
            self.kill_amid_asking(Installation(folder, postgresql.create("asking")))

    def kill_amid_asking(self, installation):
        seed = int(os.environ.get("PEERSUPPORT_SEED", random.randrange(10**6)))
        dice = random.Random(seed)
        codes = installation.found(AGENCY, {"supporter": "supporter"})
        server = installation.server().start()
        with contextlib.closing(server.log):
            try:
                installation.enrol(server, AGENCY, codes)
                asks = [f"words number {number} of {seed} end" for number in range(REQUESTS)]
                crowd = Crowd(server.port, asks)
                threads = crowd.run()
                # Each kill strikes somewhere in its own part of the crowd.
                for part in range(KILLS):
                    done = (part + dice.random()) * REQUESTS / (KILLS + 1)
                    while len(crowd.receipts) < done and not crowd.faults:
                        time.sleep(0.001)
                    server.kill()
                    server.start()
                for thread in threads:
                    thread.join()
                self.compare(crowd, asks, server, seed)
            finally:
                server.stop()
        for agency in installation.audit():
            self.assertIsNone(agency["broken"])

    def compare(self, crowd, asks, server, seed):
        """Every receipt that somebody was given opens their request, and nobody was given another's."""
        print(f"{len(crowd.receipts)} receipts, {crowd.in_doubt} without an answer; {KILLS} kills, seed {seed}")
        self.assertEqual(crowd.faults, [], f"seed {seed}")
        self.assertEqual(sorted(words for given in crowd.receipts.values() for words in given), sorted(asks))
        self.assertEqual(len(crowd.receipts), REQUESTS, "somebody's receipt was given to two")
        pages = opened(server.port, crowd.receipts)
        closed = {receipt: page for receipt, page in pages.items() if crowd.receipts[receipt][0] not in page}
        self.assertEqual(closed, {}, f"seed {seed}")
        # Those in doubt may be there too, and offered; nothing else is.
        with Supporter(server.port, sign_in(server.port, AGENCY, "supporter")) as supporter:
            offers = supporter.offers()
        self.assertEqual(len(set(offers)), len(offers))
        self.assertIn(len(offers) - REQUESTS, range(crowd.in_doubt + 1), f"seed {seed}")
        # The test has shown something only if the kills struck amid the asking.
        self.assertGreater(crowd.in_doubt, 0)


class SameMinute(unittest.TestCase):
    """One station, one address, one bad night: sixty ask at once, and others go on signing in."""

    def test_sixty_at_once(self):
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-asking-"))
        installation = Installation(folder)
        codes = installation.found(AGENCY, {"supporter": "supporter"})
        with installation.server() as server:
            installation.enrol(server, AGENCY, codes)
            began = time.monotonic()
            outcomes = []
            threads = [threading.Thread(target=self.one_asks, args=(server.port, outcomes)) for _ in range(60)]
            for thread in threads:
                thread.start()
            signed_in = 0
            while any(thread.is_alive() for thread in threads):
                sign_in(server.port, AGENCY, "supporter")
                signed_in += 1
            for thread in threads:
                thread.join()
            took = time.monotonic() - began
        print(f"60 asked within {took:.0f} s, {signed_in} signed in meanwhile")
        self.assertEqual([outcome for outcome in outcomes if outcome is not None], [])
        self.assertEqual(len(outcomes), 60)
        self.assertGreater(signed_in, 0)

    @staticmethod
    def one_asks(port, outcomes):
        with Client(port) as client:
            try:
                ask(client, AGENCY, words="It was a bad night.")
                outcomes.append(None)
            except (AssertionError, Gone, NotThere) as fault:
                outcomes.append(repr(fault))


if __name__ == "__main__":
    unittest.main()

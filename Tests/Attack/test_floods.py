"""One address floods the server while people of other addresses ask and sign in: they are served, and nothing of anybody's is lost."""

import pathlib
import tempfile
import threading
import unittest

from Harness.asking import Seeker, ask
from Harness.installation import Installation
from Harness.interface import PASSPHRASE, Client, Gone, NotThere
from Harness.postgresql import PostgreSQL

AGENCY = "sacramento-probation"
FLOODER = "192.0.2.66"
ASKS = 200
# However long the flood takes, the test ends.
MOST_BESIDE = 100
# As many of one address are served one after the other; nobody is refused for coming from a crowded one.
SIGN_INS = 64


class From(Client):
    """A caller of that address, as a proxy on this machine passes it on; what the caller made up stands before it."""

    def __init__(self, port, address, token=None):
        super().__init__(port, token)
        self.address = address

    def credentials(self):
        return super().credentials() | {"X-Forwarded-For": f"203.0.113.9, {self.address}"}


class Flood:
    """Many at once. Each is told apart by its number; what came of it is kept."""

    def __init__(self, count, act):
        self.outcomes, self.lock = {}, threading.Lock()
        self.threads = [threading.Thread(target=self._one, args=(act, number)) for number in range(count)]

    def _one(self, act, number):
        try:
            outcome = act(number)
        except (AssertionError, Gone, NotThere) as fault:
            outcome = fault
        with self.lock:
            self.outcomes[number] = outcome

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        for thread in self.threads:
            thread.join()

    @property
    def left(self):
        with self.lock:
            return len(self.threads) - len(self.outcomes)

    @property
    def faults(self):
        return [repr(outcome) for outcome in self.outcomes.values() if isinstance(outcome, Exception)]


class Floods(unittest.TestCase):
    def test_sqlite(self):
        with tempfile.TemporaryDirectory(prefix="peersupport-floods-") as folder:
            self.flood(Installation(folder), has_sign_ins=True)

    def test_postgresql(self):
        with PostgreSQL() as postgresql, tempfile.TemporaryDirectory(prefix="peersupport-floods-") as folder:
            self.flood(Installation(folder, postgresql.create("floods")))

    def flood(self, installation, has_sign_ins=False):
        codes = installation.found(AGENCY, {"supporter": "supporter"})
        with installation.server() as server:
            self.port = server.port
            installation.enrol(server, AGENCY, codes)
            with self.subTest("asks"):
                self.asks()
            if has_sign_ins:
                with self.subTest("sign-ins"):
                    self.sign_ins()
            said = server.said()
        self.assertNotIn(FLOODER, said)
        for file in pathlib.Path(installation.folder).rglob("*"):
            if file.is_file():
                self.assertNotIn(FLOODER.encode(), file.read_bytes(), file)

    def asks(self):
        """All of a flood are served in the end, and each who comes besides at once: none is refused, every receipt opens."""
        def one_asks(number):
            with From(self.port, FLOODER) as client:
                return ask(client, AGENCY, words=f"flood {number} end")

        given = {}
        with Flood(ASKS, one_asks) as flood:
            while (flood.left or not given) and len(given) < MOST_BESIDE:
                number = len(given)
                with From(self.port, f"198.51.100.{number % 250}") as seeker:
                    given[ask(seeker, AGENCY, words=f"other {number} end")] = f"other {number} end"
        self.assertEqual(flood.faults, [])
        given |= {receipt: f"flood {number} end" for number, receipt in flood.outcomes.items()}
        self.assertGreater(len(given), ASKS)
        for receipt, words in given.items():
            with Seeker(self.port, AGENCY, receipt) as seeker:
                self.assertIn(words, seeker.page())

    def sign_ins(self):
        """Whoever signs in besides is served while the flood still waits; so is whoever asks, or looks at a page."""
        def one_guesses(number):
            with From(self.port, FLOODER) as client:
                return client.call(
                    "POST", f"/api/v1/agencies/{AGENCY}/sessions", {"login": f"guess-{number}", "passphrase": "wrong"})[0]

        with Flood(SIGN_INS, one_guesses) as flood:
            with From(self.port, "198.51.100.1") as other:
                status, session = other.call(
                    "POST", f"/api/v1/agencies/{AGENCY}/sessions",
                    {"login": "supporter", "passphrase": PASSPHRASE})
                self.assertEqual(status, 201, session)
                self.assertGreater(flood.left, 0, "the flood was over before anybody else was served")
            looked = 0
            while (flood.left or not looked) and looked < MOST_BESIDE:
                with From(self.port, "198.51.100.2") as seeker:
                    self.assertEqual(seeker.exchange("GET", f"/agencies/{AGENCY}/ask")[0], 200)
                    ask(seeker, AGENCY, words="beside a flood")
                looked += 1
        print(f"{looked} asked beside {SIGN_INS} who tried to sign in")
        self.assertEqual(flood.faults, [])
        self.assertEqual(set(flood.outcomes.values()), {401})


if __name__ == "__main__":
    unittest.main()

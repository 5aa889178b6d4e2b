"""A small programme to measure: supporters with sheets, a coordinator, a published summary and its reader."""

import datetime
import json
import re
import threading
import time

from Benchmarks.load import Measured
from Harness.asking import LEAST, Supporter, ask
from Harness.installation import Installation
from Harness.interface import PASSPHRASE, Client, set_second_factor_up, sign_in

AGENCY = "orange-county-probation"
# Entries go round all sheets of these supporters, so that no sheet becomes longer than a busy month's.
SUPPORTERS = 16
# A sheet of a busy month.
CONTACTS = 20
# People of one station, on one bad night.
CROWD = 60
# Offered to one supporter at the same time, before the load.
OFFERS = 3


class Programme:
    """Tokens of its people's sessions, and the months they work in: last month, and those before it."""

    def __init__(self, installation):
        first = datetime.datetime.now(Installation.zone).date().replace(day=1)
        self.months = []
        while len(self.months) < 12:
            first = (first - datetime.timedelta(days=1)).replace(day=1)
            self.months.append(first.strftime("%Y-%m"))
        writers = [f"writer-{number}" for number in range(SUPPORTERS)]
        roles = {login: "supporter" for login in ["supporter", *writers]}
        codes = installation.found(AGENCY, roles | {"publisher": "coordinator", "reader": "division-director"})
        installation.employ(AGENCY, *roles, "asked")
        asked = installation.account(AGENCY, "asked", "supporter", "North")
        # A seeker who chooses waits for nobody's approval, at whatever hour this runs.
        self.request = LEAST | {"words": "Could somebody talk with me?", "wanted": [asked["account"]]}
        with installation.server() as server:
            installation.enrol(server, AGENCY, codes | {"asked": asked["enrolmentCode"]})
            self.asked = sign_in(server.port, AGENCY, "asked")
            with Client(server.port) as seeker:
                self.receipt = [ask(seeker, AGENCY, **self.request) for _ in range(OFFERS)][0]
            self.writers = [sign_in(server.port, AGENCY, login) for login in writers]
            self.supporter = sign_in(server.port, AGENCY, "supporter")
            self.reader = set_second_factor_up(server.port, AGENCY, "reader")
            with Client(server.port, self.supporter) as supporter:
                self._live(supporter, Client(server.port, set_second_factor_up(server.port, AGENCY, "publisher")))

    def _live(self, supporter, publisher):
        """Last month is submitted and published, the one before is a sheet of a busy month."""
        for month in self.months[:2]:
            for number in range(CONTACTS):
                self._done(supporter.call("POST", f"/api/v1/sheets/{month}/contacts", self._contact(month, number)))
        self._done(supporter.call("POST", f"/api/v1/sheets/{self.months[0]}/submission"))
        with publisher:
            self._done(publisher.call("POST", f"/api/v1/figures/summary/{self.months[0]}/publication"))

    @staticmethod
    def _done(answer):
        if answer[0] != 201:
            raise SystemExit(f"{answer}")

    @staticmethod
    def _contact(month, number):
        return {
            "kind": "contact", "day": f"{month}-{number % 28 + 1:02}", "sex": "female", "old-or-new": "new",
            "approach": "approach", "issues": ["anxiety"], "minutes": 15 + number,
        }

    def _entries(self):
        """An entry for each sheet of each writer in turn."""
        for number, month in enumerate(self.months[1:]):
            for token in self.writers:
                content = json.dumps(self._contact(month, number))
                yield "POST", f"/api/v1/sheets/{month}/contacts", "Authorization", f"Bearer {token}", content

    def bare(self, server):
        """A small file out of memory: what the server costs before anything is asked of it."""
        with Client(server.port) as client:
            _, _, page = client.exchange("GET", "/")
        return "GET", re.search(r'rel="icon"[^>]*href="([^"]+)"', page.decode())[1], "Accept", "*/*", ""

    def routes(self):
        """Name, requests and clients of each route that is measured. Who signs in waits on a key derivation that is slow on
        purpose and done few at a time, so one client asks for it; showing a receipt and asking wait for nothing, so many do."""
        cookie = f"session={self.supporter}"
        yield "entry of a contact", list(self._entries()), 16
        yield "the supporter's month", [("GET", f"/sheets/{self.months[1]}", "Cookie", cookie, "")], 16
        yield "the summary page", [("GET", f"/figures/summary/{self.months[0]}", "Cookie", f"session={self.reader}", "")], 16
        yield "the list of offers", [("GET", "/api/v1/offers", "Authorization", f"Bearer {self.asked}", "")], 16
        place = f"/api/v1/agencies/{AGENCY}"
        for name, path, body, clients in [
            ("login", f"{place}/sessions", {"login": "supporter", "passphrase": PASSPHRASE}, 1),
            ("a receipt shown", f"{place}/passes", {"receipt": self.receipt}, 16),
            ("asking for support", f"{place}/requests", self.request, 16),
        ]:
            yield name, [("POST", path, "Accept", "*/*", json.dumps(body))], clients

    def offer(self, server):
        """As many offers as ever, whatever was taken before."""
        with Client(server.port) as seeker, Supporter(server.port, self.asked) as supporter:
            for _ in range(OFFERS - len(supporter.offers())):
                ask(seeker, AGENCY, **self.request)

    def crowd(self, server):
        """A whole shift asks at the same moment, each on a connection of their own: how long each waits, and all of them."""
        times, lock, gate = [], threading.Lock(), threading.Barrier(CROWD)

        def one_asks():
            with Client(server.port) as seeker:
                gate.wait()
                began = time.monotonic()
                ask(seeker, AGENCY, **self.request)
                with lock:
                    times.append((time.monotonic() - began) * 1000)

        threads = [threading.Thread(target=one_asks) for _ in range(CROWD)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        times.sort()
        return Measured(
            1000 * CROWD / times[-1], times[CROWD // 2], times[-1], f"the last of them after {times[-1] / 1000:.2f} s")

    def accept_all(self, server):
        """Takes every offer there is, one after the other: each can be taken once, so wrk cannot ask for it."""
        times = []
        with Supporter(server.port, self.asked) as supporter:
            for request in supporter.offers():
                began = time.monotonic()
                supporter.accept(request)
                times.append((time.monotonic() - began) * 1000)
        times.sort()
        return Measured(
            1000 * len(times) / sum(times), times[len(times) // 2], times[len(times) * 99 // 100], f"{len(times)} of them")

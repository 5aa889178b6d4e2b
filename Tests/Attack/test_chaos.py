"""One agency whose pack cannot be read, and one request that cannot go on: nothing else stops, and whoever watches is told."""

import json
import pathlib
import tempfile
import time
import unittest

from Harness.asking import Seeker, Supporter, ask
from Harness.installation import Installation
from Harness.interface import Client, sign_in
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows

# In the order in which agencies come, by their names in addresses: the broken one is neither the first nor the last.
BROKEN = "orange-county-probation"
OTHERS = ["kern-sheriff", "sacramento-probation"]
# Its supporters attest something before they accept, and one who does not get in touch loses the request.
ATTESTING = "police-division"
PAST = 1_700_000_000_000


class Chaos(unittest.TestCase):
    def on_both_engines(self, test):
        with tempfile.TemporaryDirectory(prefix="peersupport-chaos-") as ground:
            installation = Installation(pathlib.Path(ground) / "sqlite")
            with self.subTest(engine="sqlite"):
                test(installation, SQLiteRows(installation.sqlite))
            with self.subTest(engine="postgresql"), PostgreSQL() as server:
                database = server.create("chaos")
                test(Installation(pathlib.Path(ground) / "postgresql", database), PostgreSQLRows(server, "chaos"))

    def test_an_agency_whose_pack_cannot_be_read(self):
        self.on_both_engines(self.one_agency_is_broken)

    def test_a_request_that_is_damaged(self):
        self.on_both_engines(self.one_request_is_damaged)

    def one_agency_is_broken(self, installation, rows):
        closed, waiting = self.founded(installation, rows, [BROKEN, *OTHERS])
        rows.change(f"UPDATE pack SET content = 'spoiled' WHERE id = '{BROKEN}'")
        with installation.server() as server, Client(server.port) as visitor:
            self.wait_for(lambda: not {closed[agency] for agency in OTHERS} & self.requests(rows).keys())
            self.wait_for(lambda: all(self.requests(rows)[waiting[agency]] > PAST for agency in OTHERS))
            self.assertEqual(self.requests(rows)[waiting[BROKEN]], PAST)
            self.assertIn(closed[BROKEN], self.requests(rows), "nothing is decided without the pack")
            # A chain needs no pack: the broken agency's checkpoint is written too.
            checkpoints = installation.folder / "checkpoints"
            self.wait_for(lambda: {path.name[:-16] for path in checkpoints.glob("*.json")} == {BROKEN, *OTHERS})
            self.is_told_apart(installation, server, visitor)
            self.pages_answer(visitor)
            # What fails is said once, not at every round and every visit.
            self.assertEqual(server.said().count("step=readPolicies"), 1)
            self.assertNotIn("A route failed", server.said())
        self.assertEqual({chain["broken"] for chain in installation.audit()}, {None})

    def is_told_apart(self, installation, server, visitor):
        """Strangers learn which part and which step; the operator which agency too, from the log and the command."""
        self.wait_for(lambda: visitor.call("GET", "/health")[1]["workers"] == "well")
        status, health = visitor.call("GET", "/health")
        self.assertEqual(status, 503)
        self.assertEqual((health["state"], health["housekeeping"], health["dueClock"]), ("unwell", "unwell", "unwell"))
        self.assertEqual((health["database"], health["clock"]), ("well", "well"))
        self.assertEqual(
            health["failing"], {"housekeeping": ["readPolicies"], "dueClock": ["advanceRequests"]})
        for agency in [BROKEN, *OTHERS]:
            self.assertNotIn(agency, json.dumps(health))
        told = installation.run("health", "--json", check=False)
        self.assertEqual(told.returncode, 1)
        self.assertEqual(
            {(row["worker"], row["step"], row["agency"], row["fault"]) for row in json.loads(told.stdout)["failing"]},
            {("housekeeping", "readPolicies", BROKEN, "PackFault"), ("due-clock", "advanceRequests", BROKEN, "PackFault")})
        self.assertIn(f"agency={BROKEN}", server.said())

    def pages_answer(self, visitor):
        for agency in OTHERS:
            for page in ("", "/ask", "/sign-in"):
                status, _, _ = visitor.exchange("GET", f"/agencies/{agency}{page}")
                self.assertEqual(status, 200, f"{agency}{page}")
        status, headers, page = visitor.exchange("GET", f"/agencies/{BROKEN}")
        self.assertEqual((status, headers["Retry-After"]), (503, "600"))
        self.assertIn("988", page.decode(), "whoever is in need is told where to turn meanwhile")
        status, _ = visitor.call("POST", f"/api/v1/agencies/{BROKEN}/requests", {"origin": "oneself"})
        self.assertEqual(status, 503)
        self.assertEqual(visitor.exchange("GET", "/")[0], 200)

    def one_request_is_damaged(self, installation, rows):
        """Two that somebody took and did not get in touch about; of one, the copies under lock are spoiled. It is due first."""
        agency = ATTESTING
        codes = installation.found(agency, {"supporter-a": "supporter", "supporter-b": "supporter"})
        with installation.server() as server:
            installation.enrol(server, agency, codes)
            team = [
                self.enterContext(Supporter(server.port, sign_in(server.port, agency, login))) for login in codes]
            with Client(server.port) as visitor:
                damaged, whole = (self.taken(visitor, agency, team) for _ in range(2))
                with Seeker(server.port, agency, ask(visitor, agency)) as seeker:
                    seeker.act("end")
            ended, = [row["id"] for row in rows.of("request") if row["state"] == "closed"]
        rows.change(f"UPDATE request_reserve SET locked = {rows.zeros(110)} WHERE request = '{damaged}'")
        rows.change(f"UPDATE request SET words = {rows.zeros(16413)}, destroy_on = '2026-01-01' WHERE id = '{ended}'")
        rows.change(f"UPDATE request SET due_at = {PAST} WHERE id = '{damaged}'")
        rows.change(f"UPDATE request SET due_at = {PAST + 1} WHERE id = '{whole}'")
        with installation.server() as server, Client(server.port) as visitor:
            self.wait_for(lambda: self.states(rows) == {damaged: "accepted", whole: "offered"})
            self.wait_for(lambda: visitor.call("GET", "/health")[1]["failing"] == {"dueClock": ["advanceRequests"]})
            self.assertEqual(visitor.exchange("GET", f"/agencies/{agency}")[0], 200)
            self.assertNotIn(damaged, server.said())
            # Once nobody else's copy is left it goes on with whoever has it, and whoever watches is told.
            rows.change(f"DELETE FROM request_reserve WHERE request = '{damaged}'")
            self.wait_for(lambda: visitor.call("GET", "/health")[0] == 200)
            self.assertGreater(self.requests(rows)[damaged], PAST)
            self.assertIn("A step is taken again.", server.said())

    def taken(self, visitor, agency, team):
        """A request that somebody of the team took; its id."""
        ask(visitor, agency)
        for supporter in team:
            for request in supporter.offers():
                supporter.accept(request, isInChainOfCommand=False)
                return request
        raise AssertionError("Nobody is offered the request.")

    @staticmethod
    def states(rows):
        return {row["id"]: row["state"] for row in rows.of("request")}

    def founded(self, installation, rows, agencies):
        """A closed request whose days are over and a waiting one whose timer is, in each agency; gives their ids."""
        codes = {agency: installation.found(agency, {"pat": "supporter"}) for agency in agencies}
        closed, waiting = {}, {}
        with installation.server() as server, Client(server.port) as visitor:
            for agency in agencies:
                installation.enrol(server, agency, codes[agency])
                with Seeker(server.port, agency, ask(visitor, agency)) as seeker:
                    seeker.act("end")
                ask(visitor, agency)
            ids = {row["id"]: row["slug"] for row in rows.of("agency")}
            for row in rows.of("request"):
                (closed if row["state"] == "closed" else waiting)[ids[row["agency"]]] = row["id"]
        rows.change("UPDATE request SET destroy_on = '2026-01-01' WHERE state = 'closed'")
        rows.change(f"UPDATE request SET due_at = {PAST} WHERE state = 'offered'")
        return closed, waiting

    @staticmethod
    def requests(rows):
        """The timer of each request that is there."""
        return {row["id"]: row["due_at"] for row in rows.of("request")}

    def wait_for(self, holds, seconds=30):
        end = time.monotonic() + seconds
        while not holds():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)


if __name__ == "__main__":
    unittest.main()

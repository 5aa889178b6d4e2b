"""What is left of a request once its time is over: one more in a count, and an audit chain that is whole."""

import json
import pathlib
import tempfile
import time
import unittest

from Attack.canaries import Canaries, finds
from Harness.asking import Seeker, Supporter, ask, never_given_receipt
from Harness.installation import Installation
from Harness.interface import Client, sign_in
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows

AGENCY = "police-division"
TABLES = ["request", "request_copy", "request_reserve", "request_consultation", "request_message", "request_consent",
          "request_reminder"]


def traces(rows, request):
    """Everything by which a request could be found again: ids, and pieces of whatever is sealed."""
    found = {}
    for table in TABLES:
        for row in rows.of(table):
            if request not in (row.get("id"), row.get("request")):
                continue
            for name, value in row.items():
                if isinstance(value, bytes):
                    # Pieces, since engines part long values; small enough to stand within one page.
                    for place in range(5, len(value) - 24, 2503):
                        found[f"{table}.{name} from {place}: {value[place:place + 4].hex()}"] = value[place:place + 24]
                elif name in ("id", "request", "offering") and value:
                    found[f"{table}.{name} {value}"] = value
    return found


class Destruction(unittest.TestCase):
    def setUp(self):
        self.ground = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-destroyed-")))

    def test_sqlite(self):
        installation = Installation(self.ground / "data")
        rows = SQLiteRows(installation.sqlite)
        secrets, kept = self.destroy(installation, rows)
        self.assertGone(secrets, kept, installation.folder)
        rows.back_up(self.ground / "backup")
        self.assertGone(secrets, kept, self.ground / "backup")

    def test_postgresql(self):
        with PostgreSQL() as server:
            installation = Installation(self.ground / "data", server.create("destroyed"))
            rows = PostgreSQLRows(server, "destroyed")
            secrets, kept = self.destroy(installation, rows)
            rows.back_up(self.ground / "backup")
            self.assertGone(secrets, kept, self.ground / "backup")
            # The engine lets go of deleted rows when it is told to; its log of writes keeps them until it is overwritten.
            rows.change("VACUUM FULL")
            rows.change("CHECKPOINT")
            self.assertGone(secrets, kept, server.folder / "data" / "base")

    def destroy(self, installation, rows):
        """Two requests; one ends and its days pass. Gives the traces of each."""
        canaries = Canaries()
        codes = installation.found(AGENCY, {"supporter-a": "supporter", "supporter-b": "supporter"})
        with installation.server() as server:
            installation.enrol(server, AGENCY, codes)
            secrets, receipt = self.live(server, rows, canaries)
            kept = self.other(server, rows)
        rows.change("UPDATE request SET destroy_on = '2026-01-01' WHERE state = 'closed'")
        with installation.server() as server:
            self.wait_for(lambda: len(rows.of("request")) == 1)
            with Client(server.port) as visitor:
                answers = [
                    (status, content) for status, _, content in (
                        visitor.exchange(
                            "POST", f"/api/v1/agencies/{AGENCY}/passes", json.dumps({"receipt": shown}), "application/json")
                        for shown in (receipt, never_given_receipt()))
                ]
            self.assertEqual(answers[0], answers[1])
            self.assertEqual(answers[0][0], 422)
        for agency in installation.audit("--checkpoints", installation.folder / "checkpoints"):
            self.assertIsNone(agency["broken"])
            self.assertTrue(agency["againstCheckpoint"])
        return {"a canary": canaries.mark} | secrets, kept

    def live(self, server, rows, canaries):
        """A request with all that can come of one, from asking to its end; its traces at each turn."""
        word, secrets = canaries.word, {}
        with Client(server.port) as visitor:
            receipt = ask(visitor, AGENCY, name=word("name"), words=word("words"))
        first, second = (
            self.enterContext(Supporter(server.port, sign_in(server.port, AGENCY, login)))
            for login in ("supporter-a", "supporter-b"))
        request, = first.offers()
        secrets |= traces(rows, request)
        first.accept(request, isInChainOfCommand=False)
        secrets |= traces(rows, request)
        with Seeker(server.port, AGENCY, receipt) as seeker:
            first.act(request, "advisement")
            first.act(request, "messages", text=word("answer"))
            first.act(request, "reminders", day=self.next_week(), kind="followUp")
            seeker.act("messages", text=word("reply"))
            seeker.act("consents", to=word("recipient"), scope=word("scope"))
            secrets |= traces(rows, request)
            seeker.act("change", unwanted=True)
            second.accept(request, isInChainOfCommand=False)
            secrets |= traces(rows, request)
            seeker.act("end")
        return secrets | traces(rows, request), receipt

    def other(self, server, rows):
        """Somebody else's request, which goes on."""
        with Client(server.port) as visitor:
            ask(visitor, AGENCY, words="Another time.")
        open_request, = [row["id"] for row in rows.of("request") if row["state"] == "offered"]
        return traces(rows, open_request)

    def assertGone(self, secrets, kept, *places):
        self.assertGreater(len(secrets), 100)
        self.assertEqual(finds(secrets, *places), [])
        # The search finds what is still there, and in how many pieces.
        missing = set(kept) - {find.split(", ")[0] for find in finds(kept, *places)}
        self.assertLess(len(missing), len(kept) / 4, missing)

    @staticmethod
    def next_week():
        return time.strftime("%Y-%m-%d", time.localtime(time.time() + 7 * 86_400))

    def wait_for(self, holds, seconds=30):
        end = time.monotonic() + seconds
        while not holds():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)


if __name__ == "__main__":
    unittest.main()

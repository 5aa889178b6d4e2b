"""Small installations as each release made them, to be taken over by every later one: Tests/Fixtures/Releases.

Each is five agencies, one of each pack, with people signed in, requests in several states, a contact in a draft sheet. All of it
is invented; the passphrase, the second factors and the keys are there for anybody to read and guard nothing.
"""

import contextlib
import datetime
import json
import pathlib
import shutil
import sys
import tarfile
import tempfile

from Harness.asking import Seeker, Supporter, ask
from Harness.installation import Installation
from Harness.interface import PASSPHRASE, Client, new_second_factor, sign_in
from Harness.postgresql import PostgreSQL
from Harness.rows import PostgreSQLRows, SQLiteRows
from Harness.server import ROOT

RELEASES = ROOT / "Tests" / "Fixtures" / "Releases"
ENGINES = ["sqlite", "postgresql"]

# For each agency, by the name of its pack, those who sign in: a team of two, and who looks after the programme.
TEAM = {"supporter-a": "supporter", "supporter-b": "supporter"}
AGENCIES = {
    "iacp": {"coordinator": "coordinator", "reader": "management"},
    "kern-sheriff": {"coordinator": "coordinator", "leader": "leader"},
    "orange-county-probation": {"coordinator": "coordinator", "administrator": "administrator"},
    "police-division": {"coordinator": "coordinator", "psychologist": "psychologist"},
    "sacramento-probation": {"coordinator": "coordinator", "liaison": "management-liaison"},
}
WORDS = "Words of {agency}, {state}"
# What this pack has a supporter say before they accept.
ATTESTED = {"isInChainOfCommand": False}
DRAFTS = "orange-county-probation"


def contact(day):
    """An entry of the contact form of the agency that keeps a draft."""
    return {
        "kind": "contact", "day": day.isoformat(), "sex": "female", "old-or-new": "new", "approach": "approach",
        "issues": ["family"], "minutes": 45,
    }


class Making:
    """Fills one installation through the command line and the interface, and keeps what a test has to know of it."""

    def __init__(self, installation):
        self.installation = installation
        self.facts = {"passphrase": PASSPHRASE, "logins": {}, "requests": []}

    def make(self):
        codes = {agency: self.installation.found(agency, TEAM | roles) for agency, roles in AGENCIES.items()}
        with self.installation.server() as server:
            self.port = server.port
            for agency, roles in AGENCIES.items():
                self.installation.enrol(server, agency, codes[agency])
                self.facts["logins"][agency] = {login: None for login in TEAM} | {
                    login: new_second_factor(self.port, agency, login)[1] for login in roles}
            self.offered("sacramento-probation")
            self.accepted("police-division")
            self.spoken("police-division")
            self.closed("kern-sheriff")
            self.draft()
        return self.facts

    def offered(self, agency):
        self.ask(agency, "offered")

    def accepted(self, agency):
        """With a supporter who has not been in touch: the copies of the others are under lock."""
        self.ask(agency, "accepted")
        with self.offered_first(agency) as supporter:
            supporter.accept(supporter.offers()[0], **ATTESTED)

    def spoken(self, agency):
        receipt = self.ask(agency, "spoken", messages=["The supporter's word.", "The seeker's answer."])
        with self.offered_first(agency) as supporter, Seeker(self.port, agency, receipt) as seeker:
            request = supporter.offers()[0]
            supporter.accept(request, **ATTESTED)
            supporter.act(request, "advisement")
            supporter.act(request, "messages", text="The supporter's word.")
            seeker.act("messages", text="The seeker's answer.")

    def closed(self, agency):
        with Seeker(self.port, agency, self.ask(agency, "closed")) as seeker:
            seeker.act("end")

    def ask(self, agency, state, **more):
        words = WORDS.format(agency=agency, state=state)
        with Client(self.port) as visitor:
            receipt = ask(visitor, agency, words=words)
        self.facts["requests"].append({"agency": agency, "state": state, "receipt": receipt, "words": words, **more})
        return receipt

    def draft(self):
        day = datetime.datetime.now(Installation.zone).date()
        month = day.strftime("%Y-%m")
        with self.supporter(DRAFTS, "supporter-a") as supporter:
            status, answer = supporter.call("POST", f"/api/v1/sheets/{month}/contacts", contact(day))
        if status != 201:
            raise AssertionError(f"A contact was not kept: {status} {answer}")
        self.facts["draft"] = {"agency": DRAFTS, "login": "supporter-a", "month": month, "contact": contact(day)}

    def offered_first(self, agency):
        """Who of the team has the latest request before them; it is kept who that is."""
        for login in TEAM:
            supporter = self.supporter(agency, login)
            if supporter.offers():
                self.facts["requests"][-1]["supporter"] = login
                return supporter
        raise AssertionError(f"Nobody of {agency} is offered a request.")

    def supporter(self, agency, login):
        return Supporter(self.port, sign_in(self.port, agency, login))


@contextlib.contextmanager
def emptied(engine):
    """An installation in which nothing is, its rows, and the PostgreSQL server where it has one."""
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="peersupport-release-")))
        if engine == "sqlite":
            installation, server = Installation(folder / "data"), None
            yield installation, SQLiteRows(installation.sqlite), server
        else:
            server = stack.enter_context(PostgreSQL())
            installation = Installation(folder / "data", server.create("release"))
            yield installation, PostgreSQLRows(server, "release"), server


def make(release):
    """Has the built program make one installation on each engine, as the fixture of that release."""
    place = RELEASES / release
    place.mkdir(parents=True)
    for engine in ENGINES:
        with emptied(engine) as (installation, rows, _):
            facts = Making(installation).make()
            rows.back_up(installation.folder.parent / "database")
            with tarfile.open(place / f"{engine}.tar.xz", "w:xz") as archive:
                archive.add(installation.folder.parent / "database", "database")
                for name in ("keys", "checkpoints"):
                    archive.add(installation.folder / name, name)
            (place / f"{engine}.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")


@contextlib.contextmanager
def unpacked(release, engine):
    """The installation of that release as it was, and what is known of it.

    Timers of requests are set on, and the day of destruction, as if no time had gone by since: nothing else looks at the hour.
    """
    place = RELEASES / release
    with emptied(engine) as (installation, rows, server):
        installation.folder.mkdir(mode=0o700)
        with tarfile.open(place / f"{engine}.tar.xz") as archive:
            archive.extractall(installation.folder, filter="data")
        database = installation.folder / "database"
        if server:
            server.psql("release", database.read_text(encoding="utf-8"))
            database.unlink()
        else:
            shutil.move(database, installation.sqlite)
            installation.sqlite.chmod(0o600)
        for folder in ("keys", "checkpoints"):
            (installation.folder / folder).chmod(0o700)
        for key in (installation.folder / "keys").iterdir():
            key.chmod(0o600)
        now = datetime.datetime.now()
        soon, later = int(now.timestamp() * 1000) + 3_600_000, (now + datetime.timedelta(days=30)).date().isoformat()
        rows.change(f"UPDATE request SET due_at = {soon} WHERE due_at IS NOT NULL")
        rows.change(f"UPDATE request SET destroy_on = '{later}' WHERE destroy_on IS NOT NULL")
        yield installation, json.loads((place / f"{engine}.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    make(sys.argv[1])

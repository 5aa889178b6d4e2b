"""One person's whole way with the team of an agency: applying, each step of the selection by whose it is, serving, and going again."""

import datetime
import zoneinfo

from Browser.browsing import DESK, PHONE
from Browser.supporting import Supporting
from Harness.interface import Client

ZONES = {
    "police-division": "America/New_York", "iacp": "America/Chicago", "springfield-police": "America/Chicago"}
YES = {"answer": "yes"}


def talk(ratings=0):
    """What the record of an interview has."""
    return {"on": "2026-01-01", "panel": [], "suitable": "yes"} | ({"ratings": ["well"] * ratings} if ratings else {})


class Step:
    """A step of a selection: what is done in it, by whom, with what, and a clause that a refusal names. A step of our own choosing
    has none."""

    def __init__(self, name, act, by, clause=None, fields=None, required=True):
        self.name = name
        self.act = act
        self.by = by
        self.clause = clause
        self.fields = fields or {}
        self.required = required


class Journey:
    """Somebody who applies at an agency, and everybody there who has a part in it. Each signs in once, and goes on by page; what they
    try in vain goes by the interface, in the same session."""

    def __init__(self, walk, agency, steps, offices):
        self.walk = walk
        self.agency = agency
        self.steps = steps
        self.visitors = {}
        # Whoever tries what is not theirs.
        self.offices = offices
        self.name = self.at("applicant").page.locator(".who-name").inner_text()
        self.id = None
        self.account = None

    @property
    def today(self):
        """The agency's own day."""
        zone = ZONES.get(self.agency, "America/Los_Angeles")
        return datetime.datetime.now(zoneinfo.ZoneInfo(zone)).date()

    def day(self, after=0):
        return (self.today + datetime.timedelta(days=after)).isoformat()

    def at(self, login):
        """That person's browser."""
        if login not in self.visitors:
            self.visitors[login] = self.walk.visitor(self.agency, login)
        return self.visitors[login]

    def call(self, login, method, path, body=None):
        """The interface, as that person: the status, and the clauses of a refusal or the answer."""
        session = next(cookie["value"] for cookie in self.at(login).context.cookies() if cookie["name"] == "session")
        with Client(self.walk.server.port, session) as client:
            return client.call(method, f"/api/v1/{path}", body)

    def refused(self, login, path, body, *rules, method="POST"):
        """Somebody tries what is not theirs, or not yet: nothing is done and each clause is named. Whoever has nothing to do with it
        finds nothing there."""
        status, answer = self.call(login, method, path, body)
        if status == 404:
            return
        self.walk.assertEqual(status, 422, f"{login}: {path}: {answer}")
        named = {clause for problem in answer["problems"] for clause in problem["clauses"]}
        self.walk.assertLessEqual({rule for rule in rules if rule}, named, f"{login}: {path}: {answer}")

    # The selection

    def posts_opening(self, login, *clauses):
        """From a day to a day; the wrong way round is refused."""
        for other in ("applicant", "supporter"):
            self.refused(other, "openings", {"opensOn": self.day(), "closesOn": self.day(9), "words": "Come."})
        visitor = self.at(login)
        visitor.open("/openings")
        visitor.type("opensOn", self.day())
        visitor.type("closesOn", self.day(-1))
        visitor.type("words", "Somebody who listens well, on any shift.")
        visitor.tap("Post it")
        self.walk.assertEqual(visitor.status, 422, visitor.text)
        self.walk.see(visitor, *clauses)
        visitor.type("closesOn", self.day(30))
        visitor.tap("Post it")
        self.walk.assertEqual(visitor.status, 200, visitor.text)

    def applies(self, papers, instead_of_earlier=True):
        """The applicant withdraws what they handed in before, is refused without their papers, and hands in anew."""
        visitor = self.at("applicant")
        visitor.open("/application")
        if instead_of_earlier:
            visitor.unfold("Withdraw my application")
            visitor.tap("Withdraw it")
        visitor.tap("Hand in")
        self.walk.assertEqual(visitor.status, 422, visitor.text)
        self.walk.see(visitor, self.steps[0].clause or "")
        for paper in papers:
            visitor.type(paper, "Somebody was there for me once. I would like to be there for others.")
        self.walk.photographed(visitor, f"journey-{self.agency}-applying")
        visitor.tap("Hand in")
        self.walk.see(visitor, "Your application")
        applications = self.call(self.steps[0].by[0], "GET", "applications")[1]["applications"]
        self.id = next(each["id"] for each in applications if each["name"] == self.name)

    def try_out_of_turn(self, step):
        """Everybody tries the step who has no part in it, then each later step whoever it belongs to; and nobody skips it."""
        for login in self.offices:
            if login not in step.by:
                self.refused(login, self.path(step, step.act), step.fields, step.clause)
        for later in self.steps[self.steps.index(step) + 1:]:
            self.refused(later.by[0], self.path(later, later.act), later.fields, step.clause, later.clause)
        if step.required:
            for login in step.by[:1]:
                self.refused(login, self.path(step, "passing-over"), None, step.clause)

    def path(self, step, act):
        return f"applications/{self.id}/steps/{step.name}/{act}"

    def next(self, name):
        """The step of that name, which is next for the applicant; every other attempt has been refused."""
        step = next(each for each in self.steps if each.name == name)
        _, own = self.call("applicant", "GET", "application")
        standing = {each["id"]: each["standing"] for each in own["application"]["steps"]}
        self.walk.assertEqual(standing[name], "next", standing)
        self.try_out_of_turn(step)
        return step

    def comes_to_it(self, login):
        """From their home to the application that waits for them."""
        visitor = self.at(login)
        visitor.open("/home")
        visitor.tap("A step of the selection is yours", exact=False)
        visitor.page.locator("main section").first.get_by_role("link", name=self.name).first.click()
        visitor.page.wait_for_load_state()
        self.walk.assertEqual(visitor.path, f"/applications/{self.id}")
        return visitor

    def done(self, visitor):
        self.walk.assertEqual(visitor.status, 200, visitor.text)
        self.walk.see(visitor, "Done")

    def answers(self, login, answer="Yes"):
        visitor = self.comes_to_it(login)
        visitor.tap(answer)
        self.done(visitor)

    def goes_up(self, chain):
        """Everybody above the applicant passes it on, whoever has no account by a note of the office that it goes to."""
        visitor = self.whoever(chain)
        while not visitor.page.get_by_role("button", name="I have received it").count():
            if "/noted-forwarding" in visitor.served.text():
                visitor.type("on", self.day())
                visitor.tap("Note it")
            else:
                visitor.tap("Pass it on")
            self.done(visitor)
            visitor = self.whoever(chain)
        visitor.tap("I have received it")
        self.done(visitor)

    def whoever(self, logins):
        """The first of them for whom it waits."""
        for login in logins:
            waiting = self.call(login, "GET", "applications")[1]["applications"]
            if any(each["id"] == self.id and each["waits"] for each in waiting):
                return self.comes_to_it(login)
        raise AssertionError(f"It waits for none of {logins}")

    def is_voted_on(self, convener, voters, subject=None):
        """Whoever convenes puts it to the vote, each member votes, and it is closed."""
        if subject is None:
            visitor = self.comes_to_it(convener)
            visitor.tap("Put it to the vote")
            self.walk.assertEqual(visitor.status, 200, visitor.text)
        ballot = None
        for login in voters:
            visitor = self.at(login)
            visitor.open("/home")
            visitor.tap("Your vote", exact=False)
            visitor.page.get_by_role("link", name=subject or "Selection of an applicant").first.click()
            visitor.page.wait_for_load_state()
            ballot = visitor.path.split("?")[0]
            self.walk.photographed(visitor, f"journey-{self.agency}-ballot")
            visitor.tap("Yes")
            self.walk.see(visitor, "You voted: Yes")
            self.refused(login, f"{ballot[1:]}/closing", None)
        for outsider in ("supporter", "applicant"):
            self.refused(outsider, f"{ballot[1:]}/vote", {"choice": "no"}, method="PUT")
        self.refused(convener, f"{ballot[1:]}/vote", {"choice": "no"}, method="PUT")
        visitor = self.at(convener)
        visitor.open(ballot)
        visitor.unfold("Close the ballot")
        visitor.tap("Close it")
        self.walk.see(visitor, "Passed")
        self.walk.photographed(visitor, f"journey-{self.agency}-ballot-closed")
        self.refused(voters[0], f"{ballot[1:]}/vote", {"choice": "no"}, method="PUT")

    def interviews(self, login, panel=1, ratings=0):
        """Whoever records it was there, with so many of the panel in all."""
        visitor = self.comes_to_it(login)
        visitor.type("on", self.day())
        others = visitor.page.locator('input[name="panel"]:not(:checked)')
        for place in range(panel - 1):
            others.nth(place).check(force=True)
        self.rates(visitor, ratings)
        visitor.answer("suitable", "yes")
        self.walk.photographed(visitor, f"journey-{self.agency}-interview")
        visitor.tap("Record the interview")
        self.done(visitor)

    def rates(self, visitor, ratings):
        chosen = visitor.page.locator('select[name="ratings"]')
        self.walk.assertEqual(chosen.count(), ratings)
        for place in range(ratings):
            chosen.nth(place).select_option(index=1)

    def is_selected(self):
        """The applicant sees it; and what is over waits for nobody."""
        visitor = self.at("applicant")
        visitor.open("/application")
        self.walk.see(visitor, "You are selected")
        self.walk.photographed(visitor, f"journey-{self.agency}-selected")
        last = self.steps[-1]
        self.refused(last.by[0], self.path(last, last.act), last.fields, last.clause)
        self.account = self.call("applicant", "GET", "membership")[1]["membership"]["account"]

    # On the team

    def member(self, act=""):
        return f"memberships/{self.account}{act}"

    def serves(self):
        members = self.call(self.keeper, "GET", "memberships")[1]["memberships"]
        return any(each["account"] == self.account and each["onTheRoster"] for each in members)

    keeper = "coordinator"

    def opens_membership(self, login):
        """From their home by the list of memberships."""
        visitor = self.at(login)
        visitor.open("/memberships")
        visitor.tap(self.name)
        self.walk.assertEqual(visitor.path, f"/{self.member()}")
        return visitor

    def activation_lacks(self, *clauses):
        """Whoever keeps the memberships tries, and reads what is missing; nobody else can."""
        for login in self.offices:
            if login != self.keeper:
                self.refused(login, self.member("/activation"), None)
        visitor = self.opens_membership(self.keeper)
        visitor.tap("Activate today")
        self.walk.assertEqual(visitor.status, 422, visitor.text)
        self.walk.see(visitor, *clauses)
        self.walk.assertFalse(self.serves())
        return visitor

    def signs(self, *clauses):
        """By one's own name, and by no other."""
        visitor = self.at("applicant")
        visitor.open("/home")
        visitor.tap("Waits for your signature", exact=False)
        visitor.type("name", "Somebody Else")
        visitor.tap("I agree and sign")
        self.walk.assertEqual(visitor.status, 422, visitor.text)
        self.walk.see(visitor, *clauses)
        visitor.type("name", self.name)
        self.walk.photographed(visitor, f"journey-{self.agency}-agreement")
        visitor.tap("I agree and sign")
        self.walk.assertEqual(visitor.status, 200, visitor.text)

    def is_trained(self, course, login="coordinator", approved=True, topics=False):
        """Whoever keeps the record writes the course down."""
        for other in self.offices:
            if other != login:
                self.refused(other, f"training/members/{self.account}/completions", {})
        visitor = self.at(login)
        visitor.open(f"/training/members/{self.account}")
        visitor.choose("course", course)
        visitor.type("doneOn", self.day())
        visitor.type("minutes", 24 * 60)
        if approved:
            visitor.page.locator('input[name="isApproved"]').check(force=True)
        if topics:
            for tick in visitor.page.locator('input[name="topics"]').all():
                tick.check(force=True)
        visitor.tap("Record it")
        self.walk.assertEqual(visitor.status, 200, visitor.text)

    def is_activated(self):
        visitor = self.opens_membership(self.keeper)
        self.walk.photographed(visitor, f"journey-{self.agency}-membership")
        visitor.tap("Activate today")
        self.walk.assertEqual(visitor.status, 200, visitor.text)
        self.walk.assertTrue(self.serves())
        self.refused(self.keeper, self.member("/activation"), None)
        # Serving is a role of their own from now on.
        visitor = self.at("applicant")
        visitor.open("/home")
        self.walk.assertTrue(visitor.page.get_by_role("link", name="Requests").count(), visitor.text)
        self.walk.photographed(visitor, f"journey-{self.agency}-home")

    def pauses(self, **fields):
        """By their own notice, and comes back; meanwhile nobody sees more than that they are not on the roster."""
        visitor = self.at("applicant")
        self.refused("applicant", "membership/return", None)
        visitor.open("/membership")
        visitor.type("until", self.day(-2))
        visitor.tap("Pause from today")
        self.walk.assertEqual(visitor.status, 422, visitor.text)
        visitor.type("until", self.day(20))
        for field, words in fields.items():
            visitor.type(field, words)
        self.walk.photographed(visitor, f"journey-{self.agency}-pause")
        visitor.tap("Pause from today")
        self.walk.assertEqual(visitor.status, 200, visitor.text)
        self.walk.assertFalse(self.serves())

    def returns(self):
        for login in self.offices:
            self.refused(login, "membership/return", None)
        visitor = self.at("applicant")
        visitor.open("/membership")
        visitor.tap("Come back")
        self.walk.assertEqual(visitor.status, 200, visitor.text)
        self.walk.assertTrue(self.serves())

    def begins_removal(self, login, ground=None):
        visitor = self.opens_membership(login)
        visitor.unfold("Remove from the team")
        if ground:
            visitor.page.locator('select[name="ground"]').select_option(value=ground)
        self.walk.photographed(visitor, f"journey-{self.agency}-removal")
        visitor.tap("Begin the removal")
        return visitor

    def has_left(self):
        """What the member sees; and nothing can be done with it any more."""
        self.walk.assertFalse(self.serves())
        visitor = self.at("applicant")
        visitor.open("/membership")
        self.walk.see(visitor, "Your membership has ended")
        self.walk.photographed(visitor, f"journey-{self.agency}-ended")
        visitor.open("/home")
        self.walk.assertFalse(visitor.page.get_by_role("link", name="Requests", exact=True).count(), visitor.text)
        self.refused("applicant", "membership/pause", {})
        self.refused(self.keeper, self.member("/activation"), None)


class Journeying(Supporting):
    """Tests that go the whole way."""

    def photographed(self, visitor, name):
        """On a phone and at a desk."""
        self.look(visitor, name, views=[(PHONE, "light"), (DESK, "light")])

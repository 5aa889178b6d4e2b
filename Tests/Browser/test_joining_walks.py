"""From applying to being chosen, at browsers, as far as each agency of the demonstration comes: each office does its own step, and
whoever skips one or takes another's is refused with the clause of the policy."""

import datetime
import zoneinfo

from Browser.browsing import DESK, PHONE, clause
from Browser.supporting import Supporting

YES = {"answer": "yes"}

ZONES = {"police-division": "America/New_York", "iacp": "America/Chicago"}


class Joining:
    """One application of the demonstration, with everybody who has a step of it."""

    def __init__(self, walk, agency):
        self.walk = walk
        self.agency = agency
        self.applicant = walk.visitor(agency, "applicant")
        self.name = self.applicant.page.locator(".who-name").inner_text()
        self.page = None

    @property
    def today(self):
        """The agency's own day."""
        zone = ZONES.get(self.agency, "America/Los_Angeles")
        return datetime.datetime.now(zoneinfo.ZoneInfo(zone)).date().isoformat()

    def stands(self, *words):
        """What the applicant sees of it, and nothing of what anybody answered."""
        self.applicant.open("/application")
        self.walk.see(self.applicant, *words)
        self.walk.see_nothing(self.applicant, "recorded by")

    def waits_for(self, login):
        """The application, as whoever has its next step comes to it from their home."""
        visitor = self.walk.visitor(self.agency, login)
        visitor.tap("A step of the selection is yours", exact=False)
        visitor.tap(self.name, exact=False)
        self.page = visitor.path.split("?")[0]
        return visitor

    def whoever(self, *logins):
        """The application, as the first of them comes to it for whom it waits: it may be anybody's of the chain of command."""
        for login in logins:
            visitor = self.walk.visitor(self.agency, login)
            if visitor.page.get_by_role("link", name="A step of the selection is yours").count():
                visitor.tap("A step of the selection is yours", exact=False)
                mine = visitor.page.locator("main section").first.get_by_role("link", name=self.name)
                if mine.count():
                    mine.first.click()
                    self.page = visitor.path.split("?")[0]
                    return visitor
        raise AssertionError(f"It waits for none of {logins}: {self.applicant.text}")

    def refused(self, login, step, act, fields, rule):
        """Somebody sends what is not theirs, or not yet: nothing is done, and the page names the clause. Whoever may not come to the
        application finds nothing there."""
        visitor = self.walk.visitor(self.agency, login)
        visitor.send(f"{self.page}/steps/{step}/{act}", fields)
        if visitor.status == 404:
            self.walk.assert_as_if_never_there(visitor, self.page)
            return
        self.walk.assertEqual(visitor.status, 422, f"{login}: {step}/{act}: {visitor.text}")
        self.walk.see(visitor, rule)

    def answers(self, login, answer="Yes"):
        visitor = self.waits_for(login)
        visitor.tap(answer)
        self.walk.see(visitor, "Done")

    def interviewed(self, login, ratings=0):
        visitor = self.waits_for(login)
        visitor.type("on", self.today)
        # Whoever records it was there.
        chosen = visitor.page.locator('select[name="ratings"]')
        self.walk.assertEqual(chosen.count(), ratings)
        for place in range(ratings):
            chosen.nth(place).select_option(index=1)
        visitor.answer("suitable", "yes")
        return visitor


class JoiningWalks(Supporting):
    def photographed(self, visitor, name):
        """On a phone and at a desk."""
        self.look(visitor, name, views=[(PHONE, "light"), (DESK, "light")])

    @clause("PD-C.1.a")
    def test_the_psychologist_reviews_and_talks_and_the_chief_approves(self):
        joining = Joining(self, "police-division")
        joining.stands("Membership request", "Review of the request")
        self.photographed(joining.applicant, "own-application")
        psychologist = joining.waits_for("psychologist")
        self.photographed(psychologist, "application-to-review")
        joining.refused("chief", "approval", "answer", YES, "PD-C.1.a")
        joining.refused("coordinator", "review", "answer", YES, "PD-C.1.a")
        psychologist.open(joining.page)
        psychologist.tap("Yes")
        joining.refused("chief", "approval", "answer", YES, "PD-C.1.a")
        visitor = joining.interviewed("psychologist")
        self.photographed(visitor, "application-interview")
        visitor.tap("Record the interview")
        self.see(visitor, "Done")
        joining.refused("psychologist", "approval", "answer", YES, "PD-C.1.a")
        joining.stands("Approval by the Police Chief")
        joining.answers("chief")
        joining.stands("You are selected")
        # What is over waits for nobody.
        joining.refused("chief", "approval", "answer", YES, "over")

    @clause("IACP-4.1", "IACP-4.2")
    def test_the_guidelines_ask_for_standing_service_and_a_talk(self):
        joining = Joining(self, "iacp")
        joining.stands("In good standing")
        reviewer = joining.waits_for("personnel-reviewer")
        joining.refused("coordinator", "good-standing", "answer", YES, "IACP-4.1")
        joining.refused("coordinator", "approval", "answer", YES, "IACP-4.1")
        reviewer.open(joining.page)
        reviewer.tap("Yes")
        joining.answers("personnel-reviewer")
        visitor = joining.interviewed("clinical-supervisor", ratings=6)
        # The guidelines have members and the professional talk with the applicant together.
        visitor.page.locator('input[name="panel"]:not(:checked)').first.check(force=True)
        visitor.tap("Record the interview")
        self.see(visitor, "Done")
        self.photographed(joining.waits_for("coordinator"), "application-to-approve")
        joining.answers("coordinator")
        joining.stands("You are selected")

    @clause("KSO-B-0", "KSO-B.1")
    def test_kerns_way_goes_up_the_chain_of_command(self):
        joining = Joining(self, "kern-sheriff")
        joining.stands("Forwarded through the chain of command")
        chain = [
            "personnel-commander", "supervisor", "division-commander", "leader", "coordinator", "chief-deputy",
            "administration"]
        visitor = joining.whoever(*chain)
        joining.refused("coordinator", "selection", "answer", YES, "KSO-")
        joining.refused("division-commander", "endorsement", "answer", YES, "KSO-")
        visitor.open(joining.page)
        while not visitor.page.get_by_role("button", name="I have received it").count():
            if "/noted-forwarding" in visitor.served.text():
                visitor.type("on", joining.today)
                visitor.tap("Note it")
            else:
                visitor.tap("Pass it on")
            visitor = joining.whoever(*chain)
        visitor.tap("I have received it")
        joining.stands("Endorsement of the Division Commander")
        joining.refused("leader", "endorsement", "answer", YES, "KSO-B.1")
        joining.answers("division-commander")
        joining.stands("No work restriction because of psychological stress")

    @clause("OCP-I.C.5.c", "OCP-I.C.5.d")
    def test_orange_countys_way_to_the_vote(self):
        joining = Joining(self, "orange-county-probation")
        for asked in ["supervisor", "directorOrManager"]:
            visitor = joining.waits_for("coordinator")
            joining.refused("committee-member", "interview", "interview", {"on": joining.today, "suitable": "yes"}, "OCP-I.C.5")
            joining.refused("chief", "final-approval", "answer", YES, "OCP-I.C.5")
            visitor.open(joining.page)
            visitor.answer("from", asked)
            visitor.type("name", "Sam Person")
            visitor.type("on", joining.today)
            visitor.answer("agrees", "yes")
            self.photographed(visitor, "application-to-agree")
            visitor.tap("Record it")
        joining.interviewed("committee-member").tap("Record the interview")
        joining.refused("personnel-reviewer", "personnel-file", "answer", YES, "OCP-I.C.5")
        joining.stands("Choice of the Advisory Committee among those interviewed")

    @clause("SAC-III.A.1", "SAC-III.A.2", "SAC-III.A.3")
    def test_sacramentos_way_to_the_vote(self):
        joining = Joining(self, "sacramento-probation")
        visitor = joining.waits_for("coordinator")
        joining.refused("management-liaison", "liaison-review", "answer", YES, "SAC-III.")
        visitor.open(joining.page)
        visitor.tap("Pass it on")
        applicant = joining.applicant
        applicant.open("/application")
        self.photographed(applicant, "own-application-to-declare")
        ticks = applicant.page.locator('input[name="declarations"]').all()
        for tick in ticks[1:]:
            tick.check(force=True)
        applicant.tap("I declare this")
        self.assertEqual(applicant.status, 422, applicant.text)
        self.see(applicant, "SAC-III.A.2")
        for tick in applicant.page.locator('input[name="declarations"]').all():
            tick.check(force=True)
        applicant.tap("I declare this")
        visitor = joining.whoever(
            "coordinator", "supervisor", "management-liaison", "committee-member", "counsellor", "chaplaincy")
        joining.refused("management-liaison", "supervisor-letter", "attestation", {"noneIsSo": "yes"}, "SAC-III.A.3")
        visitor.open(joining.page)
        if "/noted-letter" in visitor.served.text():
            visitor.answer("noneIsSo", "yes")
            visitor.type("on", joining.today)
            visitor.tap("Note the letter")
        else:
            visitor.page.locator('form[action$="/attestation"] button').first.click()
        joining.refused("management-liaison", "liaison-review", "answer", YES, "SAC-")
        joining.stands("Vote of the Advisory Committee")

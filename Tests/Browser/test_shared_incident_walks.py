"""An incident that two agencies answer together, on a phone: from their agreement to what was learned. Each goes by its own policy and
counts its own, and no page of the one names anybody of the other."""

from Browser.browsing import Visitor, clause
from Browser.incidents import NAMES, Incident, Incidents

OURS, THEIRS = "iacp", "springfield-police"
TITLES = {OURS: "Peer support by the IACP guidelines", THEIRS: "Springfield Police"}
RULE = "IACP-3.9.2-1"
KIND = "Officer-involved shooting"
HALL, GATE = "Roll-call room", "North gate"


class Reader(Visitor):
    """Remembers every page, whole as it was served."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.pages = []
        self.last = None

    def remember(self):
        if self.served is not None and self.served is not self.last:
            self.last = self.served
            self.pages.append((self.path, self.served.text()))


def remembering(act):
    """The act, with what was there before it and is there after it remembered."""
    def remembered(self, *arguments, **more):
        self.remember()
        outcome = act(self, *arguments, **more)
        self.remember()
        return outcome
    return remembered


for name in ("open", "tap", "press", "send", "type", "choose", "answer", "unfold"):
    setattr(Reader, name, remembering(getattr(Visitor, name)))


class SharedIncidentWalks(Incidents):
    at_browser = Reader

    def visitor(self, agency=None, login=None, **more):
        visitor = super().visitor(agency, login, **more)
        self.sides[agency].append(visitor)
        # What whoever is signed in is called, is theirs alone.
        self.own[agency].add(visitor.page.locator(".who-name").inner_text())
        return visitor

    @clause("IACP-3.9.2-1")
    def test_two_agencies(self):
        self.sides = {OURS: [], THEIRS: []}
        # What no page of the other side may say.
        self.own = {OURS: {HALL, *NAMES.split("\n")}, THEIRS: {GATE}}
        ours, theirs = Incident(self, OURS), Incident(self, THEIRS)
        counted = self.counted(ours, "Our own people"), self.counted(theirs, "With another agency")
        self.reported(ours)
        self.agreed(ours, theirs)
        self.asked(ours)
        self.joined(ours, theirs)
        self.own[OURS].add(ours.board)
        self.own[THEIRS].add(theirs.board)
        self.responded(ours, theirs)
        self.left(ours, theirs)
        self.closed(ours, theirs)
        self.assertEqual(self.counted(ours, "Our own people"), counted[0] + 1)
        self.assertEqual(self.counted(theirs, "With another agency"), counted[1] + 1)
        self.learned(theirs, self.visitor(THEIRS, "supporter").page.locator(".who-name").inner_text())
        self.assert_nothing_crossed()

    # What each sees

    def facts(self, incident):
        """What stands on the board of the other agency, by its label."""
        incident.open()
        facts = incident.leader.page.locator("#agencies dl > div").all()
        return {fact.locator("dt").inner_text(): fact.locator("dd").inner_text() for fact in facts}

    def counted(self, incident, scope):
        incident.leader.open("/critical-incidents")
        fact = incident.leader.page.locator("dl > div", has_text=scope)
        return int(fact.locator("dd").inner_text())

    def assert_nothing_crossed(self):
        for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
            pages = [page for visitor in self.sides[side] for page in visitor.pages]
            # Each reads its own, but for the names of those who were part of it, which are opened by nobody here.
            for word in self.own[side].difference(NAMES.split("\n")):
                self.assertTrue(any(word in text for _, text in pages), f"{word} at {side}")
            for path, text in pages:
                for word in self.own[other]:
                    self.assertNotIn(word, text, f"{path} of {side}")

    # The agreement

    def agreed(self, ours, theirs):
        """What they had agreed on is ended by one of them, and agreed on anew: each policy's office says yes."""
        leader = ours.leader
        leader.open("/team")
        leader.tap("Agreements with other agencies", exact=False)
        had = leader.page.locator(".card", has=leader.page.get_by_role("heading", name=TITLES[THEIRS]))
        had.locator("summary", has_text="End it").click()
        leader.press(had.get_by_role("button", name="End it now"))
        ours.open()
        self.see(leader, "your policy recommends working with its team", RULE)
        ours.refused("sharing", {"partner": "nobody"}, "no agreement for incidents", RULE)
        leader.open("/mutual-aid")
        leader.choose("partner", TITLES[THEIRS])
        leader.tap("Propose it")
        ours.see_problem("For what", RULE)
        ours.look("agreement-refused")
        leader.answer("purposes", "incidents")
        leader.tap("Propose it")
        self.see(leader, "It waits for: Executive sponsor")
        for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
            decider = self.visitor(side, "sponsor")
            decider.tap("Agreements with other agencies", exact=False)
            self.photograph(decider, f"incident-{side}-agreement")
            decider.press(decider.page.get_by_role("button", name="Yes, for our agency"))
            self.see(decider, TITLES[other])
        self.see(decider, "In force")

    # The incident

    def reported(self, ours):
        ours.begin()
        ours.report(KIND, 3, 2)
        ours.board = ours.leader.path

    def asked(self, ours):
        ours.open()
        leader = ours.leader
        leader.unfold("Ask another agency’s team")
        leader.choose("partner", TITLES[THEIRS])
        leader.answer("wantsScene", "yes")
        leader.type("telephone", "at the gate")
        leader.tap("Ask them to join")
        ours.see_problem("Where they call you: digits", RULE)
        leader.type("telephone", "+1 714 555 0142")
        leader.tap("Ask them to join")
        self.see(leader, "Asked", TITLES[THEIRS])
        ours.refused("sharing", {"partner": "nobody"}, "no agreement for incidents", RULE)

    def joined(self, ours, theirs):
        leader = theirs.leader
        leader.open("/critical-incidents")
        self.see(leader, "Other agencies ask your team", KIND, "Supporters are wanted at the scene.")
        leader.tap("Join or decline")
        self.see(leader, "That is all they send.", "+1 714 555 0142", RULE)
        theirs.look("shared")
        leader.choose("kind", KIND)
        leader.type("toldAt", theirs.local(1))
        leader.answer("means", "telephone")
        leader.tap("Join")
        theirs.see_problem("after it happened, and not ahead of now", RULE)
        leader.type("toldAt", theirs.local(-1))
        leader.tap("Join")
        theirs.board = leader.path
        self.see(leader, "With another agency", "Joined")
        theirs.look("board")
        # What is there for one of them is there for nobody else.
        self.assert_as_if_never_there(theirs.leader, ours.board)
        self.assert_as_if_never_there(ours.leader, theirs.board)

    def responded(self, ours, theirs):
        """Supporters of the one go to the scene, and those of the other hold a meeting."""
        theirs.ask_to_scene("Incident commander", 20, GATE)
        supporter = self.visitor(THEIRS, "supporter")
        supporter.open("/responses")
        self.see(supporter, GATE)
        supporter.tap("I am coming")
        self.assertEqual(self.facts(ours)["On their way"], "1")
        supporter.tap("I am there")
        ours.look("board-together")
        self.assertEqual((self.facts(ours)["On their way"], self.facts(ours)["At the scene"]), ("0", "1"))
        self.assertEqual(self.facts(theirs)["At the scene"], "0")
        member = self.visitor(OURS, "supporter")
        name = member.page.locator(".who-name").inner_text()
        ours.mark(self.visitor(OURS, "colleague").page.locator(".who-name").inner_text())
        ours.plan("Group intervention", 1, HALL)
        self.meeting = ours.leader.path
        ours.tick(name)
        member.open("/responses")
        self.see(member, "You hold it.", HALL)
        self.assertNotIn("None planned", self.facts(theirs)["Their meetings"])
        theirs.look("board-together")
        self.pass_hours(3)
        for incident in (ours, theirs):
            incident.come_back()
        supporter = self.visitor(THEIRS, "supporter")
        supporter.open("/responses")
        supporter.tap("I have left")
        theirs.open()
        theirs.leader.unfold("The response is over")
        theirs.leader.tap("Close the response")
        ours.leader.open(self.meeting)
        ours.hold(-2, 45, 5)

    def left(self, ours, theirs):
        theirs.open()
        theirs.leader.unfold("Go on apart")
        end = theirs.leader.page.locator('form[action^="/shared-incidents/"]')
        again = end.get_attribute("action")
        theirs.leader.press(end.get_by_role("button"))
        self.assertEqual(theirs.leader.status, 200, theirs.leader.text)
        theirs.leader.send(again, {})
        theirs.see_problem("You no longer answer this together.", RULE)
        ours.open()
        self.see(ours.leader, "They left")
        self.assertNotIn("On their way", self.facts(ours))
        theirs.open()
        self.see(theirs.leader, "You left")

    def closed(self, ours, theirs):
        for incident in (ours, theirs):
            incident.follow_up("Support after a critical incident")
            incident.close(KIND)

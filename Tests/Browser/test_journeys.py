"""From applying to serving and out again, at browsers, under the policies of police, of a sheriff and of the guidelines: every office does
its own part, and whatever is skipped, out of its order or somebody else's is refused with its clause."""

from Browser.browsing import clause
from Browser.journeying import YES, Journey, Journeying, Step, talk

RATED = {"ratings": ["well"] * 4}


class Journeys(Journeying):
    @clause("PD-C.1.a", "PD-E.4", "PD-D.1")
    def test_the_police_division(self):
        journey = Journey(
            self, "police-division",
            [
                Step("request", "forwarding", ["coordinator"], "PD-C.1.a"),
                Step("review", "answer", ["psychologist"], "PD-C.1.a", YES),
                Step("interview", "interview", ["psychologist"], "PD-C.1.a", talk()),
                Step("approval", "answer", ["chief"], "PD-C.1.a", YES),
            ], ["coordinator", "psychologist", "chief", "steering-member", "supporter"])
        journey.applies(["request"])
        journey.next("review")
        journey.answers("psychologist")
        journey.next("interview")
        journey.interviews("psychologist")
        journey.next("approval")
        journey.answers("chief")
        journey.is_selected()

        journey.activation_lacks("PD-E.4", "PD-D.1")
        journey.signs("PD-E.4")
        # A course that leaves out what the policy asks of it is not that course.
        journey.is_trained("In-service training in support techniques")
        journey.activation_lacks("PD-D.1")
        journey.is_trained("In-service training in support techniques", topics=True)
        journey.is_activated()
        journey.pauses()
        journey.returns()

        # Whoever administers proposes an end, and the chief says the last word; neither alone.
        journey.refused("chief", journey.member("/removal/decision"), {"decision": "approve"})
        for login in ("psychologist", "supporter", "applicant"):
            journey.refused(login, journey.member("/removal"), {"ground": "responsibilities"})
        journey.begins_removal("coordinator", "responsibilities")
        journey.refused("coordinator", journey.member("/removal/decision"), {"decision": "approve"})
        self.assertTrue(journey.serves())
        chief = journey.opens_membership("chief")
        self.photographed(chief, "journey-police-division-last-word")
        chief.tap("Approve the removal")
        journey.has_left()

    @clause("IACP-4.1", "IACP-4.2", "IACP-4.3", "IACP-4.4", "IACP-4.5", "IACP-2.1")
    def test_the_guidelines(self):
        members = ["clinical-supervisor", "supporter"]
        journey = Journey(
            self, "iacp",
            [
                Step("application", "forwarding", ["coordinator"], "IACP-4.1"),
                Step("good-standing", "answer", ["personnel-reviewer"], "IACP-4.1", YES),
                Step("service-record", "answer", ["personnel-reviewer"], "IACP-4.1", YES, required=False),
                Step("interview", "interview", members, "IACP-4.1", talk(6), required=False),
                Step("approval", "answer", ["coordinator"], None, YES),
            ], ["coordinator", "personnel-reviewer", "committee-member", *members])
        journey.posts_opening("committee-member")
        journey.applies(["letter"])
        journey.next("good-standing")
        journey.answers("personnel-reviewer")
        journey.next("service-record")
        journey.answers("personnel-reviewer")
        journey.next("interview")
        journey.interviews("clinical-supervisor", panel=2, ratings=6)
        journey.next("approval")
        journey.answers("coordinator")
        journey.is_selected()

        journey.activation_lacks("IACP-4.5", "IACP-2.1")
        journey.signs("IACP-4.5")
        journey.activation_lacks("IACP-2.1")
        journey.is_trained("Introductory peer support training")
        journey.is_activated()
        journey.pauses()
        journey.returns()
        for login in ("clinical-supervisor", "committee-member", "applicant"):
            journey.refused(login, journey.member("/removal"), {"ground": "breach"})
        journey.refused("coordinator", journey.member("/removal"), {"ground": "dislike"}, "IACP-4.3")
        journey.begins_removal("coordinator", "absence")
        journey.has_left()

    @clause("KSO-B-0", "KSO-B.1", "KSO-B.2", "KSO-B.3", "KSO-B.4", "KSO-B.5", "KSO-B.6", "KSO-B-9", "KSO-D.1", "KSO-F.1-0")
    def test_the_sheriffs_office(self):
        team = ["supporter", "colleague", "colleague-2", "colleague-3", "colleague-4"]
        heads = ["coordinator", "leader"]
        journey = Journey(
            self, "kern-sheriff",
            [
                Step("application", "forwarding", ["personnel-commander"], "KSO-B-0"),
                Step("chain-of-command", "forwarding", ["supervisor", "division-commander", "personnel-commander"], "KSO-B-0"),
                Step("endorsement", "answer", ["division-commander"], "KSO-B.1", YES),
                Step("work-restriction", "answer", ["personnel-reviewer"], "KSO-B.2", YES),
                Step("investigation", "answer", ["personnel-reviewer"], "KSO-B.3", YES),
                Step("personal-problems", "answer", ["personnel-reviewer"], "KSO-B.3", YES),
                Step("inquiries", "inquiries", ["coordinator"], "KSO-B.4", {"asked": 4, "suitable": "yes"}),
                Step("personnel-file", "answer", ["personnel-reviewer"], "KSO-B.5", YES),
                Step("peer-review", "peer-review", team, "KSO-B.6", RATED),
                Step("interview", "interview", heads, None, talk(4), required=False),
                Step("consultation", "hearing", heads, "KSO-B-9"),
                Step("selection", "answer", ["coordinator"], "KSO-A.3", YES),
            ],
            [*heads, "personnel-commander", "division-commander", "personnel-reviewer", "supervisor", "chief-deputy",
             "supporter"])
        journey.applies(["specialAssignment", "memorandum"])
        journey.next("chain-of-command")
        journey.goes_up(["supervisor", "division-commander", "personnel-commander"])
        journey.next("endorsement")
        journey.answers("division-commander")
        for check in ("work-restriction", "investigation", "personal-problems"):
            journey.next(check)
            journey.answers("personnel-reviewer")
        journey.next("inquiries")
        coordinator = journey.comes_to_it("coordinator")
        coordinator.type("asked", 4)
        coordinator.answer("suitable", "yes")
        coordinator.tap("Record it")
        journey.next("personnel-file")
        journey.answers("personnel-reviewer")
        self.goes_through_peer_review(journey, team)
        journey.next("interview")
        journey.interviews("leader", panel=2, ratings=4)
        journey.next("consultation")
        for login in heads:
            journey.answers(login, "I was heard")
        journey.next("selection")
        journey.answers("coordinator")
        journey.is_selected()

        journey.activation_lacks("KSO-D.1")
        journey.signs()
        # A course that is not certified is not that course.
        journey.is_trained("Basic Peer Support course", approved=False, topics=True)
        journey.activation_lacks("KSO-D.1")
        journey.is_trained("Basic Peer Support course", topics=True)
        journey.is_activated()
        journey.pauses()
        journey.returns()
        self.goes_by_the_chief_deputys_word(journey)

    def goes_through_peer_review(self, journey, team):
        """One member of the team answers by page, the others by the interface; each once. Only then are the answers seen."""
        step = journey.next("peer-review")
        member = journey.comes_to_it(team[0])
        journey.rates(member, 4)
        self.photographed(member, "journey-kern-sheriff-peer-review")
        member.tap("Give my answer")
        end = journey.path(step, "peer-review/end")
        for login in team[1:]:
            journey.refused("coordinator", end, None, "KSO-B.6")
            self.assertEqual(journey.call(login, "POST", journey.path(step, "peer-review"), RATED)[0], 204)
            journey.refused(login, journey.path(step, "peer-review"), RATED, "KSO-B.6")
        journey.refused(team[0], end, None, "KSO-B.6")
        coordinator = journey.comes_to_it("coordinator")
        coordinator.unfold("Show the answers together")
        coordinator.tap("Show them")
        journey.done(coordinator)

    def goes_by_the_chief_deputys_word(self, journey):
        """Whoever coordinates begins it, both heads are heard, and another says the last word."""
        decision = journey.member("/removal/decision")
        journey.refused("chief-deputy", decision, {"decision": "approve"})
        for login in ("leader", "supervisor", "applicant"):
            journey.refused(login, journey.member("/removal"), {"ground": "absence"})
        journey.refused("coordinator", journey.member("/removal"), {"ground": "dislike"}, "KSO-F.1.a-f")
        journey.begins_removal("coordinator", "absence")
        journey.refused("coordinator", decision, {"decision": "approve"})
        journey.refused("chief-deputy", decision, {"decision": "approve"}, "KSO-B-9")
        for login in ("leader", "coordinator"):
            visitor = journey.opens_membership(login)
            visitor.tap("I was heard on it")
            self.assertEqual(visitor.status, 200, visitor.text)
        self.assertTrue(journey.serves())
        deputy = journey.opens_membership("chief-deputy")
        self.photographed(deputy, "journey-kern-sheriff-last-word")
        deputy.tap("Approve the removal")
        journey.has_left()

"""From applying to serving and out again, at browsers, under the policies of two probation departments, whose committees vote: every office
does its own part, and whatever is skipped, out of its order or somebody else's is refused with its clause."""

from Browser.browsing import clause
from Browser.journeying import YES, Journey, Journeying, Step, talk

WILLING = ["unpaid-time", "meetings", "statistics", "confidentiality", "two-years"]


class JourneysOfProbation(Journeying):
    @clause("OCP-I.C.5.b", "OCP-I.C.5.c", "OCP-I.C.5.d", "OCP-I.C.5.d-2", "OCP-I.C.5.e", "OCP-I.C.5.f", "OCP-II.H.1.e")
    def test_orange_county(self):
        committee = ["committee-member", "supporter-2", "supporter-3"]
        agrees = {"from": "supervisor", "name": "Sam Person", "on": "2026-01-01", "agrees": "yes"}
        journey = Journey(
            self, "orange-county-probation",
            [
                Step("application", "forwarding", ["coordinator"], "OCP-I.C.5.a"),
                Step("approvals", "approvals", ["coordinator"], "OCP-I.C.5.c", agrees),
                Step("interview", "interview", committee, "OCP-I.C.5.d", talk()),
                Step("choice", "ballot", [*committee, "coordinator"], "OCP-I.C.5.d-2", {}),
                Step("personnel-file", "answer", ["personnel-reviewer"], "OCP-I.C.5.e", YES),
                Step("final-approval", "answer", ["chief"], "OCP-I.C.5.f", YES),
            ], ["coordinator", "committee-member", "personnel-reviewer", "chief", "administrator", "supporter"])
        journey.posts_opening("coordinator", "OCP-I.C.5.b")
        journey.applies(["request"])
        for asked in ("supervisor", "directorOrManager"):
            journey.next("approvals")
            coordinator = journey.comes_to_it("coordinator")
            coordinator.answer("from", asked)
            coordinator.type("name", "Sam Person")
            coordinator.type("on", journey.day())
            coordinator.answer("agrees", "yes")
            coordinator.tap("Record it")
            journey.done(coordinator)
        journey.next("interview")
        journey.interviews("committee-member")
        journey.next("choice")
        journey.is_voted_on("coordinator", committee)
        journey.next("personnel-file")
        journey.answers("personnel-reviewer")
        journey.next("final-approval")
        journey.answers("chief")
        journey.is_selected()

        journey.activation_lacks("OCP-I.C.3.h", "OCP-I.C.3-0")
        journey.signs("OCP-I.C.3.h")
        journey.activation_lacks("OCP-I.C.3-0")
        journey.is_trained("Basic Peer Support")
        journey.is_activated()
        journey.pauses()
        journey.returns()
        # At will, and by one office alone.
        for login in ("coordinator", "chief", "committee-member", "applicant"):
            journey.refused(login, journey.member("/removal"), {})
        journey.begins_removal("administrator")
        journey.has_left()

    @clause(
        "SAC-II.C.3", "SAC-III.A-0", "SAC-III.A.1", "SAC-III.A.2", "SAC-III.A.3", "SAC-III.B", "SAC-VII-1", "SAC-II.D.4", "SAC-II.D.5",
        "SAC-IV.C", "SAC-II.D.6")
    def test_sacramento(self):
        committee = ["committee-member", "supporter-2", "counsellor", "chaplaincy"]
        journey = Journey(
            self, "sacramento-probation",
            [
                Step("letter", "forwarding", ["coordinator"], "SAC-III.A.1"),
                Step("willingness", "declarations", ["applicant"], "SAC-III.A.2", {"declarations": WILLING}),
                Step("supervisor-letter", "attestation", ["supervisor"], "SAC-III.A.3", {"noneIsSo": "yes"}),
                Step("ballot", "ballot", ["coordinator", *committee], "SAC-III.A-0", {}),
                Step("liaison-review", "answer", ["management-liaison"], "SAC-III.B", YES),
            ], ["coordinator", "supervisor", "management-liaison", "supporter", *committee])
        journey.posts_opening("committee-member", "SAC-II.C.3")
        journey.applies(["letter"])
        journey.next("letter")
        journey.answers("coordinator", "Pass it on")
        journey.next("willingness")
        self.declares(journey)
        journey.next("supervisor-letter")
        supervisor = journey.comes_to_it("supervisor")
        self.photographed(supervisor, "journey-sacramento-probation-letter")
        supervisor.tap(f"{journey.name} is not", exact=False)
        journey.done(supervisor)
        journey.next("ballot")
        journey.is_voted_on("coordinator", committee)
        journey.next("liaison-review")
        journey.answers("management-liaison")
        journey.is_selected()

        journey.activation_lacks("SAC-III.A.2.d", "SAC-VII-1")
        journey.signs("SAC-III.A.2.d")
        journey.activation_lacks("SAC-VII-1")
        journey.is_trained("Peer Support course approved by the department")
        journey.is_activated()
        self.pauses_with_a_reason(journey)
        self.is_placed_inactive(journey)
        # Only the committee's vote ends it.
        for login in ("supporter", "supervisor", "applicant"):
            journey.refused(login, journey.member("/removal"), {"ground": "duties"})
        journey.refused("coordinator", journey.member("/removal"), {"ground": "dislike"}, "SAC-II.D.6")
        journey.begins_removal("coordinator", "duties")
        self.assertTrue(journey.serves())
        journey.is_voted_on("coordinator", committee, subject="Removal of")
        journey.has_left()

    def declares(self, journey):
        """All of it or nothing."""
        applicant = journey.at("applicant")
        applicant.open("/application")
        ticks = applicant.page.locator('input[name="declarations"]')
        for tick in ticks.all()[1:]:
            tick.check(force=True)
        applicant.tap("I declare this")
        self.assertEqual(applicant.status, 422, applicant.text)
        self.see(applicant, "SAC-III.A.2")
        ticks.first.check(force=True)
        applicant.tap("I declare this")
        self.assertEqual(applicant.status, 200, applicant.text)

    def pauses_with_a_reason(self, journey):
        """Which two offices read, and nobody else."""
        journey.pauses(reason="canary of a pause")
        for login in ("coordinator", "management-liaison"):
            self.see(journey.opens_membership(login), "canary of a pause")
        for login in ("committee-member", "supervisor", "supporter"):
            visitor = journey.at(login)
            visitor.open(f"/{journey.member()}")
            self.see_nothing(visitor, "canary of a pause")
        journey.returns()

    def is_placed_inactive(self, journey):
        """By one of two offices, and comes back by their word and not their own."""
        for login in ("committee-member", "supporter", "applicant"):
            journey.refused(login, journey.member("/inactivity"), {"reason": "other"})
        journey.refused("management-liaison", journey.member("/inactivity"), {"reason": "because"})
        visitor = journey.opens_membership("management-liaison")
        visitor.unfold("Place on inactive status")
        visitor.page.locator('select[name="reason"]').select_option(value="medical-leave")
        self.photographed(visitor, "journey-sacramento-probation-inactive")
        visitor.tap("Place on inactive status")
        self.assertFalse(journey.serves())
        journey.refused("applicant", "membership/return", None)
        coordinator = journey.opens_membership("coordinator")
        self.see(coordinator, "Medical leave")
        coordinator.tap("End it")
        self.assertTrue(journey.serves())

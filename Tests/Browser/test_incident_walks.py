"""A shooting in each of the five agencies, on a phone: from the report to the last meeting and what was learned from it, while the
days pass. What is done differs by the policy alone; whatever it does not have is not there."""

from Browser.browsing import clause
from Browser.incidents import NAMES, Incident, Incidents


class IncidentWalks(Incidents):
    @clause("OCP-II.D.1", "OCP-II.E.2a", "OCP-II.E.2b", "OCP-II.E.3a", "OCP-II.E.4")
    def test_orange_county(self):
        agency, kind = "orange-county-probation", "Officer-involved shooting"
        incident = Incident(self, agency)
        incident.begin()
        self.see(incident.leader, "What a critical incident is", "OCP-II.D.2", "within 24 hours")
        incident.report(kind, 30, 31)
        incident.see_problem("after it happened", "OCP-II.D.1")
        self.assertEqual(incident.leader.page.locator("[name=names]").input_value(), NAMES)
        incident.leader.type("toldAt", incident.local(-1))
        incident.leader.tap("Report")
        incident.board = incident.leader.path
        self.assertEqual(incident.stands(), {
            "Told": "Done late", "Defusing": "As soon as can be", "Decide: debriefing": "As soon as can be", "Debriefing": "Now"})
        incident.look("board")
        incident.has_nothing_at("scene", {"askedBy": "role:coordinator"})
        involved = self.visitor(agency, "colleague").page.locator(".who-name").inner_text()
        incident.mark(involved)

        self.defused(incident)
        self.decided(incident)
        self.planned(incident, involved)
        incident.refused("end", {}, "Debriefing: it is needed and was not held.", "OCP-II.E.2b")
        meeting = incident.meeting
        self.pass_hours(5)
        incident.come_back()
        incident.leader.open(meeting)
        incident.hold(-4, 150, 7)
        self.see(incident.leader, "Held", "2 h 30 min", "7")
        incident.look("held")
        self.assertEqual(incident.stands()["Debriefing"], "Done")
        incident.follow_up("Listening after an incident")
        incident.leader.unfold("Ask a partner team")
        incident.leader.choose("service", "Crisis Response Team: Handouts on stress reactions and related topics")
        incident.leader.tap("Write down that they are asked")
        self.see(incident.leader, "Handouts on stress reactions", "Asked")
        incident.close(kind)

    def defused(self, incident):
        leader = incident.leader
        incident.open()
        leader.unfold("Write down one that was held")
        self.see(leader, "what they think and feel is normal", "OCP-II.E.2c")
        form = leader.page.locator(f'form[action="{incident.board}/held"]')
        form.locator("[name=startedAt]").fill(incident.local(1))
        form.locator("[name=minutes]").fill("75")
        form.locator("[name=present]").fill("6")
        leader.tap("Write it down")
        incident.see_problem("it is written down once it is over", "OCP-II.E.2a")
        self.assertEqual(form.locator("[name=minutes]").input_value(), "75")
        form.locator("[name=startedAt]").fill(incident.local(-28))
        leader.page.locator(f'form[action="{incident.board}/held"] button').click()
        self.see(leader, "Held, longer than usual")
        self.assertEqual(incident.stands()["Defusing"], "Done")

    def decided(self, incident):
        planned = {"meeting": "debriefing", "startsAt": incident.local(1), "place": ""}
        incident.refused("meetings", planned, "have not yet said that it is needed", "OCP-II.E.2b")
        incident.leader.open("/incident-decisions")
        self.see(incident.leader, "A defusing was held.")
        incident.look("decision")
        incident.leader.page.locator(f'form[action="{incident.board}/decisions"] button', has_text="It is needed").click()
        incident.refused("meetings", planned, "have not yet said that it is needed", "OCP-II.E.2b")
        member = self.visitor(incident.agency, "committee-member")
        member.tap("Is a meeting needed?", exact=False)
        member.page.locator(f'form[action="{incident.board}/decisions"] button', has_text="It is needed").click()
        self.assert_as_if_never_there(member, incident.board)
        self.assertEqual(incident.stands()["Decide: debriefing"], "Done")

    def planned(self, incident, involved):
        leader = incident.leader
        incident.plan("Debriefing", 60, "Chapel hall")
        incident.see_problem("Outside 24 to 72 hours after the incident: choose the reason.", "OCP-II.E.3a")
        self.assertEqual(leader.page.locator(f'form[action="{incident.board}/meetings"] [name=place]').input_value(), "Chapel hall")
        incident.look("outside")
        incident.plan("Debriefing", 1, "Chapel hall")
        incident.meeting = leader.path
        self.see(leader, "Highly recommended", "Introduction", "OCP-II.E.4")
        self.see(leader, "No complete team can be found", "2 more members of the team with CISM")
        leader.tap("The invitation")
        self.see(leader, "To come is highly recommended", "OCP-II.E.3b", "who came is written down nowhere")
        self.see_nothing(leader, "shooting", "Quillwort", "defusing")
        incident.look("invitation")
        self.seated(incident, involved)

    def seated(self, incident, involved):
        leader = incident.leader
        members = [self.visitor(incident.agency, "supporter").page.locator(".who-name").inner_text(), "Daniel Albright"]
        for name in (*members, involved):
            incident.qualify(name)
        leader.open(incident.meeting)
        # Whoever was part of it is trained too, and is not proposed.
        leader.unfold("cannot hold it")
        self.see(leader, f"{involved} (member of the team): kept out of this debriefing by a rule")
        self.assertEqual(len(incident.team()), 4, "a team that is whole is proposed, with the chaplain who is recommended")
        incident.look("meeting")
        incident.tick("mental health professional", members[0])
        incident.see_problem("member of the team", "OCP-II.E.4")
        incident.tick("mental health professional", *members)
        self.see(leader, "Confirmed")
        supporter = self.visitor(incident.agency, "supporter")
        supporter.open("/responses")
        self.see(supporter, "You hold it.", "Chapel hall", "Re-entry")
        self.see_nothing(supporter, "Quillwort")
        incident.look("own", supporter)

    @clause("SAC-II.D.3.i")
    def test_sacramento(self):
        agency, kind = "sacramento-probation", "Critical incident"
        incident = Incident(self, agency)
        incident.begin()
        incident.report(kind, 3, 2)
        incident.board = incident.leader.path
        self.assertEqual(incident.stands(), {"Told": "Done", "At the scene": "Nobody asked"})
        # The order has debriefings held by others: there is none to plan here.
        self.assertEqual(incident.leader.page.get_by_role("heading", name="Meetings").count(), 0)
        incident.has_nothing_at("meetings", {"meeting": "debriefing"})
        asked = {"askedBy": "role:chief", "askedAt": incident.local(-1), "wanted": "2", "place": ""}
        incident.refused("scene", asked, "Who asked: choose one.", "SAC-II.D.3.i")
        incident.ask_to_scene("Watch commander", 30, "North gate")
        self.see(incident.leader, "Asked by", "Watch commander")
        incident.look("board")
        self.at_the_scene(incident, "North gate", "SAC-II.D.3.i")
        involved = self.visitor(agency, "colleague")
        involved.tap("After an incident", exact=False)
        involved.tap("I was part of it")
        incident.open()
        self.see(incident.leader, "Cannot come")
        incident.refused("end", {}, "The response to the scene is under way.", "SAC-II.D.3.i")
        self.leaving(incident)
        incident.follow_up(incident.first_activity())
        incident.close(kind)

    @clause("PD-E.11")
    def test_police_division(self):
        agency, kind = "police-division", "Shooting"
        incident = Incident(self, agency)
        incident.begin()
        incident.report(kind, 2, 1)
        incident.board = incident.leader.path
        incident.open()
        self.see(incident.leader, "PD-E.11", "Trained for support after a shooting")
        incident.has_nothing_at("meetings", {"meeting": "debriefing"})
        incident.ask_to_scene("Incident commander", 1, "Corner of Fifth")
        self.see(incident.leader, "Nobody can be asked")
        incident.look("nobody")
        incident.leader.unfold("The response is over")
        incident.leader.tap("Close the response")
        name = self.visitor(agency, "supporter").page.locator(".who-name").inner_text()
        incident.qualify(name)
        incident.ask_to_scene("Incident commander", 3, "Corner of Fifth")
        table = incident.leader.page.get_by_role("table", name="Who is asked to the scene")
        self.assertEqual([row.locator("th, td").first.inner_text() for row in table.locator("tbody tr").all()], [name])
        incident.look("board")
        other = self.visitor(agency, "colleague")
        other.open("/responses")
        self.see(other, "Nothing is asked of you")
        self.at_the_scene(incident, "Corner of Fifth")
        self.leaving(incident)
        incident.follow_up("Response after a shooting")
        incident.close(kind)

    @clause("KSO-G.4", "KSO-I.1.b")
    def test_kern(self):
        agency, kind = "kern-sheriff", "Officer-involved shooting"
        incident = Incident(self, agency)
        incident.begin()
        incident.report(kind, 4, 3)
        incident.board = incident.leader.path
        # The policy has neither a scene nor meetings: whoever was there is kept from requests, and that is all of it.
        self.assertEqual(incident.stands(), {"Told": "Done"})
        incident.has_nothing_at("scene", {"askedBy": "role:coordinator"})
        incident.has_nothing_at("meetings", {"meeting": "debriefing"})
        involved, witness = (self.visitor(agency, login) for login in ("supporter", "colleague"))
        incident.mark(involved.page.locator(".who-name").inner_text())
        self.see(incident.leader, "Took part")
        incident.look("board")
        involved.tap("Incidents", exact=False)
        self.see(involved, "You took part", "KSO-I.1.b")
        witness.open("/incidents")
        witness.page.get_by_role("button", name="I saw it").first.click()
        self.see(witness, "You saw it")
        incident.look("register", witness)
        self.assert_as_if_never_there(witness, incident.board)
        incident.follow_up("Support after an incident")
        incident.close(kind)

    @clause("IACP-3.3", "IACP-5.3", "IACP-6.8")
    def test_guidelines(self):
        agency, kind = "iacp", "Officer-involved shooting"
        incident = Incident(self, agency)
        incident.begin()
        incident.report(kind, 6, 5, isLargeScale="yes")
        incident.board = incident.leader.path
        self.assertEqual(incident.stands()["Debriefing of the team"], "As soon as can be")
        incident.has_nothing_at("scene", {"askedBy": "role:coordinator"})
        incident.refused("end", {}, "Debriefing of the team: it has to be held.", "IACP-5.3")
        supporter = self.visitor(agency, "supporter").page.locator(".who-name").inner_text()
        incident.plan("Group intervention", -2, "Roll-call room")
        incident.tick(supporter)
        self.see(incident.leader, "Recommended, and not there", "1 more mental health professional", "IACP-3.3")
        incident.look("group")
        incident.hold(-2, 60, 9)
        incident.plan("Debriefing of the team", 2, "Training centre")
        team = incident.leader.path
        self.see(incident.leader, "Who has to come", supporter, "IACP-5.3")
        member = self.visitor(agency, "supporter")
        member.tap("After an incident", exact=False)
        self.see(member, "You have to be there.", "Training centre")
        self.pass_hours(5)
        incident.come_back()
        incident.leader.open(team)
        incident.leader.page.locator("input[name=present][type=checkbox]").check()
        incident.leader.tap("Keep who was there")
        incident.hold(-3, 60, 1)
        incident.look("team-debriefing")
        incident.follow_up("Support after a critical incident")
        incident.close(kind)
        self.learned(incident, supporter)

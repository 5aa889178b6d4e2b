"""An incident at browsers, with whoever runs it, while the days pass."""

import datetime
import tempfile
import zoneinfo

from Browser.journeying import ZONES
from Browser.supporting import Supporting
from Harness.wrong_clock import WrongClock

NAMES = "Thaddeus Quillwort\nIsolde Brackenbury"


class Incident:
    """One incident, with whoever runs it at the agency."""

    def __init__(self, walk, agency, leader="coordinator"):
        self.walk, self.agency, self.login = walk, agency, leader
        self.leader = walk.visitor(agency, leader)
        self.board = None

    def local(self, hours):
        """The agency's clocks so many hours from now, as a page's field has it."""
        return self.walk.now(self.agency, hours).strftime("%Y-%m-%dT%H:%M")

    def begin(self):
        """To the form of the report, from home."""
        self.leader.open("/team")
        self.leader.tap("Critical incidents", exact=False)
        self.leader.tap("Report an incident", exact=False)
        self.look("report")

    def report(self, kind, happened, told, names=NAMES, **more):
        """So many hours ago."""
        leader = self.leader
        leader.choose("kind", kind)
        for field, hours in (("happenedAt", happened), ("toldAt", told)):
            leader.type(field, self.local(-hours))
        leader.answer("means", "telephone")
        leader.choose("teller", "A supervisor")
        leader.type("names", names)
        for field, value in more.items():
            leader.answer(field, value)
        leader.tap("Report")

    def open(self):
        self.leader.open(self.board)
        return self.leader.text

    def stands(self):
        """How each clock of the board stands."""
        self.open()
        rows = self.leader.page.get_by_role("table", name="Clocks").locator("tbody tr").all()
        return {
            row.locator("th, td").first.inner_text().split("\n")[0].strip():
                row.locator("td .badge").inner_text().lstrip("✓→…!–").strip() for row in rows}

    def refused(self, path, fields, *words, by=None):
        """What is sent there by hand is not done; the page says why, with the clause."""
        visitor = by or self.leader
        visitor.open(self.board if by is None else "/home")
        visitor.send(f"{self.board}/{path}", fields)
        self.see_problem(*words, by=visitor)

    def see_problem(self, *words, by=None):
        """What was sent is not done; what is wrong is said in one place, with the clause that it comes from."""
        visitor = by or self.leader
        self.walk.assertEqual(visitor.status, 422, visitor.text)
        said = " ".join(visitor.page.get_by_role("alert").all_inner_texts())
        for word in words:
            self.walk.assertIn(word, said)

    def has_nothing_at(self, path, fields):
        """The policy knows nothing of it: there is no such address."""
        self.open()
        self.leader.send(f"{self.board}/{path}", fields)
        self.walk.assertEqual(self.leader.status, 404, path)

    def ask_to_scene(self, asker, wanted, place):
        self.open()
        self.leader.choose("askedBy", asker)
        self.leader.type("askedAt", self.local(-1))
        self.leader.type("wanted", wanted)
        # Where there are meetings too, they have places.
        self.leader.page.locator(f'form[action="{self.board}/scene"] [name=place]').fill(place)
        self.leader.tap("Ask supporters to the scene")

    def mark(self, name):
        self.open()
        self.leader.choose("account", name)
        self.leader.tap("Mark")

    def plan(self, meeting, hours, place, reason=None):
        self.open()
        self.leader.unfold("Plan one")
        form = self.leader.page.locator(f'form[action="{self.board}/meetings"]')
        if form.locator("select[name=meeting] option").count() > 1:
            form.locator("select[name=meeting]").select_option(label=meeting)
        form.locator("[name=startsAt]").fill(self.local(hours))
        form.locator("[name=place]").fill(place)
        if reason:
            form.locator("select[name=reason]").select_option(label=reason)
        self.leader.tap("Plan it")

    def team(self):
        """Whose boxes are ticked."""
        return self.leader.page.locator('label.pick:has([name="team"]:checked)').all_inner_texts()

    def tick(self, *names):
        """Exactly those hold it."""
        for box in self.leader.page.locator('label.pick:has([name="team"])').all():
            box.locator("input").set_checked(any(name in box.inner_text() for name in names))
        self.leader.tap("Confirm the team")

    def hold(self, hours, minutes, present):
        self.leader.unfold("It was held")
        self.leader.page.locator("[name=startedAt]").fill(self.local(hours))
        self.leader.type("minutes", minutes)
        self.leader.page.locator("[name=present][type=number]").fill(str(present))
        self.leader.tap("Write it down")

    def qualify(self, name):
        """Confirms that a member is trained for it."""
        self.leader.open("/training/team")
        self.leader.tap(name)
        form = self.leader.page.locator('form[action$="/qualifications"]')
        form.locator("select[name=qualification]").select_option(index=1)
        self.leader.tap("Confirm")

    def first_activity(self):
        self.open()
        return self.leader.page.locator("select[name=activity] option").nth(1).text_content().strip()

    def follow_up(self, activity):
        self.open()
        self.leader.unfold("Write something down")
        self.leader.choose("activity", activity)
        self.leader.page.locator("[name=on]").fill(self.local(0)[:10])
        self.leader.tap("Write it down")
        self.walk.see(self.leader, activity)

    def close(self, kind):
        self.open()
        self.look("over")
        self.leader.unfold("Close this incident")
        self.leader.tap("Close it")
        self.walk.see(self.leader, "Closed within a year", kind)
        self.refused("end", {}, "This incident is closed.")

    def look(self, name, visitor=None):
        self.walk.photograph(visitor or self.leader, f"incident-{self.agency}-{name}")

    def come_back(self):
        """The same people later: who has been away for long signs in anew."""
        self.leader = self.walk.visitor(self.agency, self.login)


class Incidents(Supporting):
    """Tests of incidents, on a machine whose clock they move."""

    hours = 0

    @classmethod
    def setUpClass(cls):
        cls.clock = WrongClock(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-incidents-")))
        super().setUpClass()

    def now(self, agency, hours=0):
        zone = zoneinfo.ZoneInfo(ZONES.get(agency, "America/Los_Angeles"))
        moment = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=self.hours + hours)
        return moment.astimezone(zone)

    def pass_hours(self, hours):
        """A server takes no jump of its clock for the time, so the machine stands still meanwhile."""
        self.server.stop()
        type(self).hours += hours
        self.clock.slip(f"+{self.hours}h")
        self.server.start()

    def at_the_scene(self, incident, place, *clauses):
        """A supporter is asked, comes and is there."""
        supporter = self.visitor(incident.agency, "supporter")
        supporter.tap("After an incident", exact=False)
        self.see(supporter, "You are asked to come to the scene.", place, *clauses)
        self.see_nothing(supporter, "Quillwort")
        incident.look("asked", supporter)
        supporter.tap("I am coming")
        supporter.tap("I am there")
        incident.open()
        self.see(incident.leader, "There since")
        self.assert_as_if_never_there(supporter, incident.board)

    def leaving(self, incident):
        """Three hours later."""
        self.pass_hours(3)
        supporter = self.visitor(incident.agency, "supporter")
        supporter.open("/responses")
        supporter.tap("I have left")
        incident.come_back()
        incident.open()
        self.see(incident.leader, "Left")
        incident.leader.unfold("The response is over")
        incident.leader.tap("Close the response")
        self.assertEqual(incident.stands()["At the scene"], "Done")

    def learned(self, incident, supporter):
        """What the programme learned is signed off by both, and names nobody."""
        leader = incident.leader
        leader.open("/after-action/new")
        words = {
            "event": "Harbour operation", "happened": incident.local(0)[:7], "did": f"{supporter} was there all night.",
            "worked": "Going in pairs.", "change": "Relief after eight hours.", "resources": "none"}
        for field, text in words.items():
            leader.type(field, text)
        leader.tap("Keep as a draft")
        incident.see_problem("IACP-6.8")
        self.assertEqual(leader.page.locator("[name=worked]").input_value(), "Going in pairs.")
        incident.look("after-action-named")
        leader.type("did", "Supporters were there all night.")
        leader.tap("Keep as a draft")
        place = leader.path
        leader.send(f"{place}/final", {"version": "1"})
        incident.see_problem("IACP-6.8")
        for login in ("chaplain", "clinical-supervisor"):
            signer = self.visitor(incident.agency, login)
            signer.tap("1 after-action input", exact=False)
            if signer.path != place:
                signer.open(place)
            signer.unfold("Sign off")
            signer.tap("Sign off this draft")
        leader.open(place)
        leader.page.locator(f'details:has(form[action="{place}/final"]) summary').click()
        leader.page.locator(f'form[action="{place}/final"] button').click()
        self.see(leader, "Signed it off")
        incident.look("after-action")

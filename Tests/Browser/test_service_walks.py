"""Services beside support, and asking how a colleague off work is, on a phone: opened, taken on, done, and gone again."""

import datetime

from Browser.browsing import clause
from Browser.supporting import Supporting
from Harness.installation import Installation

PLACE = "Chapel on Oak Street"
NAME = "Quillwort Vale"


class ServiceWalks(Supporting):
    @clause("SAC-II.D.3.d")
    def test_members_help_with_a_funeral(self):
        agency = "sacramento-probation"
        coordinator = self.visitor(agency, "coordinator")
        coordinator.open("/team")
        coordinator.tap("Services", exact=False)
        now = datetime.datetime.now(Installation.zone)
        coordinator.choose("kind", "Help with a funeral")
        coordinator.type("from", (now - datetime.timedelta(minutes=30)).strftime("%Y-%m-%dT%H:%M"))
        coordinator.type("until", (now - datetime.timedelta(minutes=20)).strftime("%Y-%m-%dT%H:%M"))
        coordinator.type("wanted", "1")
        coordinator.type("place", PLACE)
        coordinator.tap("Open it")
        # Too late: the page says so with the clause, and what was typed is still there.
        self.see(coordinator, "still to come", "SAC-II.D.3.d")
        self.assertEqual(coordinator.page.locator('[name="place"]').input_value(), PLACE)
        coordinator.type("until", (now + datetime.timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"))
        coordinator.tap("Open it")
        self.see(coordinator, "Nobody has volunteered yet", PLACE)
        self.photograph(coordinator, "services-assigned")
        member = self.visitor(agency, "supporter")
        member.tap("Members wanted", exact=False)
        self.see(member, "Help with a funeral", PLACE)
        self.photograph(member, "services-asked")
        member.tap("I volunteer")
        self.see(member, "Volunteered")
        coordinator.open("/home")
        coordinator.tap("1 service waits", exact=False)
        coordinator.tap("Confirm")
        self.see(coordinator, "Confirmed", "1 of 1")
        member.open("/services")
        self.see(member, "Confirmed")
        member.type("minutes", "90")
        member.tap("Keep my hours")
        coordinator.open("/services")
        coordinator.tap("Done")
        self.see(coordinator, "Of late", "90")
        self.assertNotIn("In the four quarters that were over last", coordinator.text)
        self.photograph(coordinator, "services-done")

    @clause("OCP-I.B.5")
    def test_a_colleague_off_work_declines_for_good(self):
        agency = "orange-county-probation"
        coordinator = self.visitor(agency, "coordinator")
        member = self.visitor(agency, "supporter")
        name = member.page.locator(".who-name").inner_text()
        member.open("/services")
        self.see(member, "Nothing is asked of you")

        def assign():
            coordinator.open("/services")
            form = coordinator.page.locator('form[action="/well-being-checks"]')
            form.locator('[name="name"]').fill(NAME)
            form.locator('[name="account"]').select_option(label=name)
            coordinator.tap("Assign it")

        assign()
        self.see(coordinator, NAME, name)
        self.photograph(coordinator, "checks-assigned")
        member.open("/home")
        member.tap("Ask how a colleague is", exact=False)
        self.see(member, NAME, "Nothing is kept but one of three words")
        # There is no place for words.
        self.assertEqual(member.page.locator("main textarea").count(), 0)
        self.photograph(member, "checks-own")
        member.choose("outcome", "Declined")
        member.tap("Keep it")
        self.see_nothing(member, NAME)
        # What they answered is the member's alone: to whoever assigned it, the check is there as before.
        assign()
        self.see(coordinator, "is in the list already", "OCP-I.B.5")
        coordinator.open("/services")
        self.see(coordinator, NAME, name)
        self.see_nothing(coordinator, "Last time")

"""Who can be reached, and reaching them: the desk, the hours after work, the call-out list, one's own numbers."""

import datetime
import re
import urllib.error
import urllib.request

from Browser.browsing import clause
from Browser.supporting import Supporting
from Harness.installation import Installation

WORDS = "It was a long week."


class CallOutWalks(Supporting):
    # The desk

    @clause("PD-B.1.b", "PD-B.1.b.1")
    def test_the_communications_section_pages_in_order_and_ends_at_the_psychologist(self):
        supporter = self.supporter("police-division")
        self.put_on_call(self.visitor("police-division", "coordinator"), supporter.name)
        desk = self.visitor("police-division", "dispatcher")
        self.see(desk, "Ask for no name and no reason.")
        desk.tap("Page a Peer Support Team Member")
        # There is a place for the caller's number and for nothing else.
        self.assertEqual(desk.page.locator("main textarea, main input:not([type=hidden])").count(), 1)
        first = self.paged(desk)[0]
        self.see(desk, "No answer yet", "Help to find the Police Psychologist", "+1 202 555 0168")
        self.photograph(desk, "call-out")
        desk.tap("Page ", exact=False)
        self.assertEqual(len(self.paged(desk)), 2)

        self.assertEqual(supporter.name, first, "Who is on call is paged first.")
        supporter.visitor.open("/home")
        self.see(supporter.visitor, "You are asked to call in", "+1 202 555 0142")
        self.photograph(supporter.visitor, "home-paged")
        supporter.visitor.tap("I’ll call in")
        self.see(supporter.visitor, "You call in")
        desk.tap("Look again")
        self.see(desk, f"{first} calls in", "Put them through to whoever asked")
        self.photograph(desk, "call-out-answered")
        desk.tap("Finish this call-out")
        supporter.visitor.open("/home")
        self.see_nothing(supporter.visitor, "You are asked to call in")

        self.page_everybody(desk)

    def page_everybody(self, desk):
        """One after the other until nobody is left but the number of the last resort."""
        desk.open("/home")
        desk.tap("Page a Peer Support Team Member")
        while desk.page.get_by_role("button", name=re.compile("^Page ")).count():
            count = len(self.paged(desk))
            desk.press(desk.page.get_by_role("button", name=re.compile("^Page ")).first)
            self.assertEqual(len(self.paged(desk)), count + 1)
        psychologist = self.visitor("police-division", "psychologist")
        self.assertEqual(self.paged(desk)[-1], psychologist.page.locator(".who-name").inner_text())
        self.see(desk, "Everybody who can be reached was paged", "Call the number below.", "+1 202 555 0167")
        self.photograph(desk, "call-out-last-resort")
        self.see(psychologist, "You are asked to call in")
        desk.tap("Finish this call-out")

    def paged(self, desk):
        rows = desk.page.get_by_role("table", name="Who was paged, in order").locator("tbody tr")
        return [row.locator("td, th").first.inner_text() for row in rows.all()]

    # After hours

    @clause("OCP-I.C.2.b", "OCP-I.C.2.c")
    def test_after_hours_the_administrator_is_asked_and_told(self):
        supporter = self.supporter("orange-county-probation")
        coordinator = self.visitor("orange-county-probation", "coordinator")
        administrator = self.visitor("orange-county-probation", "administrator")
        for told in (coordinator, administrator):
            self.attend_to_notices(told)
        self.put_on_call(coordinator, supporter.name)
        seeker = self.seeker("orange-county-probation").ask(words=WORDS).go_on()
        if self.is_at_work():
            supporter.await_offer()
            self.assertFalse(self.notices(coordinator))
            self.assertFalse(self.notices(administrator))
            return
        self.assertEqual(supporter.offers(), [], "It waits for a yes.")
        self.say_yes(administrator)
        supporter.take().give_advisement()
        self.see(supporter.visitor, WORDS)
        seeker.look_again()
        self.see(seeker.visitor, f"{supporter.name} has taken your request.")
        self.tell_the_administrator(coordinator)

        # Whom somebody chose is asked at once; that there was a request is told all the same.
        self.seeker("orange-county-probation").ask(words=WORDS, wanted=supporter.name)
        supporter.await_offer()
        self.assertFalse(self.notices(administrator))
        self.tell_the_administrator(coordinator)

    def say_yes(self, administrator):
        self.assertTrue(self.notices(administrator))
        self.see(administrator, "A yes is asked of you")
        self.see_nothing(administrator, WORDS, "Employee, for themselves")
        self.photograph(administrator, "approval-asked")
        administrator.tap("Yes, activate somebody")
        self.see(administrator, "Nothing waits for your answer")

    def tell_the_administrator(self, coordinator):
        self.assertTrue(self.notices(coordinator))
        self.see(coordinator, "Tell the Program Administrator", "There was a request after hours.")
        ways = coordinator.page.locator('label.pick:has([name="how"])').all_inner_texts()
        self.assertEqual(ways, ["I told them by telephone", "I told them in person"])
        self.photograph(coordinator, "duty-to-tell")
        coordinator.answer("how", "telephone")
        coordinator.tap("They know")
        self.see(coordinator, "Nothing waits for your answer")

    def notices(self, visitor):
        visitor.open("/notices")
        return visitor.page.locator("main form").count()

    def is_at_work(self):
        """Mondays to Fridays, 8 to 17."""
        now = datetime.datetime.now(Installation.zone)
        return now.isoweekday() <= 5 and 8 <= now.hour < 17

    # The call-out list

    @clause("OCP-II.A-1")
    def test_the_call_out_list_in_the_hands_of_its_keeper_and_its_members(self):
        coordinator = self.visitor("orange-county-probation", "coordinator")
        giver = self.supporter("orange-county-probation", "colleague-2")
        # Not of the week before or after: two turns in a row are shown as one.
        taker = self.supporter("orange-county-probation", "colleague-5")
        self.put_on_call(coordinator, giver.name)
        self.see(coordinator, f"{giver.name}", "The next 28 days", "Somebody else for a while")
        self.photograph(coordinator, "call-out-list")
        giver.visitor.open("/home")
        self.see(giver.visitor, "Now, until")
        giver.visitor.tap("When I am on call", exact=False)
        self.see(giver.visitor, "You are on call now, until")
        self.swap(giver, taker)

    def put_on_call(self, coordinator, name):
        """From now on, for a few hours."""
        coordinator.tap("Call-out lists")
        self.see(coordinator, "Call-out lists", "Who can be called, at every hour.")
        coordinator.page.locator('a.card[href="/roster/lists/supporters"]').click()
        until = datetime.datetime.now(Installation.zone) + datetime.timedelta(hours=5)
        coordinator.choose("account", name)
        coordinator.type("until", until.strftime("%Y-%m-%dT%H:%M"))
        coordinator.tap("Put on call")
        self.assertEqual(coordinator.status, 200, coordinator.text)
        self.see(coordinator, "On call now:", name, "Nobody, besides the others")

    def swap(self, giver, taker):
        """A later turn goes from one to the other, by the two of them alone."""
        shift = giver.visitor.page.get_by_role("row").filter(has=giver.visitor.page.get_by_role(
            "link", name="Give it away", exact=True)).first
        when = shift.locator("td, th").first.inner_text()
        shift.get_by_role("link").click()
        self.photograph(giver.visitor, "give-a-shift-away")
        giver.visitor.choose("to", taker.name)
        giver.visitor.tap("Offer it")
        self.see(giver.visitor, "Offered by you", when)
        taker.visitor.open("/on-call")
        self.see(taker.visitor, f"{giver.name} offers a shift", when)
        self.photograph(taker.visitor, "shift-offered")
        taker.visitor.tap("I take it")
        self.see(taker.visitor, when)
        self.see_nothing(taker.visitor, f"{giver.name} offers a shift")
        giver.visitor.open("/on-call")
        self.see_nothing(giver.visitor, when, "Offered by you")

    def test_a_calendar_opens_by_its_link_alone_until_it_is_taken_back(self):
        supporter = self.supporter("orange-county-probation", "colleague-4")
        visitor = supporter.visitor
        visitor.open("/on-call")
        visitor.tap("Make a link")
        link = visitor.page.locator(".code-line code").inner_text()
        self.photograph(visitor, "calendar-link")
        status, calendar = self.fetch(link)
        self.assertEqual(status, 200)
        self.assertIn("BEGIN:VCALENDAR", calendar)
        self.assertIn("SUMMARY:On call", calendar)
        for word in (supporter.name, "Peer", "Orange", "orange-county"):
            self.assertNotIn(word, calendar)
        visitor.open("/on-call")
        visitor.tap("Take the link back")
        self.assertEqual(self.fetch(link)[0], 404)

    def fetch(self, link):
        """As the calendar on a phone does, with nothing but the link."""
        address = link if link.startswith("http") else self.server.address + link
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, ""

    # One's own numbers

    def test_without_a_gateway_one_is_told_so(self):
        visitor = self.visitor("orange-county-probation", "colleague-5")
        visitor.tap("My account")
        visitor.tap("How to reach me", exact=False)
        self.see(visitor, "Nobody can reach you yet", "No way to be told here", "Look at these pages often.")
        self.assertNotIn("/account/reach/new", visitor.links())
        self.photograph(visitor, "reach-without-gateway")

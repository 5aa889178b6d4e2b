"""What an agency begins with, and what people find where not all of it is there yet: the personnel file, whom to call, whether
anybody could take a request; and waiting for somebody who can."""

import re
import time

from Browser.supporting import Supporting
from Harness import interface
from Harness.installation import COLUMNS, Installation
from Harness.sinks import Provider

WORDS = "I would like to talk."

# Founded here by the pack of the police division: its coordinator has enrolled, and nobody else.
NEW = "new-agency"

# The minutes of the police division's pack; whoever is asked for has a third of the first step alone.
FIRST_STEP, FIRST_CONTACT = 15, 60


def employee(number):
    return f"{number},Kim,Vang,,,Records,Support,Days,Officer,sworn,no,,2019-03-31,,,,no"


class StartWalks(Supporting):
    @classmethod
    def setUpClass(cls):
        cls.provider = cls.enterClassContext(Provider())
        cls.settings = cls.provider.environment("TEXT")
        super().setUpClass()
        cls.installation = Installation(cls.server.data)
        code = cls.installation.found(NEW, {"coordinator": "coordinator"}, pack="police-division")["coordinator"]
        interface.enrol(cls.server.port, NEW, "coordinator", code)
        cls.session = interface.set_second_factor_up(cls.server.port, NEW, "coordinator")

    def coordinator_of_new(self):
        visitor = self.visitor()
        visitor.context.add_cookies([{"name": "session", "value": self.session, "url": self.server.address}])
        visitor.open("/home")
        return visitor

    def calls(self, visitor):
        """The numbers that a tap on the page calls, in its order, each once."""
        links = visitor.page.locator('main a[href^="tel:"]').evaluate_all("links => links.map(link => link.href)")
        return list(dict.fromkeys(link.removeprefix("tel:") for link in links))

    # Waiting

    def test_whoever_waits_knows_where_it_stands(self):
        supporter = self.supporter("police-division")
        self.prove_a_number(supporter.visitor)
        began = time.monotonic()
        seeker = self.seeker("police-division").ask(words=WORDS, wanted=supporter.name).go_on()
        visitor = seeker.visitor
        visitor.tap("Wait here")
        self.see(visitor, "Somebody in particular is being asked first.", "If nobody has taken it:")
        self.assert_next_moment(visitor, FIRST_STEP // 3, began)
        self.assertEqual(self.calls(visitor), ["988", "911", "+12025550142"])
        self.photograph(visitor, "waiting-asked")

        # Looking again by itself, and by a tap, finds the same; nothing of what was written is on the page.
        again = self.looks_again(visitor)
        for look in (lambda: visitor.open(again), lambda: visitor.tap("Look again")):
            look()
            self.see(visitor, "Somebody in particular is being asked first.")
            self.see_nothing(visitor, WORDS)
            self.assertEqual(self.looks_again(visitor), again)

        began = time.monotonic()
        supporter.take().give_advisement()
        visitor.open(again)
        self.see(visitor, f"{supporter.name} has taken your request.", "they are to write to you here.")
        self.assert_next_moment(visitor, FIRST_CONTACT, began)
        self.photograph(visitor, "waiting-taken")
        supporter.write("I am here.")
        visitor.open(again)
        self.see(visitor, "There is a message for you")
        self.see_nothing(visitor, "I am here.", "If you would rather not wait")
        self.assertIsNone(self.looks_again(visitor), "There is nothing more to wait for.")
        self.photograph(visitor, "waiting-over")
        visitor.tap("Read it")
        self.see(visitor, "I am here.")

    def prove_a_number(self, visitor):
        """From now on words reach them."""
        visitor.open("/account/reach/new")
        visitor.answer("kind", "text")
        visitor.type("address", "916 555 0123")
        visitor.tap("Send the digits")
        end = time.monotonic() + 30
        while not self.provider.arrivals:
            self.assertLess(time.monotonic(), end, "No digits arrived.")
            time.sleep(0.1)
        visitor.type("digits", re.search(r"\d{6}", self.provider.arrivals[0]["words"])[0])
        visitor.tap("Confirm")
        self.see(visitor, "In use")

    def looks_again(self, visitor):
        """Where the browser goes by itself in a minute."""
        told = visitor.served.all_headers().get("refresh")
        return told and re.fullmatch("60; url=(.*)", told)[1]

    def assert_next_moment(self, visitor, minutes, began):
        """The page names the moment that is so many minutes after something that was done since it began."""
        passed = (time.monotonic() - began) / 60
        text = visitor.page.locator("main").inner_text()
        until, now = (
            int(hours) * 60 + int(minutes)
            for hours, minutes in (re.search(rf"{word} (\d\d):(\d\d)", text).groups() for word in ("By", "As of")))
        left = (until - now) % (24 * 60)
        self.assertLessEqual(left, minutes, text)
        self.assertGreaterEqual(left, minutes - 1 - passed, text)

    # Whom to call

    def test_numbers_that_the_coordinator_sets_are_called_by_the_supporter(self):
        seeker, supporter = self.supported("kern-sheriff", WORDS)
        self.open_child_abuse(supporter)
        self.see(supporter.visitor, "The agency has set no number for this yet.")
        self.assertEqual(self.calls(supporter.visitor), ["911"])

        coordinator = self.visitor("kern-sheriff", "coordinator")
        coordinator.tap("4 authorities without a number", exact=False)
        self.photograph(coordinator, "authorities")
        self.set_authority(coordinator, "Child protective services", "Child Protective Services", "")
        self.assertEqual(coordinator.status, 422)
        self.assertEqual(self.card(coordinator, "Child protective services").locator('[name="name"]').input_value(),
                         "Child Protective Services", "What was typed is still there.")
        self.photograph(coordinator, "authorities-refused")
        self.set_authority(coordinator, "Child protective services", "Child Protective Services", "+1 661 555 0110")
        self.assertEqual(coordinator.status, 200)
        self.see(coordinator, "3 of 4 not set yet")
        coordinator.open("/home")
        self.see(coordinator, "3 authorities without a number")

        self.open_child_abuse(supporter)
        # The button names whom it calls.
        self.see_nothing(supporter.visitor, "The agency has set no number for this yet.", "That is just now")
        self.assertEqual(self.calls(supporter.visitor), ["+16615550110"])
        self.photograph(supporter.visitor, "disclosure-to-an-authority")
        supporter.visitor.tap("Begin, and tell them yourself")
        self.assertIn("+16615550110", self.calls(supporter.visitor))
        self.photograph(supporter.visitor, "disclosure-begun")

    def open_child_abuse(self, supporter):
        supporter.open_request()
        supporter.visitor.tap("When confidence ends", exact=False)
        self.card(supporter.visitor, "child abuse").get_by_role("link", name="This is the case").click()

    def card(self, visitor, words):
        return visitor.page.locator("section.card", has_text=words)

    def set_authority(self, visitor, title, name, telephone):
        card = self.card(visitor, title)
        card.locator('[name="name"]').fill(name)
        card.locator('[name="telephone"]').fill(telephone)
        card.get_by_role("button", name="Set it").click()

    # Nobody there yet

    def test_where_nobody_could_take_a_request_none_is_taken_and_the_numbers_stay(self):
        visitor = self.visitor()
        visitor.open(f"/agencies/{NEW}")
        self.see(visitor, "No request can be taken here just now", "That has nothing to do with you")
        self.assertNotIn(f"/agencies/{NEW}/ask", visitor.links())
        self.assertEqual(self.calls(visitor)[:2], ["988", "911"])
        # From a link that somebody kept.
        self.assertEqual(visitor.open(f"/agencies/{NEW}/ask"), 200)
        self.see(visitor, "No request can be taken here just now", "To call us")
        self.assertEqual(self.calls(visitor), ["988", "911", "+12025550142"])
        self.assertEqual(visitor.page.locator("main form").count(), 0)
        self.photograph(visitor, "closed-for-asking")

        coordinator = self.coordinator_of_new()
        self.see(coordinator, "Nobody can ask for support", "Closed")
        self.photograph(coordinator, "home-closed-for-asking")
        coordinator.tap("Nobody can ask for support", exact=False)
        self.see(coordinator, "the programme is closed for asking", "Appoint somebody under Accounts.")
        self.photograph(coordinator, "readiness")

    # The personnel file

    def test_a_personnel_file_is_looked_at_decided_on_and_given_back(self):
        visitor = self.coordinator_of_new()
        visitor.tap("Team")
        visitor.tap("The personnel list", exact=False)
        visitor.tap("Import a file")
        everybody = range(1, 31)
        self.send_file(visitor, everybody)
        self.see(visitor, "Nothing has been changed yet.", "Vang, Kim (30), Records")
        self.photograph(visitor, "import-preview")
        visitor.tap("Import the file")
        self.see(visitor, "Added 30, changed 0, ended 0, kept 0.")
        self.installation.run(
            "account", "create", "kim", "--agency", NEW, "--name", "Kim", "--role", "supporter", "--employee-number", 30)

        # Many at once need their number, in so many words.
        self.send_file(visitor, everybody[:20])
        self.see(visitor, "Nothing has been changed yet.", "This file ends 10 of the 30 people.", "kim")
        self.see_nothing(visitor, "Added 30")
        visitor.tap("Import the file")
        self.assertEqual(visitor.status, 422)
        self.photograph(visitor, "import-ends-many")
        visitor.type("ends", 10)
        visitor.tap("Import the file")
        self.see(visitor, "Added 0, changed 0, ended 10, kept 20.", "Roles that ended with their holders: 1.")

        # One line is wrong: it is told, and the file stays to be looked at until it is thrown away.
        self.send_file(visitor, [*everybody, 1])
        visitor.open("/people/import")
        self.see(visitor, "Nothing was changed. In it: one problem.",
                 "Line 32, column employee_number: the employee number is already on line 2.")
        self.photograph(visitor, "import-wrong")
        visitor.tap("Throw the file away")
        self.see_nothing(visitor, "This file cannot be imported", "Imported")

        self.send_file(visitor, everybody)
        self.see(visitor, "Roles of those who come back", "Given back as it was")
        self.photograph(visitor, "import-gives-back")
        visitor.tap("Import the file")
        self.see(visitor, "Added 0, changed 10, ended 0, kept 20.", "kim, supporter: given back.")
        self.photograph(visitor, "import-done")

    def send_file(self, visitor, numbers):
        visitor.type("table", "\n".join([COLUMNS, *map(employee, numbers)]) + "\n")
        visitor.tap("Look at what it would do")

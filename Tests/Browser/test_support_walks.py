"""From asking to the end, in the words people read: who can open what, and who cannot."""

from Browser.browsing import clause
from Browser.supporting import Seeker, Supporting
from Harness.receipts import never_handed_out

WORDS = "I cannot sleep since the accident."


class SupportWalks(Supporting):
    # From asking to closed, and open again

    @clause("PD-P-2", "PD-B.2-0", "PD-A.2")
    def test_from_an_anonymous_request_to_its_end(self):
        supporter = self.supporter("police-division")
        seeker = self.seeker("police-division")
        self.ask_anonymously(seeker, supporter)
        self.take_it(supporter)
        self.talk(seeker, supporter)
        elsewhere = self.come_back_on_another_phone(seeker)
        self.close_and_open_again(elsewhere, supporter)
        self.leave(elsewhere)

    def ask_anonymously(self, seeker, supporter):
        visitor = seeker.visitor
        visitor.open("/agencies/police-division")
        main = visitor.page.locator("main").inner_text()
        self.assertLess(main.index("988"), main.index("Ask for support"), "The crisis lines come first.")
        self.photograph(visitor, "agency-front")
        seeker.fill_in(words=WORDS, wanted=supporter.name)
        self.photograph(visitor, "ask-filled-in")
        visitor.answer("advisementRead", "yes")
        visitor.tap("Ask for support")
        self.assertEqual(visitor.status, 422, "The limits of confidence were not read.")
        self.see(visitor, "Read what stays between you, and say that you have.")
        self.assertEqual(visitor.page.locator('[name="words"]').input_value(), WORDS)
        self.assertEqual(visitor.page.locator('details:has([name="wanted"])').get_attribute("open"), "")
        self.photograph(visitor, "ask-refused")

        seeker.ask(words=WORDS, wanted=supporter.name)
        self.assertEqual(visitor.status, 200)
        self.see(visitor, "Your request is kept", "This receipt is the only key to it.")
        self.assertRegex(seeker.receipt, r"^([0-9A-Z]{4}-){5}[0-9A-Z]{2}$")
        self.assertNotIn(seeker.receipt, visitor.page.url)
        self.photograph(visitor, "receipt")
        seeker.go_on()
        self.assertEqual(visitor.path, "/support")
        self.see(visitor, "What happens now", WORDS)
        self.photograph(visitor, "support-offered")

    def take_it(self, supporter):
        visitor = supporter.visitor
        supporter.await_offer()
        visitor.open("/home")
        self.see(visitor, "Offered to you", "Employee, for themselves", "Asked for you")
        self.photograph(visitor, "home-with-an-offer")
        visitor.tap("Employee, for themselves", exact=False)
        self.see(visitor, "Who it is opens once you take it.", "By messages on this page")
        self.see_nothing(visitor, WORDS)
        self.photograph(visitor, "offer")
        visitor.tap("Take this request")
        self.assertEqual(visitor.status, 422, "Nothing was attested.")
        self.photograph(visitor, "offer-refused")

        supporter.take()
        self.see(visitor, "The request is yours", "First, before anything else", "I refer them at once to the Police "
                 "Psychologist")
        self.see_nothing(visitor, WORDS)
        self.photograph(visitor, "advisement")
        visitor.tap("Confirm, and open the request")
        self.assertEqual(visitor.status, 422)
        self.see_nothing(visitor, WORDS)
        supporter.give_advisement()
        self.see(visitor, "Now you can read who it is", "Not given", WORDS, "Be in touch by")
        self.photograph(visitor, "request")

    def talk(self, seeker, supporter):
        supporter.visitor.tap("I made contact")
        self.see(supporter.visitor, "Noted that you were in touch", "You have been in touch once.")
        self.see_nothing(supporter.visitor, "Be in touch by")
        supporter.write("I am here. Shall we meet at the river?")
        self.see(supporter.visitor, "They see it when they come back with their receipt.")
        seeker.look_again()
        self.see(seeker.visitor, f"{supporter.name} has taken your request.", "Shall we meet at the river?")
        self.photograph(seeker.visitor, "support-accepted")
        seeker.write("Yes, tomorrow at eight.")
        supporter.visitor.open("/home")
        self.see(supporter.visitor, "Yours", "New message")
        supporter.open_request()
        self.see(supporter.visitor, "Yes, tomorrow at eight.")
        self.photograph(supporter.visitor, "request-in-touch")

        # Nobody else has it: not another of the team, and not who looks after the programme.
        for login in ("colleague", "coordinator"):
            other = self.visitor("police-division", login)
            self.see_nothing(other, "Employee, for themselves")
            self.assert_as_if_never_there(other, supporter.request)

    def come_back_on_another_phone(self, seeker):
        """As people type: small letters, no hyphens. Before that, receipts that open nothing here."""
        elsewhere = Seeker(self.visitor(), "police-division")
        pages = set()
        foreign = self.seeker("iacp").ask(words=WORDS)
        for stranger in (never_handed_out(), foreign.receipt):
            elsewhere.show(stranger)
            self.assertEqual(elsewhere.visitor.status, 422)
            pages.add(elsewhere.visitor.served.text().replace(stranger, ""))
        self.assertEqual(len(pages), 1, "A receipt of elsewhere shows another page than one that never was.")
        self.see(elsewhere.visitor, "Nothing here has this receipt.")
        self.photograph(elsewhere.visitor, "receipt-of-nothing")
        elsewhere.show(seeker.receipt[:-1] + ("0" if seeker.receipt[-1] != "0" else "1"))
        self.assertEqual(elsewhere.visitor.status, 422)

        elsewhere.show(seeker.receipt.replace("-", "").lower())
        self.assertEqual(elsewhere.visitor.path, "/support")
        self.see(elsewhere.visitor, "Shall we meet at the river?", "Yes, tomorrow at eight.", WORDS)
        return elsewhere

    def close_and_open_again(self, seeker, supporter):
        supporter.open_request()
        supporter.visitor.tap("Close it")
        self.photograph(supporter.visitor, "closing")
        supporter.close()
        self.see(supporter.visitor, "Closed", "then it is destroyed.")
        self.assertFalse(supporter.has_it())
        seeker.look_again()
        self.see(seeker.visitor, "This has ended.", "then everything of it is destroyed.")
        self.assertEqual(seeker.visitor.page.locator('textarea[name="text"]').count(), 0)
        self.photograph(seeker.visitor, "support-closed")

        seeker.visitor.tap("Open it again")
        self.see(seeker.visitor, "What happens now", "Yes, tomorrow at eight.")
        supporter.take().give_advisement()
        self.see(supporter.visitor, "Shall we meet at the river?")
        seeker.look_again()
        self.see(seeker.visitor, f"{supporter.name} has taken your request.")
        supporter.close()
        self.assertFalse(supporter.has_it())
        seeker.look_again()
        self.see(seeker.visitor, "This has ended.")

    def leave(self, seeker):
        """One tap, and whoever takes the phone up next finds no way back."""
        away = seeker.visitor.page.get_by_role("link", name="Leave this page").get_attribute("href")
        answer = seeker.visitor.context.request.get(away, max_redirects=0)
        self.assertEqual(answer.status, 303)
        self.assertNotIn(self.server.address, answer.headers["location"])
        seeker.look_again()
        self.assertEqual(seeker.visitor.path, "/closed")
        self.see_nothing(seeker.visitor, WORDS)
        self.photograph(seeker.visitor, "support-left")

    # To somebody else

    @clause("KSO-H.8", "KSO-J.1")
    def test_handed_off_to_somebody_who_is_there_for_it(self):
        seeker, first = self.supported("kern-sheriff", WORDS)
        second = self.supporter("kern-sheriff", "colleague")
        second.open_own_hours()
        self.assertEqual(second.offers(), [])
        self.hand_off(first, second)
        self.assert_as_if_never_there(first.visitor, first.request)
        self.assertFalse(first.has_it())

        second.take()
        self.see_nothing(second.visitor, WORDS)
        second.give_advisement()
        self.see(second.visitor, WORDS)
        seeker.look_again()
        self.see(seeker.visitor, f"{second.name} has taken your request.")
        self.see_nothing(seeker.visitor, first.name)

    def hand_off(self, first, second):
        visitor = first.visitor
        first.open_request()
        visitor.tap("Hand it off")
        reasons = visitor.page.locator('label.pick:has([name="reason"])').all_inner_texts()
        self.assertEqual(reasons, [
            "More help from other members is needed", "Trust did not come about between the two",
            "The support is passed on, for whatever reason"])
        self.photograph(visitor, "hand-off")
        visitor.tap("Hand it off")
        self.assertEqual(visitor.status, 422, "Neither a reason was given nor the person asked.")
        visitor.answer("reason", "rapport")
        visitor.choose("to", second.name)
        visitor.answer("seekerWasAsked", "yes")
        visitor.tap("Hand it off")
        self.see(visitor, "Handed off", "You can no longer open it.")

    @clause("KSO-G.3")
    def test_a_supervisor_asks_for_another_and_learns_nothing(self):
        seeker, first = self.supported("kern-sheriff", WORDS)
        second = self.supporter("kern-sheriff", "colleague")
        second.open_own_hours()
        code, link = self.let_the_supervisor_ask(first)
        self.assert_a_script_takes_it_from_the_link(link, code)

        supervisor = self.visitor()
        supervisor.open("/agencies/kern-sheriff/supervisors")
        supervisor.tap("I have a code")
        self.see(supervisor, "do what you can to let them leave their post", "By telephone")
        self.photograph(supervisor, "another-member")
        supervisor.type("code", code[:-1])
        supervisor.tap("They cannot leave", exact=False)
        self.assertEqual(supervisor.status, 422, "It is not the whole code.")
        supervisor.type("code", code.lower())
        supervisor.tap("They cannot leave", exact=False)
        self.see(supervisor, "Somebody else is asked", "Please tell the one who showed you the code")
        self.see_nothing(supervisor, WORDS, first.name)
        self.assertNotIn(code, supervisor.page.url)
        self.photograph(supervisor, "another-member-asked")

        self.assert_as_if_never_there(first.visitor, first.request)
        coordinator = self.visitor("kern-sheriff", "coordinator")
        coordinator.open("/notices")
        self.see(coordinator, f"{first.name} is needed and cannot leave, as they or their supervisor say")
        self.see_nothing(coordinator, WORDS)
        second.take().give_advisement()
        self.see(second.visitor, WORDS)

    def let_the_supervisor_ask(self, supporter):
        visitor = supporter.visitor
        supporter.open_request()
        visitor.unfold("I cannot leave my post")
        visitor.tap("Let my supervisor ask")
        self.see(visitor, f"{supporter.name} is asked for", "let them leave their post")
        self.see_nothing(visitor, WORDS)
        self.photograph(visitor, "for-your-supervisor")
        code = "-".join(visitor.page.locator(".grouped-code code span").all_inner_texts())
        return code, visitor.page.locator(".code-line code").inner_text()

    def assert_a_script_takes_it_from_the_link(self, link, code):
        """What stands behind the # goes into the field and out of the address. Nothing is done by looking."""
        page = self.browser.new_page()
        self.addCleanup(page.close)
        page.goto(link)
        self.assertEqual(page.locator('[name="code"]').input_value(), code)
        self.assertNotIn(code, page.url)

    # What is the seeker's to say

    @clause("PD-B.2.a", "PD-B.2.b")
    def test_the_seeker_agrees_takes_it_back_and_asks_for_someone_else(self):
        seeker, supporter = self.supported("police-division", WORDS, login="colleague")
        seeker.visitor.unfold("Agree that something is passed on")
        seeker.visitor.tap("Agree")
        self.assertEqual(seeker.visitor.status, 422, "Nothing was said, and nothing agreed to.")
        seeker.agree("The union", "That I need the day shift.")
        self.see(seeker.visitor, "The union", "That I need the day shift.", "Good")
        self.photograph(seeker.visitor, "support-consent")
        supporter.open_request()
        self.see(supporter.visitor, "What they agreed to in writing", "That I need the day shift.")

        seeker.visitor.tap("Take it back")
        self.see(seeker.visitor, "Taken back")
        supporter.open_request()
        self.see_nothing(supporter.visitor, "That I need the day shift.")

        seeker.visitor.unfold("Ask for someone else")
        self.see(seeker.visitor, "Nobody asks why.")
        seeker.visitor.page.locator("details[open]").get_by_role("button", name="Ask for someone else").click()
        self.see(seeker.visitor, "What happens now", WORDS)
        self.assertFalse(supporter.has_it())
        self.assert_as_if_never_there(supporter.visitor, supporter.request)
        self.assertEqual(supporter.offers(), [], "The same person is not asked again.")

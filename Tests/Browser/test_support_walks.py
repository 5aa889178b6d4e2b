"""From asking to the end, in the words people read: who can open what, and who cannot."""

from Browser.browsing import clause
from Browser.supporting import Seeker, Supporting
from Harness.receipts import never_handed_out

WORDS = "I cannot sleep since the accident."
# Well formed, and of no request.
NO_ID = "a" * 26


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
        visitor.answer("read", "yes")
        visitor.tap("Ask for support")
        self.assertEqual(visitor.status, 422, "The limits of confidence were not read.")
        self.see(visitor, "Read what stays between you, and say that you have.")
        self.assertEqual(visitor.page.locator('[name="words"]').input_value(), WORDS)
        self.assertEqual(visitor.page.locator('details:has([name="wanted"])').get_attribute("open"), "")
        self.photograph(visitor, "ask-refused")

        seeker.ask(words=WORDS, wanted=supporter.name)
        self.assertEqual(visitor.status, 201)
        self.see(visitor, "Your request is on its way", "This receipt is the only key to it.")
        self.assertRegex(seeker.receipt, r"^([0-9A-Z]{4}-){5}[0-9A-Z]{2}$")
        self.assertNotIn(seeker.receipt, visitor.page.url)
        self.photograph(visitor, "receipt")
        seeker.go_on()
        self.assertEqual(visitor.path, "/support")
        self.see(visitor, "Those who can take it are being asked.", WORDS)
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
        self.see(seeker.visitor, "Those who can take it are being asked.", "Yes, tomorrow at eight.")
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

    # Advice

    @clause("KSO-H.4.b")
    def test_a_second_supporter_reads_along_until_the_seeker_ends_it(self):
        seeker, supporter = self.supported("kern-sheriff", WORDS)
        second = self.supporter("kern-sheriff", "colleague-2")
        lent = self.consult(supporter, second, "Another PST Member")
        self.see(second.visitor, f"{supporter.name} asks you", WORDS)
        self.assertEqual(second.visitor.page.locator("main form").count(), 0, "It is to be read and not to be answered.")
        self.photograph(second.visitor, "consultation-lent")
        self.assert_as_if_never_there(second.visitor, supporter.request)

        seeker.look_again()
        self.see(seeker.visitor, "Whose advice is asked", second.name, "Reads along")
        self.photograph(seeker.visitor, "support-consultation")
        seeker.visitor.tap("End it")
        self.see_nothing(seeker.visitor, second.name)
        self.assert_as_if_never_there(second.visitor, lent)

    @clause("PD-POL-2", "PD-B.2.b")
    def test_the_psychologist_reads_along_only_where_the_seeker_says_so(self):
        seeker, supporter = self.supported("police-division", WORDS)
        psychologist = self.supporter("police-division", "psychologist")
        lent = self.consult(supporter, psychologist, "Police Psychologist")
        self.see(psychologist.visitor, "Nothing of the request is shown")
        self.see_nothing(psychologist.visitor, WORDS)
        self.photograph(psychologist.visitor, "consultation-without-access")

        seeker.look_again()
        self.see(seeker.visitor, psychologist.name, "Sees nothing of it")
        seeker.visitor.tap("Let them read along")
        self.see(seeker.visitor, "Reads along")
        psychologist.visitor.open(lent)
        self.see(psychologist.visitor, WORDS)

        supporter.open_request()
        supporter.visitor.tap("Consult somebody", exact=False)
        supporter.visitor.tap("End it now")
        self.see(supporter.visitor, "The consultation has ended")
        self.assert_as_if_never_there(psychologist.visitor, lent)

    def consult(self, supporter, consulted, way):
        """Consults somebody in one of the pack's ways; gives the address of what is lent, opened by the consulted."""
        supporter.open_request()
        supporter.visitor.tap("Consult somebody", exact=False)
        part = supporter.visitor.page.locator("section", has=supporter.visitor.page.get_by_role("heading", name=way))
        self.photograph(supporter.visitor, f"{supporter.visitor.path.split('/')[1]}-consult")
        if part.get_by_label(consulted.name).count():
            part.locator("label.pick", has_text=consulted.name).click()
        part.get_by_role("button", name="Consult").click()
        self.see(supporter.visitor, "You are consulting")
        consulted.visitor.open("/home")
        self.see(consulted.visitor, "You are consulted")
        self.see_nothing(consulted.visitor, WORDS)
        consulted.visitor.tap(f"{supporter.name} asks you", exact=False)
        return consulted.visitor.path

    # Where confidence ends

    @clause("SAC-VI.B.3b")
    def test_self_harm_is_told_to_exactly_those_who_help(self):
        seeker, supporter = self.supported("sacramento-probation", WORDS)
        record = self.carry_out(supporter)
        chaplaincy = self.visitor("sacramento-probation", "chaplaincy")
        coordinator = self.visitor("sacramento-probation", "coordinator")
        for told in (chaplaincy, coordinator):
            self.see(told, "Needs you today", "1 notice")
            told.tap("1 notice", exact=False)
            self.see(told, f"Speak with {supporter.name} now", "by voice")
            self.see_nothing(told, WORDS)
            self.assertNotIn(supporter.request, told.links())
            self.photograph(told, f"notice-{told.path.strip('/')}")
        liaison = self.visitor("sacramento-probation", "management-liaison")
        liaison.open("/notices")
        self.see(liaison, "Nothing waits for your answer")

        chaplaincy.tap("I know of it")
        self.see(chaplaincy, "Nothing waits for your answer")
        supporter.visitor.open(record)
        self.see(supporter.visitor, "Knows", "not yet acknowledged")
        self.tell_the_liaison(coordinator, liaison)
        supporter.visitor.open(record)
        self.see_nothing(supporter.visitor, "not yet acknowledged")
        self.photograph(supporter.visitor, "disclosure-record")
        self.assert_as_if_never_there(coordinator, record)

    def carry_out(self, supporter):
        """From the request to the act; gives the address of its record."""
        visitor = supporter.visitor
        supporter.open_request()
        visitor.tap("When confidence ends", exact=False)
        self.see(visitor, "Is anyone in danger now?", "You must", "mean to harm yourself")
        self.photograph(visitor, "disclosure-guide")
        case = visitor.page.locator("section.card", has_text="mean to harm yourself")
        case.get_by_role("link", name="This is the case").click()
        main = visitor.page.locator("main").inner_text()
        self.assertLess(main.index("988"), main.index("These are told"), "The crisis lines come first.")
        self.see(visitor, "Law Enforcement Chaplaincy", "Program Coordinator", "Management Liaison", "Not what was said")
        self.assertEqual(visitor.page.locator("main textarea, main input:not([type=hidden])").count(), 0)
        self.photograph(visitor, "disclosure-before")
        visitor.tap("Tell them now")
        self.see(visitor, "Who was told", "Told, not yet acknowledged")
        self.see_nothing(visitor, WORDS)
        return visitor.path

    def tell_the_liaison(self, coordinator, liaison):
        """Once the coordinator knows, telling the liaison falls to them; the liaison then has it too."""
        coordinator.tap("I know of it")
        self.see(coordinator, "Tell the Management Liaison")
        self.photograph(coordinator, "follow-on-duty")
        coordinator.answer("how", "page")
        coordinator.tap("They know")
        self.see(coordinator, "Nothing waits for your answer")
        liaison.open("/home")
        self.see(liaison, "1 notice")

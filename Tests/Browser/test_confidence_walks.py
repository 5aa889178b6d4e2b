"""Others who come to know something of a request: whose advice is asked, and whoever must be told when confidence ends."""

from Browser.browsing import clause
from Browser.supporting import Supporting

WORDS = "I do not want to go on like this."


class ConfidenceWalks(Supporting):
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
        chaplaincy, coordinator, liaison = (
            self.visitor("sacramento-probation", login)
            for login in ("chaplaincy", "coordinator", "management-liaison"))
        for told in (chaplaincy, coordinator, liaison):
            self.attend_to_notices(told)
        record = self.carry_out(supporter)
        for told in (chaplaincy, coordinator):
            told.open("/home")
            self.see(told, "Needs you now", "1 notice")
            told.tap("1 notice", exact=False)
            self.see(told, f"Speak with {supporter.name} now", "by voice")
            self.see_nothing(told, WORDS)
            self.assertNotIn(supporter.request, told.links())
            self.photograph(told, f"notice-{told.path.strip('/')}")
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
        coordinator.answer("furtherAssistance", "no")
        coordinator.tap("They know")
        self.see(coordinator, "Nothing waits for your answer")
        liaison.open("/home")
        self.see(liaison, "1 notice")

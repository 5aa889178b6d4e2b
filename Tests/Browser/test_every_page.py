"""Every page that anybody is led to, in every role of every programme: looked at closely, on a phone and at a desk, light and
dark. Nobody lists the pages here: they are found by following every link, so a new page is looked at too."""

from Browser.browsing import kind_of_path
from Browser.supporting import Supporting

# Everybody who has something to do; of those whose only duty is to answer notices, some.
ROLES = {
    "orange-county-probation": [
        "supporter", "coordinator", "logistics-coordinator", "administrator", "division-director", "chief"],
    "sacramento-probation": [
        "supporter", "coordinator", "management-liaison", "committee-member", "chaplaincy", "supervisor"],
    "kern-sheriff": [
        "supporter", "leader", "coordinator", "chief-deputy", "administration", "division-commander", "supervisor"],
    "police-division": ["supporter", "coordinator", "steering-member", "psychologist", "chief", "dispatcher"],
    "iacp": ["supporter", "coordinator", "team-supervisor", "clinical-supervisor", "committee-member", "management"],
}

# One programme is looked at whole; of the others what their packs make different.
WHOLE = "orange-county-probation"
MADE_BY_THE_PACK = (
    "/home", "/contacts", "/sheets", "/filings", "/figures", "/policy", "/agencies", "/accounts/ID", "/support", "/offers",
    "/requests", "/disclosures", "/protections", "/notices", "/designees", "/call-outs", "/after-action",
    "/incidents",
)
# Where two agencies that agreed find what they have together, and what that leads to.
TOGETHER = ("/mutual-aid", "/regional-team", "/critical-incidents")
LED_TO = ("/training/sessions/ID", "/shared-incidents/ID", "/critical-incidents/ID")
OF_REQUESTS = ("/requests", "/offers", "/disclosures", "/protections")

# Forms that are sent as they are, to see their problems. Those that would be taken are not among them.
SENT_EMPTY = ("/agencies/", "/contacts/new", "/account/passphrase", "/accounts/new", "/accounts/ID", "/account/second-factor")
SENT_EMPTY_THEMSELVES = (
    "/support", "/offers/ID", "/requests/ID", "/requests/ID/hand-off", "/on-call", "/roster/lists/supporters",
    "/roster/lists/supporters/rotations/new", "/notices/ask", "/designees", "/after-action/new",
)

# Off the site at once, for whoever is looked at over the shoulder.
LEAVING = "/leave"


class EveryPage(Supporting):
    def test_everyone(self):
        for agency in ROLES:
            self.follow_every_link(self.visitor(), f"/agencies/{agency}", agency, "everyone")
        start = self.visitor()
        start.open("/")
        self.look(start, "start")
        self.assertEqual(start.open("/nothing/here"), 404)
        self.look(start, "nothing-here")

    def test_orange_county(self):
        self.look_at_programme("orange-county-probation")

    def test_sacramento(self):
        self.look_at_programme("sacramento-probation")

    def test_kern(self):
        self.look_at_programme("kern-sheriff")

    def test_police_division(self):
        self.look_at_programme("police-division")

    def test_iacp(self):
        self.look_at_programme("iacp")

    def test_neighbours(self):
        """What two agencies have together, as whoever runs the programme of each sees it."""
        for agency in ("iacp", "springfield-police"):
            visitor = self.visitor(agency, "coordinator")
            for beginning in TOGETHER:
                self.assertEqual(visitor.fetch(beginning), 200, f"{beginning} at {agency}")
                led = {kind_of_path(path): path for path in self.lens.links(visitor.served)}
                for path in (beginning, *(led[kind] for kind in LED_TO if kind in led)):
                    visitor.fetch(path)
                    self.look_at_page(visitor, path, kind_of_path(path), agency, "neighbour")

    def look_at_programme(self, agency):
        self.look_at_a_request(agency)
        for role in ROLES[agency]:
            seen = self.follow_every_link(self.visitor(agency, role), "/home", agency, role)
            # Home, the account, and at least what the role is for.
            self.assertGreaterEqual(len(seen), 3, f"{role} at {agency} sees only {seen}")

    def look_at_a_request(self, agency):
        """From being offered to its end, as each side sees it. One is left offered and one open, for whoever looks next."""
        supporter = self.supporter(agency)
        seeker = self.seeker(agency).ask(words="I would like to talk.", wanted=supporter.name).go_on()
        self.follow_every_link(seeker.visitor, "/support", agency, "seeker-waiting", within=["/support"])
        supporter.open_offer()
        supporter.take()
        self.follow_every_link(
            supporter.visitor, supporter.request, agency, "supporter-before", within=[supporter.request])
        supporter.open_request()
        supporter.give_advisement()
        supporter.write("I am here.\nWhen would it suit you?")
        seeker.write("Tomorrow would be good.")
        if seeker.visitor.page.locator('[name="scope"]').count():
            seeker.agree("My union", "That I am here.")
        self.follow_every_link(supporter.visitor, supporter.request, agency, "supporter-with", within=OF_REQUESTS)
        self.follow_every_link(seeker.visitor, "/support", agency, "seeker-supported", within=["/support"])
        supporter.close()
        self.follow_every_link(seeker.visitor, "/support", agency, "seeker-closed", within=["/support"])
        self.supported(agency)
        self.seeker(agency).ask(wanted=supporter.name)
        supporter.await_offer()

    def follow_every_link(self, visitor, beginning, agency, role, within=("/",)):
        """Looks at one page of each kind that can be reached; gives their kinds."""
        seen, waiting = set(), [beginning]
        while waiting:
            path = waiting.pop(0)
            kind = kind_of_path(path)
            if kind in seen or kind.startswith(("/assets/", LEAVING)) or not path.startswith(tuple(within)):
                continue
            seen.add(kind)
            self.assertEqual(visitor.fetch(path), 200, f"{role} at {agency} is led to {path}")
            if not self.belongs(kind, agency) or visitor.was_given_a_file:
                continue
            waiting += self.lens.links(visitor.served)
            self.look_at_page(visitor, path, kind, agency, role)
        return seen

    def belongs(self, kind, agency):
        """Pages of another agency are that agency's; pages that no pack changes are looked at once."""
        if kind.startswith("/agencies/"):
            return kind.startswith(f"/agencies/{agency}")
        return agency == WHOLE or kind.startswith(MADE_BY_THE_PACK)

    def look_at_page(self, visitor, path, kind, agency, role):
        name = f"{agency}-{role}{kind}".replace("/", "-").replace("?", "-")
        is_new = self.lens.is_new(visitor.served)
        # What asks for confirmation is part of the page too.
        self.look(visitor, name, unfolded=True)
        # A kind of contact may ask for nothing that is not filled in already; the first kind of each form does ask.
        if is_new and ((kind.startswith(SENT_EMPTY) and "?" not in kind) or kind in SENT_EMPTY_THEMSELVES):
            self.send_as_it_is(visitor, path, name)

    def send_as_it_is(self, visitor, path, name):
        """The page's form with nothing filled in comes again, with what is wrong."""
        visitor.open(path)
        send = visitor.page.locator("form.form .form-actions button:visible").first
        if not send.count():
            return
        send.click()
        self.assertEqual(visitor.status, 422, f"{path} took an empty form")
        self.assertEqual(visitor.page.locator('[role="alert"]').count(), 1, path)
        self.look(visitor, f"{name}-refused")

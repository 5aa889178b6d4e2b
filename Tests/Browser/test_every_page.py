"""Every page that anybody is led to, in every role of every programme: looked at closely, on a phone and at a desk, light and
dark. Nobody lists the pages here: they are found by following every link, so a new page is looked at too."""

from Browser.browsing import DESK, PHONE, Browsing, kind_of_path

ROLES = {
    "orange-county-probation": ["supporter", "coordinator", "logistics-coordinator", "administrator", "division-director"],
    "sacramento-probation": ["supporter", "coordinator", "management-liaison", "committee-member"],
    "kern-sheriff": ["supporter", "coordinator", "chief-deputy", "administration"],
    "police-division": ["supporter", "coordinator", "steering-member", "chief"],
    "iacp": ["supporter", "coordinator", "committee-member", "management"],
}

# One programme is looked at in every view; of the others what their packs make different, on a dark phone and a light desk.
WHOLE = "orange-county-probation"
TWO_VIEWS = [(PHONE, "dark"), (DESK, "light")]
MADE_BY_THE_PACK = ("/home", "/contacts", "/sheets", "/filings", "/summaries", "/policy", "/agencies", "/accounts/ID")

# Forms that are sent as they are, to see their problems. Those that would be taken are not among them.
SENT_EMPTY = ("/agencies/", "/contacts/new", "/account/passphrase", "/accounts/new", "/accounts/ID", "/account/second-factor")


class EveryPage(Browsing):
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

    def look_at_programme(self, agency):
        for role in ROLES[agency]:
            seen = self.follow_every_link(self.visitor(agency, role), "/home", agency, role)
            # Home, the account, and at least what the role is for.
            self.assertGreaterEqual(len(seen), 3, f"{role} at {agency} sees only {seen}")

    def follow_every_link(self, visitor, beginning, agency, role):
        """Looks at one page of each kind that can be reached; gives their kinds."""
        seen, waiting = set(), [beginning]
        while waiting:
            path = waiting.pop(0)
            kind = kind_of_path(path)
            if kind in seen or kind.startswith("/assets/"):
                continue
            seen.add(kind)
            self.assertEqual(visitor.open(path), 200, f"{role} at {agency} is led to {path}")
            if not self.belongs(kind, agency):
                continue
            name = f"{agency}-{role}{kind}".replace("/", "-").replace("?", "-")
            views = self.lens.VIEWS if agency == WHOLE else TWO_VIEWS
            waiting += visitor.links()
            self.look(visitor, name, views=views)
            self.unfold_everything(visitor, name)
            # A kind of contact may ask for nothing that is not filled in already; the first kind of each form does ask.
            if kind.startswith(SENT_EMPTY) and "?" not in kind:
                self.send_as_it_is(visitor, path, name, views)
        return seen

    def belongs(self, kind, agency):
        """Pages of another agency are that agency's; pages that no pack changes are looked at once."""
        if kind.startswith("/agencies/"):
            return kind.startswith(f"/agencies/{agency}")
        return agency == WHOLE or kind.startswith(MADE_BY_THE_PACK)

    def unfold_everything(self, visitor, name):
        """What asks for confirmation is part of the page too."""
        if visitor.page.locator("details").count():
            self.look(visitor, f"{name}-unfolded", views=TWO_VIEWS[:1], unfolded=True)

    def send_as_it_is(self, visitor, path, name, views):
        """The page's form with nothing filled in comes again, with what is wrong."""
        send = visitor.page.locator("form.form .form-actions button").first
        if not send.count():
            return
        send.click()
        self.assertEqual(visitor.status, 422, f"{path} took an empty form")
        self.assertEqual(visitor.page.locator('[role="alert"]').count(), 1, path)
        self.look(visitor, f"{name}-refused", views=views)

"""A month in each of the five programmes: contacts are counted, the sheet submitted and received, the summary published and
read; and the reader of the summary opens nothing else."""

import datetime
import re

from Browser.browsing import Browsing, clause, print_page
from Harness.installation import Installation

# Who does what by each pack: who receives the sheets, who publishes the summary, and its readers, each with what else the
# pack opens to them. The text of the policy says nothing of anybody; who administers a programme appoints its coordinator.
PROGRAMMES = {
    "orange-county-probation": (
        "logistics-coordinator", "coordinator",
        {"administrator": {"/policy", "/accounts"}, "division-director": set()}),
    "sacramento-probation": (
        "coordinator", "coordinator", {"management-liaison": {"/policy"}, "committee-member": {"/policy"}}),
    "kern-sheriff": ("coordinator", "coordinator", {"chief-deputy": set(), "administration": set()}),
    "police-division": ("coordinator", "coordinator", {"steering-member": {"/policy"}, "chief": set()}),
    "iacp": ("coordinator", "coordinator", {"management": set()}),
}

# What a contact is by each pack's form: the answers one taps, then the lines one types.
CONTACTS = {
    "orange-county-probation": (
        {"sex": "female", "old-or-new": "new", "approach": "not-approach", "issues": "retirement", "minutes": "45"}, {}),
    "sacramento-probation": ({"type": "phone", "advisement": "yes", "referral": "chaplaincy"}, {}),
    "kern-sheriff": ({"for-whom": "family", "led-to": "cumulative-stress", "duty": "off-duty", "minutes": "30"}, {}),
    "police-division": ({"duty": "off-duty", "direction": "referral"}, {}),
    "iacp": (
        {"who": "family", "service": "hospital", "minutes-in-person": "60", "minutes-by-phone": "15"}, {"referrals": 1}),
}

# The rows of Orange County's Monthly Statistics Report, in its order.
ORANGE_COUNTY_ROWS = [
    "Male (M) / Female (F)", "Old (O) / New (N)", "Approach (A) / Not approach (NA)", "Anxiety", "Organizational Stress",
    "Critical Incident", "Depression", "Family/Kids/Elders", "Marital/Relationship", "Medical/IOD", "Retirement", "Referrals",
    "Substance Abuse", "Other",
]

MOST_INTERACTIONS = 8


class Walks(Browsing):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = datetime.datetime.now(Installation.zone).date()
        last = cls.today.replace(day=1) - datetime.timedelta(days=1)
        cls.this_month, cls.last_month = cls.today.strftime("%Y-%m"), last.strftime("%Y-%m")
        cls.last_month_name = last.strftime("%B %Y")
        # Until the sheets are due, which is on the tenth in every pack, nobody is late and the summary waits.
        cls.is_over = cls.today.day > 10

    @clause("OCP-I.C.3.i-1", "OCP-I.C.3.i-2", "OCP-FORM-1", "OCP-FORM-2", "OCP-FORM-3")
    def test_orange_county(self):
        self.walk("orange-county-probation")

    @clause("SAC-II.B.5", "SAC-II.B.5.a", "SAC-II.B.5.b", "SAC-II.D.3.e")
    def test_sacramento(self):
        self.walk("sacramento-probation")

    @clause("KSO-E.5")
    def test_kern(self):
        self.walk("kern-sheriff")

    def test_police_division(self):
        self.walk("police-division")

    @clause("IACP-2.3-1", "IACP-3.1-2")
    def test_iacp(self):
        self.walk("iacp")

    def walk(self, agency):
        receiver, publisher, readers = PROGRAMMES[agency]
        supporter = self.visitor(agency, "supporter")
        name = self.name_of(supporter)
        self.count_a_contact(agency, supporter)
        self.correct_and_remove(agency, supporter)
        self.print_the_sheet(agency, supporter)
        self.submit_last_month(agency, supporter)
        self.receive(agency, receiver, name)
        for reader in readers:
            self.find_nothing_published(agency, reader)
        if not self.is_over:
            return
        names = self.publish(agency, publisher)
        for reader in readers:
            self.read(agency, reader, names)

    def name_of(self, visitor):
        return visitor.page.locator(".who-name").inner_text()

    # The supporter

    def count_a_contact(self, agency, supporter):
        taps, lines = CONTACTS[agency]
        supporter.open("/home")
        before = self.entries_of_this_month(supporter)
        supporter.open("/home")
        supporter.interactions = 0
        supporter.tap("Count a contact", exact=False)
        for field, value in taps.items():
            supporter.answer(field, value)
        for field, value in lines.items():
            supporter.type(field, value)
        supporter.tap("Count it")
        self.assertEqual(supporter.path, f"/sheets/{self.this_month}?counted=yes", supporter.text)
        self.assertLessEqual(supporter.interactions, MOST_INTERACTIONS, "Twenty seconds are not enough for this.")
        print(f"{agency}: a contact takes {supporter.interactions} taps and lines")
        self.assertIn("Counted.", supporter.text)
        self.look(supporter, f"{agency}-counted", views=self.lens.ON_A_WALK)
        self.assertEqual(self.entries_of_this_month(supporter), before + 1)
        if agency == "orange-county-probation":
            self.check_the_form(supporter)

    def entries_of_this_month(self, supporter):
        supporter.open(f"/sheets/{self.this_month}")
        return supporter.page.locator('a[href*="/contacts/"]:not([href$="/new"])').count()

    def check_the_form(self, supporter):
        """The sheet has the rows and the columns of the paper form, and the contact in today's column."""
        grid = supporter.page.locator("table.grid").first
        heads = grid.locator("thead th").all_inner_texts()
        self.assertEqual(heads[0], "Identified issues")
        self.assertEqual(heads[1:], [str(day) for day in range(1, 32)])
        self.assertEqual(grid.locator("tbody th").all_inner_texts(), ORANGE_COUNTY_ROWS)
        columns = self.columns_of_today(supporter)
        self.assertIn({"Male (M) / Female (F)": "F", "Old (O) / New (N)": "N", "Approach (A) / Not approach (NA)": "NA",
                       "Retirement": "✓"}, columns)
        for words in ("Total hours of contact", "Group debrief / number of participants", self.name_of(supporter)):
            self.assertIn(words, supporter.page.locator("article.sheet").inner_text())

    def columns_of_today(self, supporter):
        """What the day's columns say, by row; further contacts of a day stand in a second table."""
        columns = []
        for table in supporter.page.locator("article.sheet table.grid").all():
            heads = table.locator("thead th").all_inner_texts()
            for place, head in enumerate(heads[1:]):
                if head != str(self.today.day):
                    continue
                rows = table.locator("tbody tr").all()
                cells = {row.locator("th").inner_text(): row.locator("td").nth(place).inner_text() for row in rows}
                columns.append({row: cell for row, cell in cells.items() if cell})
        return columns

    def correct_and_remove(self, agency, supporter):
        supporter.open(f"/sheets/{self.this_month}")
        entries = self.entries_of_this_month(supporter)
        supporter.page.locator('a[href*="/contacts/"]:not([href$="/new"])').last.click()
        self.assertEqual(supporter.title, "Correct a contact")
        self.look(supporter, f"{agency}-correct", views=self.lens.ON_A_WALK)
        if agency == "orange-county-probation":
            supporter.answer("minutes", "other")
            supporter.type("minutes-other", 1440)
        supporter.tap("Keep the correction")
        self.assertEqual(supporter.path, f"/sheets/{self.this_month}", supporter.text)
        self.assertEqual(self.entries_of_this_month(supporter), entries)
        if agency == "orange-county-probation":
            self.assertIn("24 h", supporter.page.locator("main").inner_text())
        supporter.tap("Remove")
        self.assertEqual(self.entries_of_this_month(supporter), entries - 1)

    def print_the_sheet(self, agency, supporter):
        for month in (self.this_month, self.last_month):
            supporter.open(f"/sheets/{month}")
            self.assertPrintsOnOneLandscapePage(supporter, f"{agency}-sheet-{month}")

    def assertPrintsOnOneLandscapePage(self, visitor, name):
        pages, width, height = print_page(visitor.page, name)
        self.assertEqual(pages, 1, f"{name} takes {pages} pages")
        self.assertGreater(width, height)

    def submit_last_month(self, agency, supporter):
        supporter.open("/home")
        supporter.tap(self.last_month_name, exact=False)
        self.assertEqual(supporter.path, f"/sheets/{self.last_month}")
        self.look(supporter, f"{agency}-last-month", views=self.lens.ON_A_WALK)
        supporter.unfold(f"Submit {self.last_month_name}")
        supporter.tap("Submit it now")
        self.assertIn("Submitted on", supporter.text)
        self.assertEqual(supporter.page.locator("summary").count(), 0)
        self.look(supporter, f"{agency}-submitted", views=self.lens.ON_A_WALK)

    # The receiver of the sheets

    def receive(self, agency, login, name):
        receiver = self.visitor(agency, login)
        receiver.tap("See who")
        self.assertEqual(receiver.path, f"/filings/{self.last_month}")
        rows = [re.split(r"[\n\t]+", row.strip()) for row in receiver.page.locator("tbody tr").all_inner_texts()]
        states = {row[0]: row[1:] for row in rows}
        self.assertIn("Submitted late" if self.is_over else "Submitted", states[name])
        missing = [other for other, state in states.items() if ("Late" if self.is_over else "Awaited") in state]
        self.assertEqual(len(missing), sum(1 for state in states.values() if len(state) == 1), states)
        if agency == "orange-county-probation":
            self.assertGreater(len(missing), 0, states)
            receiver.tap(name)
            self.assertIn(name, receiver.title)
            self.assertPrintsOnOneLandscapePage(receiver, f"{agency}-named-sheet")
            # A sheet that is not submitted cannot be opened: its supporter may still be writing.
            receiver.open(f"/filings/{self.last_month}")
            self.assertEqual(receiver.page.get_by_role("link", name=missing[0], exact=True).count(), 0)
        else:
            self.assertEqual([link for link in receiver.links() if "/sheets/" in link], [])

    # The summary

    def find_nothing_published(self, agency, login):
        reader = self.visitor(agency, login)
        self.assertEqual(reader.open(f"/figures/summary/{self.last_month}"), 404)

    def publish(self, agency, login):
        """Publishes last month; gives the names of all who owe a sheet."""
        publisher = self.visitor(agency, login)
        publisher.tap(self.last_month_name, exact=False)
        self.assertEqual(publisher.path, f"/figures/summary/{self.last_month}/preparation")
        publisher.unfold("Publish")
        publisher.tap(f"Publish {self.last_month_name} now")
        self.assertEqual(publisher.path, f"/figures/summary/{self.last_month}", publisher.text)
        # It cannot be published twice.
        publisher.open(f"/figures/summary/{self.last_month}/preparation")
        self.assertEqual(publisher.page.locator("summary").count(), 0)
        receiver = self.visitor(agency, PROGRAMMES[agency][0])
        receiver.open(f"/filings/{self.last_month}")
        return [row.split("\n")[0].split("\t")[0] for row in receiver.page.locator("tbody tr").all_inner_texts()]

    def read(self, agency, login, names):
        reader = self.visitor(agency, login)
        reader.tap(self.last_month_name, exact=False)
        self.assertEqual(reader.path, f"/figures/summary/{self.last_month}")
        self.assertIn("Published on", reader.text)
        shown = reader.page.locator("main").inner_text()
        self.assertEqual([name for name in names if name in shown], [])
        self.look(reader, f"{agency}-{login}-summary", views=self.lens.ON_A_WALK)
        self.open_nothing_else(reader, PROGRAMMES[agency][2][login])

    def open_nothing_else(self, reader, allowed):
        """Everything else of staff answers the reader as an address that was never there, to the byte."""
        self.assertEqual(reader.open("/nothing/was/ever/here"), 404)
        nothing = reader.served.body()
        opened = []
        for path in self.paths_of_staff():
            if reader.open(path) == 404:
                self.assertEqual(reader.served.body(), nothing, path)
            else:
                opened.append(path)
        self.assertEqual(set(opened), allowed)

    def paths_of_staff(self):
        month, account = self.last_month, "a" * 26
        return [
            "/sheets", f"/sheets/{month}", f"/sheets/{self.this_month}", "/contacts/new",
            f"/sheets/{month}/contacts/{account}", "/filings", f"/filings/{month}",
            f"/filings/{month}/sheets/{account}", f"/figures/summary/{month}/preparation", "/people", "/people/import", "/accounts",
            "/accounts/new", f"/accounts/{account}", "/policy",
        ]

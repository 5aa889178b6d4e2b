"""Further help: as a member of somebody's family finds it on a phone, without an account, and as it is kept."""

import datetime
import zoneinfo

from Browser.browsing import DESK, PHONE, clause
from Browser.supporting import Supporting

AGENCY = "sacramento-probation"


class HelpWalks(Supporting):
    @clause("SAC-II.D.2")
    def test_a_family_finds_help_on_a_phone_and_nothing_is_sent_of_where_they_looked(self):
        visitor = self.visitor()
        visitor.open(f"/agencies/{AGENCY}")
        visitor.tap("Further help", exact=False)
        self.assertEqual(visitor.path, f"/agencies/{AGENCY}/help")
        self.see(visitor, "988", "For you and for those close to you.", "What we name nobody for", "lawyer of your own choice")
        sent = []
        visitor.page.on("request", lambda request: sent.append(request.url))
        for link in visitor.page.locator("nav.contents a").all():
            link.click()
        self.assertEqual(sent, [], "Which kind of help is looked at stays on the device.")
        self.assertEqual(visitor.context.cookies(), [])
        self.look(visitor, "further-help", views=[(PHONE, "light"), (PHONE, "dark"), (DESK, "light")])
        visitor.open(f"/agencies/{AGENCY}/help/sheet")
        self.look(visitor, "further-help-sheet", views=[(PHONE, "light"), (DESK, "light")])

    @clause("SAC-VIII")
    def test_whoever_keeps_it_adds_changes_checks_and_takes_out(self):
        visitor = self.visitor(AGENCY, "coordinator")
        visitor.open("/team")
        visitor.tap("Directory of further help", exact=False)
        self.look(visitor, "referrals-kept", views=[(PHONE, "light"), (DESK, "light")])
        visitor.tap("Add somebody")
        self.look(visitor, "referral-new", views=[(PHONE, "light"), (DESK, "light")])
        today = datetime.datetime.now(zoneinfo.ZoneInfo("America/Los_Angeles")).date()
        visitor.page.locator('select[name="category"]').select_option("other")
        visitor.page.locator('select[name="identifiedBy"]').select_option("role:coordinator")
        visitor.type("name", "Walking Group")
        visitor.type("goodFor", "Fresh air in company")
        visitor.type("phone", "call us")
        visitor.type("verifiedOn", today.isoformat())
        visitor.tap("Add them")
        self.assertEqual(visitor.status, 422)
        self.see(visitor, "A number as it is dialled")
        self.assertEqual(visitor.page.locator('[name="name"]').input_value(), "Walking Group")
        visitor.type("phone", "916-555-0199")
        visitor.tap("Add them")
        self.see(visitor, "Walking Group")
        everybody = self.visitor()
        everybody.open(f"/agencies/{AGENCY}/help")
        self.see(everybody, "Walking Group", "Fresh air in company", "Ask first what they tell the agency.")
        visitor.open("/referrals/import")
        self.look(visitor, "referrals-import", views=[(PHONE, "light"), (DESK, "light")])
        visitor.open("/referrals")
        self.look(visitor, "referrals-of-the-team", views=[(PHONE, "light"), (DESK, "light")])

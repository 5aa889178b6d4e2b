"""The ways back in: a lost phone, and everything lost."""

import re

from Browser.browsing import Browsing
from Browser.test_signing_in import digits_of
from Harness.interface import PASSPHRASE

AGENCY = "orange-county-probation"
NEW_PASSPHRASE = "seven pelicans over warm gravel"
CODE = re.compile(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}[0-9A-Z*~$=]")


class Lost(Browsing):
    def half_signed_in(self, agency, login):
        visitor = self.visitor()
        visitor.open(f"/agencies/{agency}/sign-in")
        visitor.type("login", login)
        visitor.type("passphrase", PASSPHRASE)
        visitor.tap("Sign in")
        return visitor

    def code(self, visitor):
        return CODE.search(visitor.text)[0]

    def test_a_lost_phone(self):
        # Of an agency that the other tests have nothing to do with: their keeper needs the phone.
        owner = self.visitor("iacp", "coordinator")
        owner.open("/account")
        owner.unfold("New recovery code")
        owner.type("present", PASSPHRASE)
        owner.tap("Make a new recovery code")
        printed = self.code(owner)

        visitor = self.half_signed_in("iacp", "coordinator")
        self.assertEqual(visitor.path, "/second-factor")
        self.look(visitor, "second-factor-proof")
        visitor.tap("Phone lost? Use your printed recovery code")
        self.assertEqual(visitor.path, "/second-factor/recovery")
        self.look(visitor, "second-factor-recovery")
        visitor.type("code", "1234")
        visitor.tap("Clear my second factor")
        self.assertEqual(visitor.status, 422)
        self.look(visitor, "second-factor-recovery-refused")
        visitor.type("code", printed.lower().replace("-", " "))
        visitor.tap("Clear my second factor")
        self.assertEqual(visitor.title, "Your second factor is cleared")
        self.assertNotEqual(self.code(visitor), printed)
        self.look(visitor, "second-factor-cleared")
        visitor.tap("Go on to the second factor")
        self.assertEqual(visitor.path, "/second-factor/set-up")
        key = visitor.page.locator(".code-line code").first.inner_text()
        visitor.type("digits", digits_of(key))
        visitor.tap("Set up")
        self.assertEqual(visitor.path, "/home")
        # What was open on the lost phone is so no more.
        owner.open("/home")
        self.assertEqual(owner.path, "/")

    def test_everything_lost(self):
        keeper = self.visitor(AGENCY, "coordinator")
        keeper.open("/accounts")
        keeper.tap("supporter")
        account = keeper.path
        self.look(keeper, "account-of-another", unfolded=True)
        keeper.unfold("Start over")
        self.assertIn("What is lost for good", keeper.text)
        keeper.tap("Start this account over")
        self.assertEqual(keeper.title, "One-time code")
        self.look(keeper, "account-started-over")
        code = self.code(keeper)
        keeper.open(account)
        self.assertIn("Waits for its owner", keeper.text)

        owner = self.visitor()
        owner.open(f"/agencies/{AGENCY}/recovery")
        self.look(owner, "passphrase-lost")
        owner.open(f"/agencies/{AGENCY}/enrolment")
        for field, value in [
                ("login", "supporter"), ("code", code), ("passphrase", NEW_PASSPHRASE), ("again", NEW_PASSPHRASE)]:
            owner.type(field, value)
        owner.tap("Set up my account")
        self.assertEqual(owner.title, "Your account is ready")
        owner.sign_in(AGENCY, "supporter", NEW_PASSPHRASE)
        self.assertEqual(owner.path, "/home")

    def test_whom_a_keeper_cannot_start_over(self):
        keeper = self.visitor(AGENCY, "coordinator")
        for login, words in [("coordinator", "Nobody starts their own account over"), ("administrator", "an office that checks others")]:
            keeper.open("/accounts")
            keeper.tap(login)
            self.assertIn(words, keeper.text)
            self.assertEqual(keeper.page.locator('form[action$="/start-over"]').count(), 0)
            self.look(keeper, f"account-not-started-over-{login}")

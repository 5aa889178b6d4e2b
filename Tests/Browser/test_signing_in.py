"""The way in: what is refused keeps what was typed and says why; a new colleague's first visit; a lost passphrase; the second
factor; the way out."""

import re

from Browser.browsing import Browsing
from Harness.authenticator import digits_of
from Harness.interface import PASSPHRASE

AGENCY = "kern-sheriff"
NEW_PASSPHRASE = "seven pelicans over warm gravel"

#: Employees of the demonstration who have no account, by the login that a test gives them.
EMPLOYEES = {"vera": "200419", "ines": "200423"}


class SigningIn(Browsing):
    cookies_of_keeper = []

    def assertMarked(self, visitor, field, words):
        """The page comes again as refused, tells what is wrong, leads to the field and marks it for those who listen."""
        self.assertEqual(visitor.status, 422)
        problems = visitor.page.locator('[role="alert"]')
        self.assertIn(words, problems.inner_text())
        if field:
            marked = visitor.page.locator(f'[name="{field}"]')
            self.assertEqual(marked.get_attribute("aria-invalid"), "true")
            described = marked.get_attribute("aria-describedby").split()
            self.assertTrue(any(words in visitor.page.locator(f"#{name}").inner_text() for name in described))
            self.assertEqual(problems.locator(f'a[href="#{marked.get_attribute("id")}"]').count(), 1)

    def field(self, visitor, name):
        return visitor.page.locator(f'[name="{name}"]').input_value()

    def test_a_wrong_passphrase_keeps_the_login(self):
        visitor = self.visitor()
        visitor.open(f"/agencies/{AGENCY}/sign-in")
        self.look(visitor, "sign-in")
        visitor.type("login", "supporter")
        visitor.type("passphrase", "not the right one at all")
        visitor.tap("Sign in")
        self.assertMarked(visitor, None, "Login and passphrase do not fit.")
        self.assertEqual(self.field(visitor, "login"), "supporter")
        self.assertEqual(self.field(visitor, "passphrase"), "")
        self.look(visitor, "sign-in-wrong")
        known = visitor.served.body()
        # Whether there is such an account is not told: the same page but for the login typed.
        visitor.type("login", "nobody-here")
        visitor.type("passphrase", "not the right one at all")
        visitor.tap("Sign in")
        self.assertEqual(visitor.status, 422)
        self.assertEqual(visitor.served.body().replace(b"nobody-here", b"supporter"), known)

    def test_the_session_is_in_a_cookie_that_no_script_reads(self):
        visitor = self.visitor(AGENCY, "supporter")
        cookies = visitor.context.cookies()
        self.assertEqual([cookie["name"] for cookie in cookies], ["session"])
        self.assertTrue(cookies[0]["httpOnly"])
        self.assertEqual(cookies[0]["sameSite"], "Lax")
        visitor.tap("Sign out")
        self.assertEqual(visitor.context.cookies(), [])
        visitor.open("/home")
        self.assertEqual(visitor.path, "/")
        # The session itself has ended, not only the cookie.
        visitor.context.add_cookies([cookies[0]])
        visitor.open("/home")
        self.assertEqual(visitor.path, "/")

    def test_staff_pages_lead_strangers_to_the_way_in(self):
        visitor = self.visitor()
        for path in ("/home", "/sheets", "/accounts", "/account"):
            visitor.open(path)
            self.assertEqual(visitor.path, "/")

    def test_a_wrong_second_factor(self):
        visitor = self.visitor()
        visitor.open(f"/agencies/{AGENCY}/sign-in")
        visitor.type("login", "chief-deputy")
        visitor.type("passphrase", PASSPHRASE)
        visitor.tap("Sign in")
        self.assertEqual(visitor.path, "/second-factor")
        self.look(visitor, "second-factor")
        # Half way in is not in.
        for path in ("/home", "/figures", "/account"):
            visitor.open(path)
            self.assertEqual(visitor.path, "/second-factor")
        visitor.type("digits", "000000")
        visitor.tap("Sign in")
        self.assertMarked(visitor, "digits", "six digits")
        self.assertEqual(self.field(visitor, "digits"), "")
        self.look(visitor, "second-factor-wrong")

    def test_a_new_supporter_from_code_to_lost_passphrase(self):
        code = self.new_account("vera", "Vera Lindqvist", "PST Member")
        visitor = self.visitor()
        recovery = self.enrol(visitor, "vera", code)
        # The code opened the account once.
        self.use_code(visitor, "enrolment", "vera", code)
        self.assertMarked(visitor, "code", "do not fit")
        self.assertEqual(self.field(visitor, "login"), "vera")
        self.sign_in(visitor, "vera", PASSPHRASE)
        self.assertEqual(visitor.title, "Welcome, Vera Lindqvist")

        # She loses her passphrase.
        other = self.visitor()
        other.open(f"/agencies/{AGENCY}/recovery")
        self.look(other, "recovery")
        self.use_code(other, "recovery", "vera", recovery, NEW_PASSPHRASE)
        self.assertEqual(other.title, "Your passphrase is changed")
        renewed = other.page.locator("code").inner_text()
        self.assertNotEqual(renewed, recovery)
        # Sessions begun with the old one have ended, and it opens nothing any more; nor does the code again.
        visitor.open("/home")
        self.assertEqual(visitor.path, "/")
        self.sign_in(visitor, "vera", PASSPHRASE)
        self.assertEqual(visitor.status, 422)
        self.use_code(other, "recovery", "vera", recovery, "another set of plain words")
        self.assertMarked(other, "code", "do not fit")
        self.sign_in(visitor, "vera", NEW_PASSPHRASE)
        self.assertEqual(visitor.path, "/home")

    def test_what_an_enrolment_refuses(self):
        code = self.new_account("ines", "Ines Moreau", "PST Member")
        visitor = self.visitor()
        place = f"/agencies/{AGENCY}/enrolment"
        for passphrase, again, field, words in [
            ("short", "short", "passphrase", "characters"),
            (PASSPHRASE, PASSPHRASE + "x", "again", "differ"),
            ("passwordpassword", "passwordpassword", "passphrase", ""),
        ]:
            visitor.open(place)
            for name, value in [("login", "ines"), ("code", code), ("passphrase", passphrase), ("again", again)]:
                visitor.type(name, value)
            visitor.tap("Set up my account")
            self.assertMarked(visitor, field, words)
            self.assertEqual((self.field(visitor, "login"), self.field(visitor, "code")), ("ines", code))
            self.assertEqual((self.field(visitor, "passphrase"), self.field(visitor, "again")), ("", ""))
        self.look(visitor, "enrolment-refused")

    def test_a_new_leader_sets_the_second_factor_up(self):
        code = self.new_account("omar", "Omar Haddad", "PST Leader")
        visitor = self.visitor()
        self.enrol(visitor, "omar", code)
        self.sign_in(visitor, "omar", PASSPHRASE)
        self.assertEqual(visitor.path, "/second-factor/set-up")
        self.look(visitor, "second-factor-set-up")
        visitor.open("/home")
        self.assertEqual(visitor.path, "/second-factor/set-up")
        key = visitor.page.locator('input[name="secret"]').input_value()
        self.assertIn(key, re.sub(r"\s", "", visitor.page.locator("main").inner_text()))
        visitor.type("digits", "000000")
        visitor.tap("Set up")
        self.assertMarked(visitor, "digits", "six digits")
        # The key on the page is still the one the app was given.
        self.assertEqual(visitor.page.locator('input[name="secret"]').input_value(), key)
        visitor.type("digits", digits_of(key))
        visitor.tap("Set up")
        self.assertEqual(visitor.path, "/home")
        self.assertEqual(visitor.title, "Welcome, Omar Haddad")

    def test_too_many_attempts_slow_one_login_down_and_no_other(self):
        visitor = self.visitor()
        for _ in range(6):
            self.sign_in(visitor, "supporter-7", "not the right one at all")
        self.assertEqual(visitor.status, 429)
        self.assertIn("can be tried again from", visitor.text)
        self.look(visitor, "sign-in-paused")
        self.visitor(AGENCY, "supporter")

    # Steps

    def new_account(self, login, name, role):
        """The coordinator makes an account with a role; gives its code."""
        keeper = self.keeper()
        keeper.open("/accounts/new")
        # The team is made of people of the directory.
        if login in EMPLOYEES:
            keeper.type("employeeNumber-search", EMPLOYEES[login])
            keeper.tap("Find")
            keeper.answer("employeeNumber", EMPLOYEES[login])
        keeper.type("login", login)
        keeper.type("name", name)
        keeper.tap("Create account")
        self.assertEqual(keeper.title, "One-time code", keeper.text)
        code = keeper.page.locator("code").inner_text()
        keeper.tap("Go on")
        keeper.choose("role", role)
        keeper.tap("Give role")
        self.assertIn("Role given", keeper.text)
        return code

    def keeper(self):
        """The coordinator, signed in once for all tests: each code of the second factor is good once."""
        if not self.cookies_of_keeper:
            keeper = self.visitor(AGENCY, "coordinator")
            self.cookies_of_keeper.extend(keeper.context.cookies())
            return keeper
        keeper = self.visitor()
        keeper.context.add_cookies(self.cookies_of_keeper)
        return keeper

    def enrol(self, visitor, login, code):
        visitor.open(f"/agencies/{AGENCY}/enrolment")
        self.look(visitor, "enrolment")
        self.use_code(visitor, "enrolment", login, code)
        self.assertEqual(visitor.title, "Your account is ready")
        self.look(visitor, "enrolled")
        return visitor.page.locator("code").inner_text()

    def use_code(self, visitor, page, login, code, passphrase=PASSPHRASE):
        visitor.open(f"/agencies/{AGENCY}/{page}")
        for name, value in [("login", login), ("code", code), ("passphrase", passphrase), ("again", passphrase)]:
            visitor.type(name, value)
        visitor.page.locator("form.form button[type=submit]").click()

    def sign_in(self, visitor, login, passphrase):
        visitor.open(f"/agencies/{AGENCY}/sign-in")
        visitor.type("login", login)
        visitor.type("passphrase", passphrase)
        visitor.tap("Sign in")

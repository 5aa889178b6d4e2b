"""The sign-in that an agency has by OpenID Connect, as a second factor of its staff: with a provider made by others, which is then made to
say what no provider may."""

import base64
import contextlib
import hashlib
import html
import json
import logging
import os
import re
import sqlite3
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
import warnings

with warnings.catch_warnings():
    # Of the provider's own parts, about each other.
    warnings.simplefilter("ignore")
    import flask
    import oidc_provider_mock
    import werkzeug.serving
    from authlib.jose import JsonWebKey, jwt

from Harness import interface
from Harness.installation import Installation
from Harness.server import free_port

AGENCY = "sacramento-probation"
# Goes by the directory's employee number.
NUMBERED = "orange-county-probation"
BACK = "/agency-sign-in/return"


class Quiet(werkzeug.serving.WSGIRequestHandler):
    def log(self, *_):
        pass


class Provider:
    """A provider on this machine. What it signs can be bent, and it wants the proof of each code (RFC 7636)."""

    def __init__(self, redirects):
        os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
        self.bent = {}
        self.other_key = None
        self.challenges = {}
        self.codes = []
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        app = oidc_provider_mock.app(require_client_registration=True, require_nonce=True)
        app.before_request(self.proved)
        app.after_request(self.answered)
        self.app = app
        self.server = None
        self.begin()
        self.client = self.send("POST", "/oauth2/clients", {"redirect_uris": redirects})

    def begin(self):
        self.server = werkzeug.serving.make_server("127.0.0.1", self.port, self.app, threaded=True, request_handler=Quiet)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.server.shutdown()
        self.server.server_close()

    @contextlib.contextmanager
    def away(self):
        self.end()
        yield
        self.begin()

    @contextlib.contextmanager
    def bending(self, **claims):
        self.bent = claims
        yield
        self.bent = {}

    def proved(self):
        """Every code was begun with a challenge, and is taken with what it was made of."""
        if flask.request.path != "/oauth2/token":
            return None
        challenge = self.challenges.get(flask.request.form["code"])
        made = hashlib.sha256(flask.request.form["code_verifier"].encode()).digest()
        if challenge != base64.urlsafe_b64encode(made).decode().rstrip("="):
            return flask.jsonify({"error": "invalid_grant"}), 400
        return None

    def answered(self, response):
        request = flask.request
        if request.path == "/oauth2/authorize" and response.location:
            code = urllib.parse.parse_qs(urllib.parse.urlparse(response.location).query).get("code", [""])[0]
            if request.args.get("code_challenge_method") == "S256":
                self.challenges[code] = request.args["code_challenge"]
            self.codes.append(code)
        if request.path == "/oauth2/token" and response.status_code == 200 and (self.bent or self.other_key):
            key = flask.g.oidc_provider_mock_storage.jwk
            told = response.get_json()
            claims = {**jwt.decode(told["id_token"], key), **self.bent}
            header = {"alg": "none"} if self.other_key == "none" else {"alg": "RS256"}
            signing = "" if self.other_key == "none" else self.other_key or key.as_dict(is_private=True)
            if self.other_key == "none":
                parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
                         for part in (header, claims)]
                told["id_token"] = ".".join([*parts, ""])
            else:
                told["id_token"] = jwt.encode(header, claims, signing).decode()
            response.set_data(json.dumps(told))
        return response

    def send(self, method, path, body):
        request = urllib.request.Request(
            self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    def asked(self, address, subject):
        """What the browser is sent back with, once the person there has said who they are."""
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        try:
            urllib.request.build_opener(Stay).open(address, urllib.parse.urlencode({"sub": subject}).encode())
        except urllib.error.HTTPError as answer:
            return answer.headers["Location"]
        raise AssertionError("The provider did not send anybody back.")


class Browser(interface.Client):
    """Somebody's browser, with its cookie."""

    def fetch(self, path):
        status, headers, content = self.exchange("GET", path)
        return status, headers, content.decode()

    def press(self, page, action, **besides):
        """Sends the form of a page that goes there; follows with the new cookie, where one came."""
        form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.S)
        if not form:
            raise AssertionError(f"No form goes to {action}:\n{page}")
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0]))
        fields = {name: html.unescape(value) for name, value in hidden.items()} | besides
        status, headers, content = self.exchange(
            "POST", action, urllib.parse.urlencode(fields), "application/x-www-form-urlencoded")
        if cookie := re.match("session=([^;]+)", headers.get("Set-Cookie", "")):
            self.token = cookie[1]
        return status, headers, content.decode()


class SignInByAgency(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        logging.getLogger("oidc_provider_mock").setLevel(logging.ERROR)
        ground = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-openid-"))
        cls.installation = Installation(f"{ground}/data")
        # A role that asks for a second factor, and one that does not.
        everybody = {"ann": "coordinator"} | dict.fromkeys(("ben", "cleo", "dora", "emil", "fay"), "supporter")
        codes = cls.installation.found(AGENCY, everybody)
        cls.installation.found(NUMBERED, {})
        cls.installation.employ(NUMBERED, "gil", "hana")
        numbered = {
            login: json.loads(cls.installation.run(
                "account", "create", login, "--agency", NUMBERED, "--name", login, "--role", "supporter", "--json",
                "--employee-number", f"E-{login}").stdout)["enrolmentCode"] for login in ("gil", "hana")}
        cls.port = free_port()
        place = f"http://127.0.0.1:{cls.port}{BACK}"
        cls.provider = Provider([place])
        cls.addClassCleanup(cls.provider.end)
        settings = {"PEERSUPPORT_OPENID_AGENCIES": f"{AGENCY}, {NUMBERED}"}
        for agency in (AGENCY, NUMBERED):
            name = f"PEERSUPPORT_OPENID_{agency.upper().replace('-', '_')}"
            settings[f"{name}_ISSUER"] = cls.provider.address
            settings[f"{name}_CLIENT_ID"] = cls.provider.client["client_id"]
            settings[f"{name}_CLIENT_SECRET"] = cls.provider.client["client_secret"]
        settings["PEERSUPPORT_OPENID_ORANGE_COUNTY_PROBATION_EMPLOYEE_NUMBER"] = "employee_number"
        cls.settings = settings
        cls.server = cls.installation.server(**settings)
        cls.server.port = cls.port
        cls.enterClassContext(cls.server)
        cls.installation.enrol(cls.server, AGENCY, codes)
        cls.installation.enrol(cls.server, NUMBERED, numbered)

    def browser(self, login, agency=AGENCY):
        """After the passphrase."""
        browser = self.enterContext(Browser(self.port))
        status, session = browser.call(
            "POST", f"/api/v1/agencies/{agency}/sessions", {"login": login, "passphrase": interface.PASSPHRASE})
        self.assertEqual(status, 201, session)
        browser.token = session["token"]
        return browser

    def begin(self, browser, page="/second-factor"):
        """Where the browser is sent."""
        status, headers, content = browser.fetch(page)
        if status == 303:
            status, headers, content = browser.fetch(headers["Location"])
        status, headers, content = browser.press(content, "/agency-sign-in")
        self.assertEqual(status, 200, content)
        address = headers["Refresh"].removeprefix("0; url=")
        self.assertTrue(address.startswith(f"{self.provider.address}/oauth2/authorize?"), address)
        return address

    def come_back(self, browser, location):
        """From the provider to the end: the answer to the button."""
        parts = urllib.parse.urlparse(location)
        status, _, content = browser.fetch(f"{parts.path}?{parts.query}")
        self.assertEqual(status, 200, content)
        return browser.press(content, BACK)

    def go(self, browser, subject, page="/second-factor"):
        return self.come_back(browser, self.provider.asked(self.begin(browser, page), subject))

    def link(self, login, subject=None, agency=AGENCY):
        browser = self.browser(login, agency)
        page = "/second-factor" if login == "ann" else "/account"
        status, headers, content = self.go(browser, subject or f"{login}@agency.example", page)
        self.assertEqual((status, headers["Location"]), (303, "/account?after=agency-sign-in"), content)
        self.assertEqual(browser.fetch("/account")[0], 200)
        return browser

    def refused(self, browser, answer, words):
        """Refused, and still before the second factor."""
        status, headers, content = answer
        self.assertEqual(status, 422, content)
        self.assertRegex(html.unescape(content), words)
        self.assertNotIn("Set-Cookie", headers)
        self.assertEqual(browser.fetch("/account")[1]["Location"], "/second-factor")

    def test_the_first_time_links_and_every_other_signs_in(self):
        self.link("ann")
        browser = self.browser("ann")
        half = browser.token
        status, headers, _ = self.go(browser, "ann@agency.example")
        self.assertEqual((status, headers["Location"]), (303, "/home"))
        self.assertEqual(browser.fetch("/account")[0], 200)
        before = self.enterContext(Browser(self.port, half))
        self.assertEqual(before.fetch("/account")[0], 303, "the session that owed the second factor goes on")
        # What the provider said is nowhere.
        said = self.server.said()
        for code in self.provider.codes:
            self.assertNotIn(code, said)
        with sqlite3.connect(self.installation.sqlite) as database:
            everything = "\n".join(database.iterdump())
        self.assertNotIn("ann@agency.example", everything)
        self.assertNotIn(b"ann@agency.example".hex(), everything.lower())
        self.assertNotIn(self.provider.client["client_secret"], everything)

    def test_what_the_provider_may_not_say(self):
        self.link("ben")
        subject = "ben@agency.example"
        wrong = [
            ({"nonce": "another"}, "another sign-in"), ({"aud": "payroll"}, "another service"),
            ({"iss": "https://elsewhere.example"}, "another issuer"), ({"exp": int(time.time()) - 120}, "too old"),
            ({"sub": "somebody@agency.example"}, "somebody else"),
        ]
        for claims, words in wrong:
            with self.subTest(claims), self.provider.bending(**claims):
                browser = self.browser("ben")
                self.refused(browser, self.go(browser, subject), words)
            # In between it goes well, or the name would have to wait.
            self.assertEqual(self.go(self.browser("ben"), subject)[0], 303)
        browser = self.browser("ben")
        self.refused(browser, self.go(browser, "stranger@agency.example"), "somebody else")

    def test_who_signed_it(self):
        self.link("cleo")
        strange = JsonWebKey.generate_key("RSA", 2048, is_private=True).as_dict(is_private=True)
        for key, words in ((strange, "signature|no such key"), ("none", "not taken here")):
            with self.subTest(words):
                self.provider.other_key = key
                try:
                    browser = self.browser("cleo")
                    self.refused(browser, self.go(browser, "cleo@agency.example"), words)
                finally:
                    self.provider.other_key = None

    def test_a_code_is_good_once_and_a_state_for_its_own_browser(self):
        self.link("dora")
        subject = "dora@agency.example"
        mine, other = self.browser("dora"), self.browser("dora")
        location = self.provider.asked(self.begin(mine), subject)
        self.refused(other, self.come_back(other, location), "no sign-in that was begun here")
        bent = re.sub("state=[^&]+", "state=" + "A" * 54, location)
        self.refused(mine, self.come_back(mine, bent), "no sign-in that was begun here")
        state = re.search("state=([^&]+)", self.provider.asked(self.begin(other), subject))[1]
        # Somebody else's code in one's own errand: its proof does not fit.
        stolen = re.sub("state=[^&]+", f"state={state}", location)
        self.refused(other, self.come_back(other, stolen), "used before, or it is too old")
        first = mine.token
        self.assertEqual(self.come_back(mine, location)[0], 303)
        again = self.enterContext(Browser(self.port, first))
        parts = urllib.parse.urlparse(location)
        self.assertEqual(again.fetch(f"{parts.path}?{parts.query}")[0], 303, "a session that has ended takes it up")
        # Fully signed in, the same answer links nothing either.
        status, _, content = self.come_back(mine, location)
        self.assertEqual(status, 422)
        self.assertIn("no sign-in that was begun here", content)
        _, _, page = mine.fetch("/account")
        self.assertEqual(mine.press(page, "/account/agency-sign-in/end")[0], 303)
        self.assertEqual(self.go(mine, subject, "/account")[0], 303)
        self.assertEqual(self.go(self.browser("dora"), subject)[0], 303)

    def test_while_the_provider_is_away(self):
        self.link("emil")
        browser = self.browser("emil")
        location = self.provider.asked(self.begin(browser), "emil@agency.example")
        with self.provider.away():
            self.refused(browser, self.come_back(browser, location), "does not answer")
            _, _, page = browser.fetch("/second-factor")
            status, _, content = browser.press(page, "/agency-sign-in")
            self.assertEqual(status, 422)
            self.assertIn("does not answer", content)
        self.assertEqual(self.come_back(browser, location)[0], 303)

    def test_who_says_no_there(self):
        browser = self.browser("fay")
        status, _, content = browser.fetch(f"{BACK}?error=access_denied&state=x")
        self.assertEqual(status, 200)
        self.assertIn("did not say who you are", content)
        # A form of another site takes nothing up.
        status, _, _ = browser.exchange(
            "POST", BACK, "code=x&state=y", "application/x-www-form-urlencoded", {"Origin": "https://elsewhere.example"})
        self.assertIn(status, (403, 404))

    def test_the_employee_number(self):
        for login, number in (("hana", "E-gil"), ("hana", None)):
            self.provider.send(
                "PUT", f"/users/{login}", {"employee_number": number} if number else {"email": "h@agency.example"})
            browser = self.browser(login, NUMBERED)
            status, _, content = self.go(browser, login, "/account")
            self.assertEqual(status, 422)
            self.assertRegex(content, "another employee number" if number else "did not say your employee number")
        self.provider.send("PUT", "/users/gil", {"employee_number": "E-gil"})
        self.link("gil", "gil", NUMBERED)
        browser = self.browser("gil", NUMBERED)
        self.assertEqual(self.go(browser, "gil")[0], 303)

    def test_seekers_never_meet_it(self):
        with Browser(self.port) as seeker:
            for path in ("", "/support", "/sign-in"):
                _, _, page = seeker.fetch(f"/agencies/{AGENCY}{path}")
                self.assertNotIn("agency-sign-in", page)
            self.assertEqual(seeker.fetch(BACK)[0], 303)

    def test_settings_that_cannot_be(self):
        one = "PEERSUPPORT_OPENID_SACRAMENTO_PROBATION"
        wrong = [
            ({f"{one}_CLIENT_SECRET": ""}, f"{one}_CLIENT_SECRET is needed"),
            ({f"{one}_ISSUER": "http://login.agency.example"}, f"{one}_ISSUER: must begin with https"),
            ({"PEERSUPPORT_OPENID_AGENCIES": "No Agency"}, "PEERSUPPORT_OPENID_AGENCIES"),
            ({f"{one}_SCOPES": "profile"}, f"{one}_SCOPES: must hold openid"),
        ]
        for settings, words in wrong:
            with self.subTest(words):
                server = self.installation.server(**{**self.settings, **settings})
                with self.assertRaises(AssertionError) as ended:
                    server.start()
                self.assertIn(words, str(ended.exception))


if __name__ == "__main__":
    unittest.main()

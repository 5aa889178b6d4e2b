"""The programming interface as a program of an agency would call it."""

import http.client
import json
import re
import time
import urllib.parse

from Harness.authenticator import digits_of
from Harness.demonstration import present_digits

PASSPHRASE = "quiet harbour morning light"


class Gone(Exception):
    """No answer came: whether the call did anything is not known."""


class NotThere(Exception):
    """Nobody listens: the call did nothing."""


class Client:
    """One connection, signed in or not."""

    cookie = "session"

    def __init__(self, port, token=None):
        self.port = port
        self.token = token
        self.connection = None

    def call(self, method, path, body=None):
        """The status and the JSON of the answer (None where it has none)."""
        status, _, content = self.exchange(
            method, path, json.dumps(body) if body is not None else None, "application/json")
        return status, json.loads(content) if content else None

    def send_form(self, path, **fields):
        """The status and the page of the answer."""
        status, _, content = self.exchange(
            "POST", path, urllib.parse.urlencode(fields), "application/x-www-form-urlencoded")
        return status, content.decode()

    def follow_form(self, path, **fields):
        """Sends a form and looks where it leads, with the cookie that came along: that page's status and text, and the cookie."""
        status, headers, content = self.exchange(
            "POST", path, urllib.parse.urlencode(fields), "application/x-www-form-urlencoded")
        if status != 303:
            return status, content.decode(), None
        cookie = headers["Set-Cookie"].split(";")[0]
        status, _, content = self.exchange("GET", headers["Location"], more={"Cookie": cookie})
        return status, content.decode(), cookie.partition("=")[2]

    def credentials(self):
        """The token in the header, as programs send it, and in the cookie, as browsers do; each route looks at its own."""
        if not self.token:
            return {}
        return {"Authorization": f"Bearer {self.token}", "Cookie": f"{self.cookie}={self.token}"}

    def exchange(self, method, path, content=None, kind=None, more=None):
        headers = self.credentials() | (more or {})
        if content is not None:
            headers["Content-Type"] = kind
        try:
            if self.connection is None:
                self.connection = self.connect()
            self.connection.request(method, path, content, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except ConnectionRefusedError as fault:
            self.close()
            raise NotThere from fault
        except (OSError, http.client.HTTPException) as fault:
            self.close()
            raise Gone from fault

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def sign_in(port, agency, login, passphrase=PASSPHRASE, secret=None):
    """The token of a whole session; with that second factor, or that of the demonstration, where the role has one."""
    with Client(port) as client:
        return _sign_in(client, agency, login, passphrase, lambda: digits_of(secret) if secret else present_digits())


def _sign_in(client, agency, login, passphrase, present):
    status, session = client.call(
        "POST", f"/api/v1/agencies/{agency}/sessions", {"login": login, "passphrase": passphrase})
    if status != 201:
        raise AssertionError(f"{login} at {agency} cannot sign in: {status} {session}")
    client.token = session["token"]
    digits = present()
    while session["owesSecondFactor"]:
        status, session = client.call("POST", "/api/v1/session/second-factor", {"digits": digits})
        if status == 422:
            # Used a moment ago by another session of the same account: each code is good once.
            used, session = digits, {"owesSecondFactor": True}
            while (digits := present()) == used:
                time.sleep(1)
        elif status == 201:
            client.token = session["token"]
        else:
            raise AssertionError(f"The second factor of {login} at {agency}: {status} {session}")
    return client.token


def enrol(port, agency, login, code, passphrase=PASSPHRASE):
    """What the owner of a new account does first."""
    with Client(port) as client:
        status, page = client.send_form(
            f"/agencies/{agency}/enrolment", login=login, code=code, passphrase=passphrase, again=passphrase)
    if status != 303:
        raise AssertionError(f"{login} at {agency} cannot enrol: {status}\n{page}")


def set_second_factor_up(port, agency, login, passphrase=PASSPHRASE):
    """Signs in for the first time with a role that asks for a second factor; gives the token of the whole session."""
    return new_second_factor(port, agency, login, passphrase)[0]


def new_second_factor(port, agency, login, passphrase=PASSPHRASE):
    """The same, and the secret of the second factor."""
    place = "/second-factor/set-up"
    with Client(port) as client:
        _, session = client.call(
            "POST", f"/api/v1/agencies/{agency}/sessions", {"login": login, "passphrase": passphrase})
        client.token = session["token"]
        _, _, page = client.exchange("GET", place)
        fields = dict(re.findall(r'name="(token|secret)" value="([^"]+)"', page.decode().split("<main", 1)[1]))
        form = urllib.parse.urlencode({**fields, "digits": digits_of(fields["secret"])})
        status, headers, page = client.exchange("POST", place, form, "application/x-www-form-urlencoded")
    if status != 303:
        raise AssertionError(f"{login} at {agency} cannot set the second factor up: {status}\n{page.decode()}")
    return re.search(r"session=([^;]+)", headers["Set-Cookie"])[1], fields["secret"]

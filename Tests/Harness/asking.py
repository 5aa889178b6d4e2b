"""Asking for support and giving it, as programs of the two sides would."""

import secrets

from Harness.interface import Client

# What must be said; everything else may be left out.
LEAST = {"origin": "oneself", "standing": "employee", "way": "message", "advisementRead": True}


class Refused(AssertionError):
    """The server answered, and did not do it."""


def done(answer):
    """The JSON of an answer that says it was done."""
    status, content = answer
    if not 200 <= status < 300:
        raise Refused(f"{status} {content}")
    return content


def ask(client, agency, **more):
    """Asks for support and gives the receipt."""
    return done(client.call("POST", f"/api/v1/agencies/{agency}/requests", {**LEAST, **more}))["receipt"]


def never_given_receipt():
    """A receipt in good order that no request has: 13 bytes in Crockford's base32, with his check symbol."""
    symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = 32
    while number % 37 >= 32:
        number = secrets.randbits(104)
    code = "".join(symbols[(number << 1) >> (100 - 5 * place) & 31] for place in range(21)) + symbols[number % 37]
    return "-".join(code[start:start + 4] for start in range(0, len(code), 4))


class Seeker(Client):
    """Whoever shows that receipt."""

    cookie = "pass"

    def __init__(self, port, agency, receipt):
        super().__init__(port)
        self.token = done(self.call("POST", f"/api/v1/agencies/{agency}/passes", {"receipt": receipt}))["pass"]

    def page(self):
        """The request's page, as a browser that shows the pass gets it."""
        status, _, content = self.exchange("GET", "/support")
        if status != 200:
            raise Refused(f"{status} {content[:300]}")
        return content.decode()

    def view(self):
        return done(self.call("GET", "/api/v1/support"))

    def act(self, what, method="POST", **body):
        return done(self.call(method, f"/api/v1/support/{what}", body or None))


class Supporter(Client):
    """Somebody of the team, signed in."""

    def offers(self):
        """The ids of the requests offered to them."""
        return [offer["id"] for offer in done(self.call("GET", "/api/v1/offers"))["offers"]]

    def accept(self, request, **more):
        return done(self.call("POST", f"/api/v1/offers/{request}/acceptance", {"ties": [], **more}))

    def view(self, request):
        return done(self.call("GET", f"/api/v1/requests/{request}"))

    def act(self, request, what, method="POST", **body):
        return done(self.call(method, f"/api/v1/requests/{request}/{what}", body))

"""The two sides of a request, at their browsers: whoever asks for support, and whoever gives it."""

import time

from Browser.browsing import Browsing


class Seeker:
    """Somebody who asks for support, or comes back with a receipt."""

    def __init__(self, visitor, agency):
        self.visitor = visitor
        self.agency = agency
        self.receipt = None

    def fill_in(self, words="", wanted=None, name="", standing="employee", urgency="today"):
        """The form that asks for support, from the agency's front page on; it is not sent yet."""
        visitor = self.visitor
        visitor.open(f"/agencies/{self.agency}")
        visitor.tap("Ask for support", exact=False)
        # Where a pack is for one kind of people only, it does not ask.
        if visitor.page.locator('[name="standing"]').count():
            visitor.answer("standing", standing)
        visitor.answer("way", "message")
        visitor.answer("urgency", urgency)
        visitor.type("name", name)
        visitor.type("words", words)
        if wanted:
            visitor.unfold("Someone in particular")
            visitor.choose_that_says("wanted", wanted)
        visitor.answer("advisementRead", "yes")

    def ask(self, **answers):
        """Asks, and keeps the receipt, which is on the page just now and on no other."""
        self.fill_in(**answers)
        self.visitor.tap("Ask for support")
        shown = self.visitor.page.locator(".grouped-code code").first
        self.receipt = "-".join(shown.locator("span").all_inner_texts())
        return self

    def go_on(self):
        self.visitor.tap("I have it. Go on")
        return self

    def show(self, receipt):
        """Types the receipt in where one comes back."""
        self.visitor.open(f"/agencies/{self.agency}/receipt")
        self.visitor.type("receipt", receipt)
        self.visitor.tap("Go on")

    def look_again(self):
        self.visitor.open("/support")
        return self.visitor.text

    def write(self, text):
        self.visitor.open("/support")
        self.visitor.type("text", text)
        self.visitor.tap("Send")


    def agree(self, to, scope):
        """Agrees in writing that something is passed on."""
        self.visitor.open("/support")
        self.visitor.unfold("Agree that something is passed on")
        self.visitor.type("to", to)
        self.visitor.type("scope", scope)
        self.visitor.answer("agreed", "yes")
        self.visitor.tap("Agree")


class Supporter:
    """Somebody of the team, signed in: offered a request, then with it."""

    # The clock that offers requests looks every two seconds, where the machine has a moment for it.
    patience = 60

    def __init__(self, visitor):
        self.visitor = visitor
        self.name = visitor.page.locator(".who-name").inner_text()
        self.request = None

    def offers(self):
        """The addresses of what is offered to them."""
        self.visitor.open("/offers")
        return sorted({link for link in self.visitor.links() if link.startswith("/offers/")})

    def await_offer(self):
        end = time.monotonic() + self.patience
        while not (offers := self.offers()):
            if time.monotonic() > end:
                raise AssertionError(f"{self.name} was offered nothing: {self.visitor.text}")
            time.sleep(0.5)
        return offers[0]

    def open_offer(self):
        self.visitor.open(self.await_offer())

    def take(self):
        """Takes what is offered, attesting that nothing stands in the way."""
        self.open_offer()
        self.visitor.answer("attests", "yes")
        self.visitor.tap("Take this request")
        self.request = self.visitor.path.split("?")[0]
        return self

    def open_own_hours(self):
        """Off duty they are asked too, at any hour of any day."""
        self.visitor.open("/on-call")
        self.visitor.answer("kind", "off-duty")
        for day in range(1, 8):
            self.visitor.answer("weekdays", str(day))
        self.visitor.type("from", "00:00")
        self.visitor.type("until", "00:00")
        self.visitor.tap("Open these hours")

    def give_advisement(self):
        self.visitor.answer("gives", "yes")
        self.visitor.tap("Confirm, and open the request")
        return self

    def open_request(self):
        self.visitor.open(self.request)
        return self.visitor.text

    def has_it(self):
        """Whether the request is among theirs."""
        self.visitor.open("/requests")
        return self.request in self.visitor.links()

    def write(self, text):
        self.open_request()
        self.visitor.type("text", text)
        self.visitor.tap("Send")

    def close(self):
        self.open_request()
        self.visitor.tap("Close it")
        self.visitor.tap("Close it")


class Supporting(Browsing):
    """Tests with the two sides."""

    def seeker(self, agency):
        return Seeker(self.visitor(), agency)

    def supporter(self, agency, login="supporter"):
        return Supporter(self.visitor(agency, login))

    def supported(self, agency, words="I would like to talk.", login="supporter"):
        """A request that somebody chose that supporter for, who took it and said where confidence ends."""
        supporter = self.supporter(agency, login)
        seeker = self.seeker(agency).ask(words=words, wanted=supporter.name).go_on()
        supporter.take().give_advisement()
        return seeker, supporter

    def attend_to_notices(self, visitor):
        """Says of every notice that waits that one knows of it, so that only what comes later waits."""
        visitor.open("/notices")
        while visitor.page.get_by_role("button", name="I know of it").count():
            visitor.tap("I know of it")

    def see(self, visitor, *words):
        for word in words:
            self.assertIn(word, visitor.text)

    def see_nothing(self, visitor, *words):
        """Of those words; not in what is folded away either."""
        for word in words:
            self.assertNotIn(word, visitor.served.text())

    def assert_as_if_never_there(self, visitor, path):
        """The path gives the same bytes as one that leads to nothing."""
        self.assertEqual(visitor.open("/nothing/was/ever/here"), 404)
        nothing = visitor.served.body()
        self.assertEqual(visitor.open(path), 404, path)
        self.assertEqual(visitor.served.body(), nothing, path)

    def photograph(self, visitor, name):
        """A close look at a phone's width, by day and by night."""
        self.look(visitor, name, views=self.lens.ON_A_WALK)

"""A visitor at Debian's Chromium, without scripts, as the product promises to work; and a close look at what they see."""

import os
import re
import subprocess
import unittest

from playwright.sync_api import Error, sync_playwright

from Browser.lens import DESK, PHONE, SCREENSHOTS, Lens
from Harness.demonstration import DemonstrationServer, next_digits, present_digits
from Harness.interface import PASSPHRASE


def clause(*ids):
    """Names the clauses of the policies that a test shows; bin/clauses reads it."""
    return lambda test: test


# Sends what no form on the page offers, as somebody would who writes a form of their own: with the session's own token.
SENDING = """([path, fields]) => {
    const form = document.querySelector('.who form').cloneNode(true);
    form.action = path;
    for (const [name, value] of Object.entries(fields)) {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        field.value = value;
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""


# The paths of this site that a page leads to.
LINKS = """[...document.links].map(link => link.getAttribute('href').split('#')[0]).filter(link => link.startsWith('/'))"""


class Visitor:
    """Somebody at a browser that runs no scripts. What they do is counted: a tap, or a line typed."""

    def __init__(self, browser, address, width=PHONE, kept=None, clock=None):
        """`kept` are the cookies of somebody who has been here before; `clock` is the server's, where it is wrong."""
        self.address = address
        self.clock = clock
        self.context = browser.new_context(
            java_script_enabled=False, base_url=address, viewport={"width": width[0], "height": width[1]},
            storage_state=kept)
        self.context.set_default_timeout(30_000)
        self.page = self.context.new_page()
        self.interactions = 0
        self.served = None
        self.complaints = []
        self.context.on("request", self._watch_request)
        self.page.on("response", self._keep_document)
        self.page.on("console", self._watch_console)

    def _watch_request(self, request):
        if not request.url.startswith(self.address + "/"):
            self.complaints.append(f"asked another host: {request.url}")

    def _keep_document(self, response):
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            self.served = response

    def _watch_console(self, message):
        # That the page itself came with 404 or 422 is no fault of the page.
        if message.type in ("error", "warning") and message.location.get("url") != self.page.url:
            self.complaints.append(f"{self.page.url}: {message.text}")

    # What a visitor does

    def open(self, path):
        """Gives the answer's status. What is given as a file to keep leaves the page before in view."""
        try:
            self.page.goto(path)
        except Error as reason:
            if "Download is starting" not in reason.message:
                raise
        return self.status

    def fetch(self, path):
        """What their browser would be given there, with their cookies, while it stays where it is. Gives the answer's status."""
        answer = self.context.request.get(path, headers={"Accept": "text/html"})
        self.served = Fetched(answer)
        return self.status

    @property
    def was_given_a_file(self):
        return not self.served.headers["content-type"].startswith("text/html")

    def tap(self, what, exact=True):
        """A tap on the link, button or answer of that name."""
        self.interactions += 1
        target = self.page.get_by_label(what, exact=exact)
        for role in ("link", "button"):
            found = self.page.get_by_role(role, name=what, exact=exact)
            if found.count():
                target = found
                break
        target.first.click()
        # Where it leads somewhere, that page is there before anybody looks for something on it.
        self.page.wait_for_load_state()

    def press(self, target):
        """A tap on what leads somewhere; that page is there before anybody looks for something on it."""
        self.interactions += 1
        with self.page.expect_navigation():
            target.click()

    def answer(self, field, value):
        """A tap on one answer of a question; the whole surface around it can be tapped."""
        self.interactions += 1
        self.page.locator(f'label.pick:has(input[name="{field}"][value="{value}"])').click()

    def type(self, field, value):
        self.interactions += 1
        self.page.locator(f'[name="{field}"]').fill(str(value))

    def choose(self, field, label):
        self.interactions += 1
        self.page.locator(f'select[name="{field}"]').select_option(label=label)

    def choose_that_says(self, field, words):
        """The one answer of a list that has those words among others."""
        self.interactions += 1
        choice = self.page.locator(f'select[name="{field}"]')
        choice.select_option(value=choice.locator("option", has_text=words).get_attribute("value"))

    def unfold(self, summary):
        """Opens what asks for confirmation."""
        self.interactions += 1
        self.page.locator("summary", has_text=summary).click()

    def sign_in(self, agency, login, passphrase=PASSPHRASE):
        self.open(f"/agencies/{agency}/sign-in")
        self.type("login", login)
        self.type("passphrase", passphrase)
        self.tap("Sign in")
        digits = present_digits(self.clock)
        while self.page.url.endswith("/second-factor"):
            self.type("digits", digits)
            self.tap("Sign in")
            if self.page.url.endswith("/second-factor"):
                # Used a moment ago by another session of the same account: each code is good once.
                digits = next_digits(digits, self.clock)

    def send(self, path, fields):
        """Sends those fields there, whatever the page offers."""
        with self.page.expect_navigation():
            self.page.evaluate(SENDING, [path, fields])

    # What a visitor sees

    @property
    def status(self):
        return self.served.status

    @property
    def path(self):
        return self.page.url.removeprefix(self.address)

    @property
    def title(self):
        return self.page.locator("h1").inner_text()

    @property
    def text(self):
        return self.page.locator("body").inner_text()

    def links(self):
        """The paths of this site that the page leads to."""
        return self.page.evaluate(LINKS)


class Fetched:
    """What was given without a page that shows it."""

    def __init__(self, answer):
        self.url = answer.url
        self.status = answer.status
        self.headers = answer.headers
        self._body = answer.body()

    def body(self):
        return self._body

    def all_headers(self):
        return self.headers


class Browsing(unittest.TestCase):
    """Tests with a freshly served demonstration and a browser."""

    # What the server finds in its environment, besides the caller's.
    settings = {}
    # The clock of the server's machine, where the test moves it.
    clock = None
    # What somebody at a browser is here.
    at_browser = Visitor
    # Without windows it takes half the work.
    program = "/usr/bin/chromium-headless-shell"

    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(DemonstrationServer(clock=cls.clock, **cls.settings))
        playwright = cls.enterClassContext(sync_playwright())
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        cls.browser = playwright.chromium.launch(executable_path=cls.program, args=arguments)
        cls.addClassCleanup(cls.browser.close)
        cls.lens = Lens(cls.browser, cls.server.address)
        # Who has signed in, by agency and login, with the cookies of their session.
        cls.signed_in = {}

    def visitor(self, agency=None, login=None, width=PHONE):
        """Somebody new; with a login somebody signed in, who comes back where their session still lasts."""
        visitor = self.at_browser(
            self.browser, self.server.address, width, self.signed_in.get((agency, login)), self.clock)
        self.addCleanup(visitor.context.close)
        self.addCleanup(lambda: self.assertEqual(visitor.complaints, []))
        if login:
            visitor.open("/home")
            if visitor.path != "/home":
                visitor.sign_in(agency, login)
            self.assertEqual(visitor.path, "/home", f"{login} at {agency} is not signed in: {visitor.text}")
            self.signed_in[agency, login] = visitor.context.storage_state()
        return visitor

    def look(self, visitor, name, **views):
        """Looks closely at the page the visitor is on. Every fault is told; the pictures are kept."""
        faults = self.lens.look(visitor.served, name, **views)
        with self.subTest(page=name):
            self.assertFalse(faults, "\n".join(["", *faults]))


def kind_of_path(path):
    """The path with what is particular about it left out, so that two sheets, shifts or parts of one list are one kind."""
    path = re.sub(r"\?after=.*", "?after", path)
    # The whole agency instead of one's area: more of the same.
    path = path.replace("?show=whole", "")
    # Some of what the page without it shows.
    path = re.sub(r"\?state=.*", "", path)
    path = re.sub(r"/\d{4}-\d{2}(?=/|$|\?)", "/MONTH", path)
    path = re.sub(r"([?&]from)=\d+", r"\1", path)
    return re.sub(r"/[a-z0-9]{20,}(?=/|$|\?)", "/ID", path)


def print_page(page, name, paper="Letter"):
    """Prints the page as the visitor's browser would, on that paper where the page names no size; gives the number of pages and the size of the first in millimetres."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    file = SCREENSHOTS / f"{name}.pdf"
    page.pdf(path=file, prefer_css_page_size=True, format=paper)
    told = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    pages = int(re.search(r"Pages:\s+(\d+)", told)[1])
    width, height = (float(size) * 25.4 / 72 for size in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups())
    subprocess.run(["pdftoppm", "-r", "80", "-png", file, file.with_suffix("")], check=True)
    return pages, width, height

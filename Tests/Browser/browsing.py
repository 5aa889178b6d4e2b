"""A visitor at Debian's Chromium, without scripts, as the product promises to work; and a close look at what they see."""

import os
import re
import subprocess
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from Harness.demonstration import DemonstrationServer, next_digits, present_digits
from Harness.interface import PASSPHRASE
from Harness.server import ROOT

SCREENSHOTS = ROOT / ".test" / "screenshots"
# Pictures are for people to look at, and take a third of a look's time: PEERSUPPORT_PICTURES=no where nobody does.
TAKES_PICTURES = os.environ.get("PEERSUPPORT_PICTURES") != "no"
PHONE, DESK = (390, 844), (1280, 900)


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
        self.served = self._was_read = self._reading = None
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
        return [link.split("#")[0] for link in self._read["links"] if link.startswith("/")]

    @property
    def build(self):
        """How the page is built."""
        return self._read["build"]

    @property
    def _read(self):
        """What is read of a page, once as it is served."""
        if self._was_read is not self.served:
            self._was_read, self._reading = self.served, self.page.evaluate(READING)
        return self._reading


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
        faults = self.lens.look(visitor, name, **views)
        with self.subTest(page=name):
            self.assertFalse(faults, "\n".join(["", *faults]))


# How a page is built, that is, its parts and how they lie in each other, and where it leads. A list of three rows is built like one of
# five.
READING = """() => {
    const build = part =>
        `${part.tagName} ${part.getAttribute('class')} ${part.getAttribute('role')} ${part.getAttribute('type')}` +
        `(${[...new Set([...part.children].map(build))].join()})`
    return {build: build(document.body), links: [...document.links].map(link => link.getAttribute('href'))}
}"""

# The engine passes over them: it finds a label for each, though all labels belong to the first.
IDS_TWICE = """[...document.querySelectorAll('[id]')].map(part => part.id)
    .filter((id, place, all) => all.indexOf(id) < place)"""

# By how many pixels the page is wider than its window.
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Lens:
    """Looks at a served document, to the byte, in a browser that runs scripts: the accessibility engine is one. The engine
    judges each document once; at another width or in other colours only what these change, unless other parts are shown.

    Of pages that are built alike one is looked at closely: other words in the same places are nothing for the engine. Of the others
    it is seen that they fit into the window."""

    # In what views a page built like that was looked at, by any test of this process.
    looked_at = set()

    # Each width and each of light and dark; the colours are the same at every width.
    VIEWS = [(PHONE, "dark"), (DESK, "light")]
    # As a walk on a phone sees it.
    ON_A_WALK = [(PHONE, "light")]

    # The engine's rules whose outcome differs by colours and width; by the names it gives them.
    OF_THE_VIEW = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]

    def __init__(self, browser, address):
        self.address = address
        # What fades from light to dark would be seen halfway.
        self.context = browser.new_context(base_url=address, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.engine = Axe()
        self.document = None
        self.faults = []
        self.page.route("**/*", self._serve)
        self.page.on("console", self._watch_console)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def _serve(self, route):
        if route.request.is_navigation_request():
            headers, body = self.document
            route.fulfill(status=200, headers=headers, body=body)
        else:
            route.continue_()

    def _watch_console(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def is_new(self, visitor, views=VIEWS):
        """Whether no page that is built like the visitor's was looked at in those views."""
        return (visitor.build, tuple(views)) not in self.looked_at

    def look(self, visitor, name, views=VIEWS, unfolded=False):
        """`unfolded`: in the first view with what asks for confirmation unfolded, in the others as it comes."""
        self.faults = []
        if not self.is_new(visitor, views):
            return self._glance(visitor.page, name)
        self.looked_at.add((visitor.build, tuple(views)))
        served = visitor.served
        self.document = (served.all_headers(), served.body())
        self.page.goto(served.url)
        folded = self.page.locator("summary").all() if unfolded else []
        for summary in folded:
            summary.click()
        inline = self.page.locator("script:not([src^='/assets/']), [style], [onclick]").count()
        if inline:
            self.faults.append(f"{inline} scripts or styles that are not files of this site")
        empty = self.page.locator("main table > tbody:not(:has(tr))").count()
        if empty:
            self.faults.append(f"{empty} tables without a row, where words should say that there is nothing")
        twice = self.page.evaluate(IDS_TWICE)
        if twice:
            self.faults.append(f"more than one part has the id {twice}: a label or a link leads to the first of them")
        self.page.evaluate(self.engine.axe_script)
        judged = set()
        for (width, height), scheme in views:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme)
            view = f"{width} px, {scheme}"
            if TAKES_PICTURES:
                self.page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
            overflow = self.page.evaluate(OVERFLOW)
            if overflow > 0:
                self.faults.append(f"{view}: {overflow} px wider than the window")
            shown = self.page.evaluate(
                "[...document.querySelectorAll('*')].map(part => part.getClientRects().length > 0 ? 1 : 0).join('')")
            rules = self.OF_THE_VIEW if shown in judged else None
            judged.add(shown)
            self.faults += [f"{view}: {violation}" for violation in self._violations(rules)]
            while folded:
                folded.pop().click()
        return [f"{name}: {fault}" for fault in self.faults]

    def _glance(self, page, name):
        if TAKES_PICTURES:
            page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
        overflow = page.evaluate(OVERFLOW)
        return [f"{name}: {overflow} px wider than the window"] if overflow > 0 else []

    def _violations(self, rules=None):
        """What the engine finds on the page as it stands, by those of its rules, or all."""
        options = {"resultTypes": ["violations"]} | ({"runOnly": {"type": "rule", "values": rules}} if rules else {})
        violations = self.page.evaluate("options => axe.run(options).then(found => found.violations)", options)
        return [
            f"{found['id']}: {found['help']} at {[node['target'] for node in found['nodes']][:3]}"
            for found in violations]


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

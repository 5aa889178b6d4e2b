"""A close look at what a visitor sees: with the accessibility engine, at each width, light and dark."""

import os
import pathlib
import re

from axe_playwright_python.sync_playwright import Axe

from Harness.server import ROOT

SCREENSHOTS = ROOT / ".test" / "screenshots"
# Pictures are for people to look at, and take a third of a look's time: PEERSUPPORT_PICTURES=no where nobody does.
TAKES_PICTURES = os.environ.get("PEERSUPPORT_PICTURES") != "no"
PHONE, DESK = (390, 844), (1280, 900)

# The engine, and what we look for ourselves.
SCRIPTS = Axe().axe_script + "\n" + pathlib.Path(__file__).with_name("lens.js").read_text(encoding="utf-8")


class Place:
    """A page of the lens's browser that shows what was served to somebody else, to the byte."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.page.add_init_script(SCRIPTS)
        self.page.route("**/*", self._serve)
        self.page.on("console", self._watch_console)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._watch_request)
        self.address = address
        self.faults = []
        self.served = self.frame = self.view = None

    def _serve(self, route):
        if route.request.is_navigation_request():
            route.fulfill(status=200, headers=self.served.all_headers(), body=self.served.body())
        else:
            route.continue_()

    def _watch_request(self, request):
        if not request.url.startswith(self.address + "/"):
            self.faults.append(f"asks another host: {request.url}")

    def _watch_console(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def see(self, view):
        """In a window of that size, and in those colours."""
        if view != self.view:
            (width, height), scheme = self.view = view
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme)

    def show(self, served, frame):
        """How it is built, where it leads, and by how many pixels it is wider than the window."""
        markup = served.body().decode()
        if frame == self.frame and frame:
            return self.page.evaluate("([markup, address]) => lens.show(markup, address)", [markup, served.url])
        self.served, self.frame = served, frame
        self.page.goto(served.url)
        return self.page.evaluate("markup => lens.readShown(markup)", markup)


def frame_of(served):
    """What a page takes over from one that it is put in the place of: head and policy. None where it has a script, which
    has to begin with it."""
    head = served.body().decode().partition("<body")[0]
    if "<script" in head:
        return None
    return re.sub("<title>.*?</title>", "", head, flags=re.DOTALL), served.headers.get("content-security-policy")


class Lens:
    """Looks at a served document in a browser that runs scripts: the accessibility engine is one. The engine
    judges each document once; at another width or in other colours only what these change, unless other parts are shown.

    Of pages that are built alike one is looked at closely: other words in the same places are nothing for the engine. Of the others
    it is seen that they fit into the window. So it is with the contrast of words that have the same colours, size and ground
    in the same view, on whatever page they stand.

    A document comes in the place of the one before, in a page that stays, so that the engine is not loaded and warmed up for each; one
    with another head, policy or a script is opened."""

    # In what views a page built like that was looked at, by any test of this process.
    looked_at = set()

    # Each width and each of light and dark; the colours are the same at every width.
    VIEWS = [(PHONE, "dark"), (DESK, "light")]
    # As a walk on a phone sees it.
    ON_A_WALK = [(PHONE, "light")]

    # The engine's rules whose outcome differs by colours and width, but for contrast; by the names it gives them.
    OF_THE_VIEW = ["link-in-text-block", "target-size", "scrollable-region-focusable"]

    def __init__(self, browser, address):
        # What fades from light to dark would be seen halfway.
        self.context = browser.new_context(base_url=address, reduced_motion="reduce")
        # Documents with scripts have one of their own, so that the other stays.
        self.still, self.scripted = Place(self.context, address), Place(self.context, address)
        self.place = self.served = self.reading = None
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def take(self, served, view=VIEWS[0]):
        """Shows what was served. Gives how it is built, where it leads, and by how many pixels it is too wide."""
        if self.served is not served:
            frame = frame_of(served)
            self.place = self.still if frame else self.scripted
            self.place.see(view)
            self.place.faults.clear()
            self.served, self.reading = served, self.place.show(served, frame)
        return self.reading

    def is_new(self, served, views=VIEWS):
        """Whether no page that is built like that was looked at in those views."""
        return (self.take(served, views[0])["build"], tuple(views)) not in self.looked_at

    def links(self, served):
        """The paths of this site that it leads to."""
        return [link.split("#")[0] for link in self.take(served)["links"] if link.startswith("/")]

    def look(self, served, name, views=VIEWS, unfolded=False):
        """`unfolded`: in the first view with what asks for confirmation unfolded, in the others as it comes."""
        is_new = self.is_new(served, views)
        place = self.place
        faults = self._look_closely(place, name, views, unfolded) if is_new else self._glance(place, name)
        if is_new:
            self.looked_at.add((self.reading["build"], tuple(views)))
            # It stands no more as it was shown.
            self.served = None
        return [f"{name}: {fault}" for fault in place.faults + faults]

    def _glance(self, place, name):
        if TAKES_PICTURES:
            place.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
        overflow = self.reading["overflow"]
        return [f"{overflow} px wider than the window"] if overflow > 0 else []

    def _look_closely(self, place, name, views, unfolded):
        faults = []
        folded = place.page.locator("summary").all() if unfolded and self.reading["folded"] else []
        for summary in folded:
            summary.click()
        for number, ((width, height), scheme) in enumerate(views):
            place.see(((width, height), scheme))
            if TAKES_PICTURES:
                place.page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
            faults += place.page.evaluate(
                "([view, isFirst, rules]) => lens.look(view, isFirst, rules)",
                [f"{width} px, {scheme}", number == 0, self.OF_THE_VIEW])
            while folded:
                folded.pop().click()
        return faults

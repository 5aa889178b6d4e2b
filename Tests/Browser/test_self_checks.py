"""Questions for oneself, in a browser that runs scripts: what is answered is added up there, is sent nowhere, and is kept nowhere."""

from Browser.browsing import DESK, PHONE, Browsing

AGENCY = "police-division"
CHECKS = f"/agencies/{AGENCY}/self-checks"

# Everything that a browser keeps for a site, besides its history, which is looked at by itself.
KEPT = """async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).map(database => database.name),
    caches: self.caches ? await caches.keys() : [], workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
    name: window.name, state: history.state, length: history.length, address: location.href,
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": [], "workers": 0, "name": "", "state": None}

# By the published bands, at their ends: the answers by their place, and what is said for each scale.
PHQ9 = {
    "phq-9": [
        ([0] * 9, [(0, "Minimal")]), ([1, 1, 1, 1] + [0] * 5, [(4, "Minimal")]),
        ([1] * 5 + [0] * 4, [(5, "Mild")]), ([1] * 8 + [0], [(8, "Mild")]), ([3, 3, 3] + [0] * 6, [(9, "Mild")]),
        ([3, 3, 3, 1] + [0] * 5, [(10, "Moderate")]), ([3, 3, 3, 3, 2] + [0] * 4, [(14, "Moderate")]),
        ([3] * 5 + [0] * 4, [(15, "Moderately severe")]), ([3] * 6 + [1, 0, 0], [(19, "Moderately severe")]),
        ([3] * 6 + [2, 0, 0], [(20, "Severe")]), ([3] * 9, [(27, "Severe")]),
    ],
}
OTHERS = {
    "gad-7": [
        ([1] * 4 + [0] * 3, [(4, "Minimal")]), ([1] * 5 + [0] * 2, [(5, "Mild")]),
        ([3, 3, 3] + [0] * 4, [(9, "Mild")]), ([3, 3, 3, 1] + [0] * 3, [(10, "Moderate")]),
        ([2] * 7, [(14, "Moderate")]), ([3] * 5 + [0] * 2, [(15, "Severe")]), ([3] * 7, [(21, "Severe")]),
    ],
    # The first question has no points; the first answer of the others has one.
    "pc-ptsd-5": [
        ([1], [(0, "Below")]), ([0, 1, 1, 1, 1, 1], [(0, "Below")]), ([0, 0, 0, 1, 1, 1], [(2, "Below")]),
        ([0, 0, 0, 0, 1, 1], [(3, "At the lower")]), ([0, 0, 0, 0, 0, 1], [(4, "At or above")]),
        ([0] * 6, [(5, "At or above")]),
    ],
    "audit-c": [
        ([0], [(0, "Below")]), ([2, 0, 0], [(2, "Below")]), ([3, 0, 0], [(3, "At the point")]),
        ([4, 0, 0], [(4, "At or above")]), ([4, 4, 4], [(12, "At or above")]),
    ],
    "proqol-5": [
        ([0] * 30, [(10, "Low"), (30, "Moderate"), (10, "Low")]),
        ([4] * 30, [(50, "High"), (30, "Moderate"), (50, "High")]),
        ([2] * 30, [(30, "Moderate"), (30, "Moderate"), (30, "Moderate")]),
    ],
}


class SelfChecks(Browsing):
    def setUp(self):
        self.requests = []
        self.context = self.browser.new_context(
            base_url=self.server.address, viewport={"width": PHONE[0], "height": PHONE[1]})
        self.addCleanup(self.context.close)
        self.page = self.context.new_page()
        self.context.on("request", lambda request: self.requests.append(request.url))

    def begin(self, check):
        """The page as it comes, and from then on the network is gone."""
        self.context.set_offline(False)
        self.page.goto(f"{CHECKS}/{check}", wait_until="networkidle")
        self.requests.clear()
        self.context.set_offline(True)

    def answer(self, places):
        for question, place in enumerate(places):
            self.page.locator(f"label[for=q{question}-{place}]").click()

    def result(self):
        shown = self.page.locator("[data-result]")
        return shown.is_visible() and [
            (int(scale.locator("[data-points]").inner_text()), scale.locator("p:visible").inner_text())
            for scale in shown.locator("[data-scale]").all()]

    def assertSays(self, check, cases):
        self.begin(check)
        for places, said in cases:
            with self.subTest(check=check, answers=places):
                # Another first answer brings back what an answer that ends it has hidden.
                if self.page.locator("[data-check] input:checked").count():
                    self.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
                self.assertFalse(self.result())
                self.answer(places)
                found = self.result()
                self.assertEqual([points for points, _ in found], [points for points, _ in said])
                for (_, words), (_, name) in zip(found, said):
                    self.assertTrue(words.startswith(name), words)
        self.assertEqual(self.requests, [])

    def test_points_and_bands_are_the_published_ones(self):
        for check, cases in (PHQ9 | OTHERS).items():
            self.assertSays(check, cases)

    def test_it_sends_nothing_and_keeps_nothing(self):
        for check, cases in (PHQ9 | OTHERS).items():
            with self.subTest(check=check):
                self.begin(check)
                before = self.page.evaluate(KEPT)
                self.assertEqual(before | NOTHING, before)
                self.answer(cases[-1][0])
                self.assertTrue(self.result())
                # Nothing on the page could be sent: it has no form, and nothing that a browser fills in by itself.
                self.assertEqual(self.page.locator("main form").count(), 0)
                self.assertEqual(self.page.locator("main input:not([autocomplete=off])").count(), 0)
                self.page.keyboard.press("Enter")
                self.page.wait_for_timeout(200)
                self.assertEqual(self.page.evaluate(KEPT), before)
                self.assertEqual(self.context.cookies(), [])
                self.assertEqual(self.context.storage_state(), {"cookies": [], "origins": []})
                self.assertEqual(self.requests, [])
        # The page may connect nowhere, and no form of it leads anywhere.
        self.context.set_offline(False)
        served = self.page.goto(f"{CHECKS}/phq-9")
        policy = served.headers["content-security-policy"]
        for rule in ("default-src 'none'", "form-action 'none'", "connect-src 'none'", "script-src 'self'"):
            self.assertIn(rule, policy)
        self.assertNotIn("form-action 'self'", policy)
        self.assertEqual(served.headers["cache-control"], "no-store")

    def test_the_answers_are_gone_on_leaving(self):
        for leave in (lambda: self.page.goto(CHECKS), self.page.reload):
            self.begin("phq-9")
            self.answer([3] * 9)
            self.context.set_offline(False)
            leave()
            if self.page.url.endswith(CHECKS):
                self.page.go_back()
            self.page.wait_for_selector("[data-check]")
            self.assertEqual(self.page.locator("[data-check] input:checked").count(), 0)
            self.assertFalse(self.result())
            self.assertFalse(self.page.locator("[data-urgent]").is_visible())

    def test_thoughts_of_death_bring_the_crisis_line_at_once(self):
        self.begin("phq-9")
        urgent = self.page.locator("[data-urgent]")
        for place, is_shown in ((0, False), (1, True), (3, True), (0, False), (2, True)):
            self.page.locator(f"label[for=q8-{place}]").click()
            self.assertEqual(urgent.is_visible(), is_shown, place)
            # Before any points, and before the other questions.
            self.assertFalse(self.result())
        self.assertEqual(urgent.locator("a").first.get_attribute("href"), "tel:988")
        below = self.page.locator("main section", has=self.page.locator("h2", has_text="Whom to call"))
        self.assertEqual(below.locator("a").first.get_attribute("href"), "tel:988")

    def test_without_a_script_it_is_added_up_by_hand(self):
        visitor = self.visitor()
        visitor.open(f"/agencies/{AGENCY}")
        visitor.tap("How are you?", exact=False)
        self.look(visitor, "self-checks")
        for check, name in (("phq-9", "Low mood"), ("audit-c", "Alcohol"), ("proqol-5", "What helping does to you")):
            visitor.open(CHECKS)
            visitor.tap(name, exact=False)
            self.assertEqual(visitor.path, f"{CHECKS}/{check}")
            self.assertIn("To add up by hand", visitor.text)
            self.assertIn("This is no diagnosis", visitor.text)
            self.assertIn("points", visitor.page.locator("label[for=q0-2]").inner_text())
            self.look(visitor, f"self-check-{check}", views=[(PHONE, "dark"), (PHONE, "light"), (DESK, "light")])
        visitor.open(f"{CHECKS}/phq-9")
        self.assertTrue(visitor.page.locator("[data-urgent]").is_visible())
        self.assertFalse(visitor.page.locator("[data-result]").is_visible())

    def test_what_is_said_can_be_read_by_everybody(self):
        """With everything shown that a script shows, on a phone and at a desk."""
        from axe_playwright_python.sync_playwright import Axe

        for width, scheme in ((PHONE, "dark"), (DESK, "light")):
            self.page.set_viewport_size({"width": width[0], "height": width[1]})
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            self.begin("phq-9")
            self.answer([3] * 9)
            self.context.set_offline(False)
            found = Axe().run(self.page)
            self.assertEqual(found.violations_count, 0, found.generate_report())
            overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            self.assertLessEqual(overflow, 0)

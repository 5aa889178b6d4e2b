"""What is printed to be seen: the card of a member at its size, posters, the brochure, slides and handouts, each as a PDF."""

from Browser.browsing import DESK, Browsing, clause, print_page

A4, LETTER = (210, 297), (215.9, 279.4)
CARD = (85.6, 54)
# Who reads a programme's figures by its pack.
READERS = {
    "iacp": "management", "kern-sheriff": "chief-deputy", "orange-county-probation": "administrator",
    "police-division": "chief", "sacramento-probation": "management-liaison",
}


class Printed(Browsing):
    def pdf(self, visitor, name, paper):
        """On that paper: number of pages, width and height in millimetres."""
        pages, width, height = print_page(visitor.page, f"{name}-{paper}", paper)
        return pages, round(width, 1), round(height, 1)

    def assertUpright(self, visitor, name, pages=1):
        for paper, (width, height) in (("A4", A4), ("Letter", LETTER)):
            found = self.pdf(visitor, name, paper)
            self.assertEqual(found[0], pages, f"{name} on {paper}: {found}")
            self.assertAlmostEqual(found[1], width, delta=0.6)
            self.assertAlmostEqual(found[2], height, delta=0.6)

    @clause("IACP-3.8")
    def test_a_card_has_the_size_of_a_card(self):
        keeper = self.visitor("iacp", "coordinator", width=DESK)
        keeper.open("/home")
        keeper.tap("Team")
        keeper.tap("ID cards", exact=False)
        keeper.page.locator("select[name=account]").select_option(index=1)
        keeper.tap("Make it")
        self.assertIn("Valid until", keeper.text)
        self.look(keeper, "id-card")
        self.assertUpright(keeper, "id-card")
        keeper.page.emulate_media(media="print")
        for side in keeper.page.locator(".id-card").all():
            box = side.bounding_box()
            self.assertAlmostEqual(box["width"] * 25.4 / 96, CARD[0], delta=0.5)
            self.assertAlmostEqual(box["height"] * 25.4 / 96, CARD[1], delta=0.5)
            # Nothing on it is cut off.
            self.assertEqual(side.evaluate("side => [side.scrollHeight - side.clientHeight, side.scrollWidth - side.clientWidth]"), [0, 0])
        keeper.page.emulate_media(media="null")
        # For a printer of cards: a page for each side, of the card's own size.
        keeper.page.get_by_label("with a printer of cards", exact=False).check()
        pages, width, height = self.pdf(keeper, "id-card-alone", "A4")
        self.assertEqual(pages, 2)
        self.assertAlmostEqual(width, CARD[0], delta=0.5)
        self.assertAlmostEqual(height, CARD[1], delta=0.5)
        code = keeper.page.locator(".id-card-code").inner_text()

        # Whoever sees it looks the code up, and reads no name.
        visitor = self.visitor()
        visitor.open("/agencies/iacp/id-cards")
        self.look(visitor, "id-card-check")
        visitor.type("code", code)
        visitor.tap("Look")
        self.assertEqual(visitor.title, "This card is current")
        self.look(visitor, "id-card-current")
        # The answer is over with that look: the next card is not taken for this one.
        visitor.open("/agencies/iacp/id-cards")
        self.assertEqual(visitor.title, "Is this card current?")

    @clause("PD-A.5")
    def test_posters_and_brochure_are_one_page_each(self):
        keeper = self.visitor("police-division", "coordinator", width=DESK)
        keeper.open("/materials")
        posters = [link for link in keeper.links() if link.startswith("/materials/posters/")]
        self.assertGreater(len(posters), 2)
        for place, path in enumerate(["/materials/poster", "/materials/brochure"] + posters[:3]):
            keeper.open(path)
            self.look(keeper, f"printed-{place}")
            self.assertUpright(keeper, f"printed-{place}")
        for agency in ("sacramento-probation", "orange-county-probation"):
            keeper = self.visitor(agency, "coordinator", width=DESK)
            keeper.open("/materials/brochure")
            self.assertUpright(keeper, f"brochure-{agency}")

    @clause("OCP-FORM-1")
    def test_a_stat_sheet_is_one_landscape_page_filled_or_blank(self):
        for agency in ("iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation"):
            supporter = self.visitor(agency, "supporter", width=DESK)
            supporter.open("/sheets")
            months = [link for link in supporter.links() if link.startswith("/sheets/2")]
            # Where the form bears no name, what was submitted is gone; this month is not.
            for name, path in (("filled", months[0]), ("blank", "/blank-sheet")):
                supporter.open(path)
                self.look(supporter, f"stat-sheet-{agency}-{name}")
                for paper, (width, height) in (("A4", A4), ("Letter", LETTER)):
                    found = self.pdf(supporter, f"stat-sheet-{agency}-{name}", paper)
                    self.assertEqual(found[0], 1, f"{agency}, {name} on {paper}: {found}")
                    self.assertAlmostEqual(found[1], height, delta=0.6)
                    self.assertAlmostEqual(found[2], width, delta=0.6)

    def test_the_years_figures_are_one_document_for_whoever_reads_them(self):
        """From the list to paper: a cover, the year in short, the figures, and at the end what is not shown."""
        for agency, reader in READERS.items():
            visitor = self.visitor(agency, reader, width=DESK)
            visitor.open("/figures")
            self.look(visitor, f"figures-{agency}")
            years = [link for link in visitor.links() if link.startswith("/figures/year/")]
            self.assertTrue(years, f"{agency}: no year is published")
            visitor.open(years[0])
            self.look(visitor, f"figures-year-{agency}")
            visitor.tap("Print")
            self.look(visitor, f"figures-year-print-{agency}")
            words = visitor.page.locator("main").inner_text()
            for part in ("The year in short", "What is not shown, and why", "Who may read it"):
                self.assertIn(part, words)
            for paper, (width, height) in (("A4", A4), ("Letter", LETTER)):
                pages, *size = self.pdf(visitor, f"figures-year-{agency}", paper)
                self.assertIn(pages, range(3, 13), f"{agency} on {paper}")
                self.assertAlmostEqual(size[0], width, delta=0.6)
                self.assertAlmostEqual(size[1], height, delta=0.6)

    def test_a_months_figures_are_one_page(self):
        for agency, reader in READERS.items():
            visitor = self.visitor(agency, reader, width=DESK)
            visitor.open("/figures")
            visitor.open(next(link for link in visitor.links() if link.startswith("/figures/summary/")))
            told = visitor.page.locator("main .shown-number").all_inner_texts()
            visitor.tap("Print")
            self.look(visitor, f"figures-month-print-{agency}")
            self.assertEqual(visitor.page.locator("main .shown-number").all_inner_texts(), told)
            self.assertUpright(visitor, f"figures-month-{agency}")

    def test_slides_have_one_idea_on_each_landscape_page(self):
        for agency in ("iacp", "orange-county-probation", "sacramento-probation", "kern-sheriff", "police-division"):
            visitor = self.visitor(width=DESK)
            visitor.open(f"/agencies/{agency}/orientation")
            visitor.tap("As slides")
            slides = visitor.page.locator(".slide").count()
            self.assertGreater(slides, 5)
            for paper in ("A4", "Letter"):
                pages, width, height = self.pdf(visitor, f"slides-{agency}", paper)
                self.assertEqual(pages, slides, f"{agency} on {paper}")
                self.assertGreater(width, height)
            self.look(visitor, f"slides-{agency}")
        # The keyboard alone goes through them.
        for number in range(2, 4):
            visitor.page.locator(f'a[href="#slide-{number}"]').focus()
            visitor.page.keyboard.press("Enter")
            self.assertTrue(visitor.page.url.endswith(f"#slide-{number}"))
            top = visitor.page.locator(f"#slide-{number}").bounding_box()["y"]
            self.assertTrue(0 <= top < DESK[1] / 2, top)

    def test_each_handout_is_one_page(self):
        visitor = self.visitor(width=DESK)
        library = "/agencies/police-division/library"
        visitor.open(library)
        self.look(visitor, "library")
        handouts = [link for link in visitor.links() if link.startswith(f"{library}/")]
        self.assertGreaterEqual(len(handouts), 10)
        for path in handouts:
            visitor.open(path)
            name = path.rsplit("/", 1)[1]
            self.assertUpright(visitor, f"handout-{name}")
        self.look(visitor, "handout")

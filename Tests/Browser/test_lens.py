"""The lens finds what is wrong with a page, whether it opens it or puts it in the place of another; and nothing where nothing is."""

from Browser.browsing import Browsing
from Browser.lens import Lens

# Words that can be read, in either light, but for those of some classes.
HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>
    body {{ color: #111; background: #fff }} a {{ color: #00c }} .bar {{ background: #ddd }} .faint {{ color: #999 }}
    .of-a-desk {{ width: 50rem }} .of-a-wall {{ width: 120rem }}
    @media (prefers-color-scheme: dark) {{ body, .bar {{ color: #eee; background: #111 }} a {{ color: #9cf }} .faint {{ color: #ccc }} .dim {{ color: #444 }} }}
</style></head><body><main><h1>A page</h1>{main}</main></body></html>"""
ON_THE_PHONE, AT_THE_DESK = "390 px, dark", "1280 px, light"

# What stands on a page, and what is said of it: every word of one line.
FAULTS = {
    "faint by day": ('<p class="faint">Faint.</p>', [AT_THE_DESK, "color-contrast"]),
    "dim by night": ('<p class="dim">Dim.</p>', [ON_THE_PHONE, "color-contrast"]),
    "faint on a bar": ('<div class="bar"><p><b class="faint">Faint.</b></p></div>', [AT_THE_DESK, "color-contrast"]),
    "faint within others": ('<p>Dark. <span class="faint">Faint.</span></p>', [AT_THE_DESK, "color-contrast"]),
    "faint where it is unfolded":
        ('<details><summary>More</summary><p class="dim">Dim.</p></details>', [ON_THE_PHONE, "color-contrast"]),
    "too wide for a phone": ('<p class="of-a-desk">Wide.</p>', [ON_THE_PHONE, "px wider"]),
    "too wide for a desk": ('<p class="of-a-wall">Wide.</p>', [AT_THE_DESK, "px wider"]),
    "one id twice": ('<p id="one">One.</p><p id="one">Two.</p>', ["more than one part has the id one"]),
    "a field without a label": ('<input name="words">', [ON_THE_PHONE, "label"]),
    "a picture without words": ('<img src="/assets/none.svg">', [ON_THE_PHONE, "image-alt"]),
    "a list of no parts": ("<ul><p>One.</p></ul>", [ON_THE_PHONE, "list"]),
    "a level left out": ("<h4>Deep down</h4>", [ON_THE_PHONE, "heading-order"]),
    "a link without words": ('<p><a href="/"></a></p>', [ON_THE_PHONE, "link-name"]),
    "a link that only its colour tells":
        ('<style>p a { text-decoration: none; color: #222 !important }</style><p>Words <a href="/">lead</a> on.</p>',
         [AT_THE_DESK, "link-in-text-block"]),
    "what cannot be hit":
        ("<style>button { all: unset; font-size: 6px; display: block }</style><button>a</button><button>b</button>", [AT_THE_DESK, "target-size"]),
    "an empty table": ("<table><tbody></tbody></table>", ["tables without a row"]),
    "a style of its own": ('<p style="color: #000">Styled.</p>', ["scripts or styles"]),
    "a script of its own": ('<p onclick="1">Tapped.</p>', ["scripts or styles"]),
    "another host": ('<img alt="A picture" src="http://127.0.0.1:9/picture.svg">', ["asks another host"]),
    "a file that is missing": ('<img alt="A picture" src="/assets/none.svg">', ["console", "404"]),
}
WITHOUT_FAULT = '<p>Words <a href="/">lead</a> on.</p><table><tbody><tr><td>One</td></tr></tbody></table>'


class Page:
    """What a server might give."""

    status = 200
    number = 0

    def __init__(self, address, main, policy="", alone=False):
        """`alone`: with a head like no other's."""
        Page.number += 1
        # Built like no other, for what is built alike is looked at once.
        self.markup = HEAD.format(title=f"Page {Page.number}", main=f'{main}<div class="is-{Page.number}">Words.</div>')
        if alone:
            self.markup = self.markup.replace("<style>", f'<meta name="number" content="{Page.number}"><style>', 1)
        self.url = f"{address}/nothing/{Page.number}"
        self.headers = {"content-type": "text/html; charset=utf-8"} | ({"content-security-policy": policy} if policy else {})

    def all_headers(self):
        return self.headers

    def body(self):
        return self.markup.encode()


class LensItself(Browsing):
    def setUp(self):
        self.lens = Lens(self.browser, self.server.address)
        self.addCleanup(self.lens.context.close)

    def page(self, main, **how):
        return Page(self.server.address, main, **how)

    def assertFinds(self, name, words, faults):
        self.assertTrue(any(all(word in fault for word in words) for fault in faults), f"{name}: {faults}")

    def test_each_fault_is_found_on_a_page_that_is_opened(self):
        for name, (main, words) in FAULTS.items():
            with self.subTest(fault=name):
                self.assertFinds(name, words, self.lens.look(self.page(main, alone=True), name, unfolded=True))

    def test_each_fault_is_found_on_a_page_in_the_place_of_another(self):
        self.assertEqual(self.lens.look(self.page(WITHOUT_FAULT), "nothing"), [])
        opened = []
        self.lens.still.page.on("request", lambda request: request.is_navigation_request() and opened.append(request.url))
        for name, (main, words) in FAULTS.items():
            with self.subTest(fault=name):
                self.assertFinds(name, words, self.lens.look(self.page(main), name, unfolded=True))
                # Nothing of it is left.
                self.assertEqual(self.lens.look(self.page(WITHOUT_FAULT), "nothing"), [])
        self.assertEqual(opened, [])

    def test_what_is_right_is_not_found_wrong(self):
        for alone in (True, False):
            self.assertEqual(self.lens.look(self.page(WITHOUT_FAULT, alone=alone), "nothing", unfolded=True), [])

    def test_words_that_look_otherwise_are_judged_by_themselves(self):
        """Right on one ground, wrong on the other; the right one was judged before."""
        self.assertEqual(self.lens.look(self.page("<p><b>Dark.</b></p>"), "right"), [])
        for name, main in {
            "another ground": '<style>.night { background: #222 }</style><p class="night"><b>Dark.</b></p>',
            "the same class by another rule": "<style>b { color: #aaa }</style><p><b>Pale.</b></p>",
            "seen through": "<style>main { opacity: .3 }</style><p><b>Pale.</b></p>",
        }.items():
            self.assertFinds(name, [AT_THE_DESK, "color-contrast"], self.lens.look(self.page(main), name))

    def test_other_words_in_the_same_places_are_seen_to_fit(self):
        main = "<p>{}</p>"
        first, second = self.page(main.format("Short.")), self.page(main.format("Long" * 99))
        second.markup = second.markup.replace(f"is-{Page.number}", f"is-{Page.number - 1}")
        self.assertEqual(self.lens.look(first, "short"), [])
        self.assertFalse(self.lens.is_new(second))
        self.assertFinds("long", ["px wider"], self.lens.look(second, "long"))

    def test_what_a_page_may_load_is_kept_to_its_own_policy(self):
        self.assertEqual(self.lens.look(self.page(WITHOUT_FAULT), "without a policy"), [])
        closed = self.page('<img alt="A picture" src="/assets/none.svg">', policy="default-src 'none'; style-src 'unsafe-inline'")
        self.assertFinds("policy", ["console", "Content Security Policy"], self.lens.look(closed, "closed"))

    def test_a_page_of_the_site_is_laid_out_alike_in_the_place_of_another(self):
        visitor = self.visitor("iacp", "coordinator")
        visitor.fetch("/account")
        self.lens.take(visitor.served)
        for path in ("/home", "/roster", "/policy", "/notices", "/accounts"):
            self.assertEqual(visitor.fetch(path), 200)
            self.lens.take(visitor.served)
            in_the_place = self.lens.place.page.evaluate(LAID_OUT)
            self.lens.place.frame, self.lens.served = None, None
            self.lens.take(visitor.served)
            self.assertEqual(self.lens.place.page.evaluate(LAID_OUT), in_the_place, path)


# Where every part lies, and in what colours.
LAID_OUT = """[...document.body.querySelectorAll('*')].map(part => {
    const {x, y, width, height} = part.getBoundingClientRect(), style = getComputedStyle(part)
    return [part.tagName, x, y, width, height, style.color, style.backgroundColor, style.font].join()
})"""

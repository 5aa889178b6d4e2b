"""How people say how they are reached: by a number that they prove, and by the page installed on their phone."""

import re
import time

from Browser.browsing import PHONE, Browsing
from Harness.sinks import Provider

# A browser that allowed notifications for some key of the server before: it gives no subscription for another one, until that
# is given up (Push API, 6.1). It answers with the keys of RFC 8291, appendix A.
FORMER_SUBSCRIPTION = """
(() => {
    const bytes = text => Uint8Array.from(
        atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
    const known = () => %s;
    let current = {
        options: { get applicationServerKey() { return known().buffer; } },
        unsubscribe: async () => { await window.told("unsubscribe"); current = null; return true; },
    };
    PushManager.prototype.getSubscription = async () => current;
    PushManager.prototype.subscribe = async options => {
        if (current && String(known()) !== String(options.applicationServerKey)) {
            throw new DOMException("another key", "InvalidStateError");
        }
        await window.told("subscribe");
        return { toJSON: () => ({ endpoint: "https://fcm.googleapis.com/fcm/send/seven", keys: {
            p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            auth: "BTBZMqHH6r4Tts7J_aSIgg" } }) };
    };
})();
"""
TODAYS_KEY = "bytes(document.querySelector('[data-push-key]').dataset.pushKey)"

AGENCY, LOGIN = "orange-county-probation", "supporter"


class ContactMethods(Browsing):
    # Notifications are shown by the whole browser alone.
    program = "/usr/bin/chromium"

    @classmethod
    def setUpClass(cls):
        cls.provider = cls.enterClassContext(Provider())
        cls.settings = cls.provider.environment("TEXT") | {"PEERSUPPORT_PUSH_CONTACT": "mailto:it@agency.example.org"}
        super().setUpClass()

    def arrivals(self, count):
        """What arrived at the provider, once so many things have."""
        for _ in range(300):
            if len(self.provider.arrivals) >= count:
                return self.provider.arrivals
            time.sleep(0.1)
        self.fail(f"Only {self.provider.arrivals} arrived.")

    def test_a_number_is_added_and_proved(self):
        visitor = self.visitor(AGENCY, LOGIN)
        visitor.open("/account")
        visitor.tap("How to reach me", exact=False)
        self.assertIn("Nobody can reach you yet", visitor.text)
        self.look(visitor, "reach-none")
        visitor.tap("Add a number or an address")
        visitor.answer("kind", "text")
        visitor.type("address", "555")
        visitor.tap("Send the digits")
        self.assertEqual(visitor.status, 422)
        self.look(visitor, "reach-refused")
        visitor.type("address", "(916) 555-0123")
        visitor.tap("Send the digits")
        self.assertIn("+19165550123", visitor.title)
        self.look(visitor, "reach-waiting")
        [words] = [arrival["words"] for arrival in self.arrivals(1)]
        visitor.type("digits", "nothing")
        visitor.tap("Confirm")
        self.assertEqual(visitor.status, 422)
        visitor.type("digits", re.fullmatch(r"Peer support: your code is (\d{6})\.", words)[1])
        visitor.tap("Confirm")
        self.assertIn("In use", visitor.text)
        visitor.tap("Send a test")
        self.look(visitor, "reach-proved")
        self.assertEqual(self.arrivals(2)[1]["words"], "Peer support: this is a test, and it has arrived.")
        visitor.choose("delay", "After 3 minutes")
        visitor.tap("Save")
        self.assertEqual(visitor.page.locator("select[name=delay]").input_value(), "3")
        visitor.tap("How to reach me")
        # The only way is used at once, whatever its delay.
        self.assertIn("At once", visitor.text)
        self.look(visitor, "reach")
        visitor.tap("+19165550123", exact=False)
        visitor.unfold("Remove it")
        visitor.tap("Remove")
        self.assertIn("Nobody can reach you yet", visitor.text)

    def test_an_installed_page_shows_what_is_pushed(self):
        """Chromium cannot reach a push service here, so its own protocol brings the push."""
        visitor = self.visitor(AGENCY, LOGIN)
        visitor.open("/account/reach")
        visitor.tap("Notifications on this device")
        self.assertIn("This browser cannot show notifications, or its scripts are off", visitor.text)
        self.look(visitor, "reach-device")
        context = self.browser.new_context(
            base_url=self.server.address, viewport={"width": PHONE[0], "height": PHONE[1]},
            permissions=["notifications"], storage_state=visitor.context.storage_state())
        self.addCleanup(context.close)
        page = context.new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.goto("/account/reach/device")
        page.get_by_role("button", name="Allow notifications").click()
        page.get_by_text("could not reach its notification service").wait_for()
        manifest = page.evaluate("document.querySelector('link[rel=manifest]').href")
        self.assertEqual(context.request.get(manifest).json()["display"], "standalone")
        tools = context.new_cdp_session(page)
        registered = []
        tools.on("ServiceWorker.workerRegistrationUpdated", lambda told: registered.extend(told["registrations"]))
        tools.send("ServiceWorker.enable")
        for _ in range(500):
            if registered:
                break
            page.wait_for_timeout(20)
        tools.send(
            "ServiceWorker.deliverPushMessage",
            {"origin": self.server.address, "registrationId": registered[0]["registrationId"],
             "data": "Peer support: you have a new message."})
        shown = page.wait_for_function(
            """async () => {
                const worker = await navigator.serviceWorker.ready;
                const [shown] = await worker.getNotifications();
                return shown && [shown.title, shown.body];
            }""").json_value()
        self.assertEqual(shown, ["Peer support", "you have a new message."])
        self.assertEqual([words for words in refused if "Content Security Policy" in words], [])

    def test_a_browser_that_knows_a_lost_key_allows_notifications_again(self):
        for name, key, calls in [
            ("Of a lost key", "new Uint8Array([1, 2, 3])", ["unsubscribe", "subscribe"]),
            ("Of today's key", TODAYS_KEY, ["subscribe"]),
        ]:
            with self.subTest(name):
                visitor = self.visitor(AGENCY, LOGIN)
                context = self.browser.new_context(
                    base_url=self.server.address, permissions=["notifications"],
                    storage_state=visitor.context.storage_state())
                self.addCleanup(context.close)
                told = []
                context.expose_function("told", lambda call: told.append(call))
                context.add_init_script(FORMER_SUBSCRIPTION % key)
                page = context.new_page()
                page.goto("/account/reach/device")
                page.get_by_label("What you call this device").fill(name)
                page.get_by_role("button", name="Allow notifications").click()
                page.get_by_role("heading", name=f"Notification: {name}").wait_for()
                self.assertEqual(told, calls)

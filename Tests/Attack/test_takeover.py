"""Every release's installation is taken over by this program: pages, sign-in, requests, drafts and audit chains, on both engines."""

import unittest

from Harness.asking import Seeker, Supporter, ask
from Harness.interface import Client, sign_in
from Harness.releases import ENGINES, RELEASES, unpacked

ANSWER = "A word of the program that took over."


class TakingOver(unittest.TestCase):
    maxDiff = None

    def test_every_release_on_both_engines(self):
        releases = sorted(place.name for place in RELEASES.iterdir())
        self.assertTrue(releases)
        for release in releases:
            for engine in ENGINES:
                with self.subTest(release=release, engine=engine), unpacked(release, engine) as (installation, facts):
                    self.take_over(installation, facts)

    def take_over(self, installation, facts):
        self.facts = facts
        with installation.server() as server:
            self.port = server.port
            self.pages()
            tokens = self.signed_in()
            for request in facts["requests"]:
                with self.subTest(request=request["state"]):
                    getattr(self, request["state"])(request, tokens)
            self.draft(tokens)
            self.asks_anew(tokens)
            self.assertNotIn("error", server.said())
        chains = installation.audit("--checkpoints", installation.folder / "checkpoints")
        self.assertEqual({chain["agency"]: chain["broken"] for chain in chains}, {agency: None for agency in facts["logins"]})
        self.assertTrue(all(chain["againstCheckpoint"] for chain in chains))
        self.assertEqual([chain["differences"] for chain in chains], [[]] * len(chains))

    def pages(self):
        with Client(self.port) as visitor:
            for agency in self.facts["logins"]:
                for page in ("", "/ask", "/sign-in"):
                    self.assertShown(visitor, f"/agencies/{agency}{page}")

    def signed_in(self):
        """Everybody signs in, those with a second factor by it too, and sees their home; gives their sessions."""
        tokens = {}
        for agency, logins in self.facts["logins"].items():
            for login, secret in logins.items():
                token = sign_in(self.port, agency, login, self.facts["passphrase"], secret)
                with Client(self.port, token) as client:
                    self.assertShown(client, "/home")
                tokens[agency, login] = token
        return tokens

    def offered(self, request, tokens):
        """Whoever of the team is asked takes it, and both sides speak."""
        self.assertOpens(request)
        offers = {}
        for (agency, login), token in tokens.items():
            if agency == request["agency"] and login.startswith("supporter"):
                with Supporter(self.port, token) as supporter:
                    offers |= {id: token for id in supporter.offers()}
        (id, token), = offers.items()
        with Supporter(self.port, token) as supporter:
            supporter.accept(id)
        self.speaks(request, id, token)

    def accepted(self, request, tokens):
        self.assertOpens(request)
        token = tokens[request["agency"], request["supporter"]]
        self.speaks(request, self.found(request, token), token)

    def spoken(self, request, tokens):
        page = self.assertOpens(request)
        token = tokens[request["agency"], request["supporter"]]
        id = self.found(request, token)
        with Supporter(self.port, token) as supporter:
            view = str(self.read(supporter, id))
        for message in request["messages"]:
            self.assertIn(message, view)
            self.assertIn(message.replace("'", "&#39;"), page)
        self.speaks(request, id, token)

    def closed(self, request, _):
        self.assertOpens(request)

    def found(self, request, token):
        """The request's id, which the supporter finds it by: the one of theirs that has its words."""
        with Supporter(self.port, token) as supporter:
            _, listed = supporter.call("GET", "/api/v1/requests")
            for id in [item["id"] for item in listed["requests"]]:
                if request["words"] in str(self.read(supporter, id)):
                    return id
        raise AssertionError(f"Nobody finds {request['words']}.")

    @staticmethod
    def read(supporter, id):
        """What the supporter sees of the request: the words too, once the advisement was given."""
        if not supporter.view(id)["isAdvisementGiven"]:
            supporter.act(id, "advisement")
        return supporter.view(id)

    def speaks(self, request, id, token):
        """The supporter reads the seeker's words and answers, and the answer reaches the seeker."""
        with Supporter(self.port, token) as supporter:
            self.assertIn(request["words"], str(self.read(supporter, id)))
            supporter.act(id, "messages", text=ANSWER)
        self.assertIn(ANSWER, self.assertOpens(request))

    def asks_anew(self, tokens):
        """Whoever asks after the upgrade is offered to the team of before, whose keys were taken over."""
        agency = "sacramento-probation"
        team = [token for (of, login), token in tokens.items() if of == agency and login.startswith("supporter")]
        before = self.count_offers(team)
        with Client(self.port) as visitor:
            ask(visitor, agency, words="After the upgrade.")
        self.assertEqual(self.count_offers(team), before + len(team))

    def count_offers(self, team):
        many = 0
        for token in team:
            with Supporter(self.port, token) as supporter:
                many += len(supporter.offers())
        return many

    def draft(self, tokens):
        draft = self.facts["draft"]
        with Client(self.port, tokens[draft["agency"], draft["login"]]) as client:
            status, sheet = client.call("GET", f"/api/v1/sheets/{draft['month']}")
        self.assertEqual(status, 200)
        contact, = sheet["contacts"]
        contact.pop("id")
        self.assertEqual(contact, draft["contact"])

    def assertOpens(self, request):
        """The receipt opens the request, and shows its words."""
        with Seeker(self.port, request["agency"], request["receipt"]) as seeker:
            page = seeker.page()
        self.assertIn(request["words"], page)
        return page

    def assertShown(self, client, path):
        status, _, page = client.exchange("GET", path)
        self.assertEqual(status, 200, f"{path}: {page.decode()[:500]}")


if __name__ == "__main__":
    unittest.main()

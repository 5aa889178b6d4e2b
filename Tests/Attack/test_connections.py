"""Callers who say nothing, half of it, nonsense or too much: they keep nobody out, use up nothing, and are no fault of ours."""

import contextlib
import pathlib
import tempfile
import time
import unittest

from Harness.installation import Installation
from Harness.lines import Line, ask, raise_descriptors, wait_for

AGENCY = "sacramento-probation"
SIGN_IN = f"/agencies/{AGENCY}/sign-in"
SESSIONS = f"/api/v1/agencies/{AGENCY}/sessions"
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
JSON = "Content-Type: application/json\r\n"
CHUNKED = "Transfer-Encoding: chunked\r\n"


def head(method, path, more=""):
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{more}\r\n"


class Connections(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.most = raise_descriptors()
        ground = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-connections-"))
        cls.installation = Installation(pathlib.Path(ground) / "data")
        # Where nobody could open a request, none is taken.
        codes = cls.installation.found(AGENCY, {"pat": "supporter"})
        with cls.installation.server() as server:
            cls.installation.enrol(server, AGENCY, codes)

    def lines(self, server, count):
        """So many connections, which end with the test."""
        lines = []
        for _ in range(count):
            lines.append(Line(server.port))
            self.addCleanup(lines[-1].close)
        return lines

    def test_more_idle_callers_than_the_system_allows_descriptors(self):
        """systemd's default: 1,024 at first. Where the system allows no more at all either, somebody has to make room."""
        with self.installation.server(descriptors=(256, 1024)) as server:
            for opening in ("", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-", head("POST", SIGN_IN, FORM + CHUNKED)):
                lines = [line.send(opening) for line in self.lines(server, 1500)]
                for _ in range(20):
                    self.assertEqual(ask(server.port), 200)
                # It waits for them without going round and round.
                before = server.worked()
                time.sleep(2)
                self.assertLess(server.worked() - before, 1)
                for line in lines:
                    line.close()
            self.assertIsNone(server.process.poll(), server.said())
            self.says_nothing(server)

    def test_the_limit_is_raised_to_what_the_system_allows(self):
        with self.installation.server(descriptors=(64, self.most)) as server:
            limits = pathlib.Path(f"/proc/{server.process.pid}/limits").read_text(encoding="ascii")
            line = next(line for line in limits.splitlines() if line.startswith("Max open files"))
            self.assertEqual(line.split()[3:5], [str(self.most)] * 2)

    def test_ten_thousand_idle_callers(self):
        """Or as many as this machine lets the test have."""
        count = min(10_000, self.most - 500)
        with self.installation.server() as server:
            for number, line in enumerate(self.lines(server, count)):
                # Half of them have been served, and go on holding the line.
                if number % 2:
                    self.assertTrue(line.send(head("GET", "/")).answer().startswith("HTTP/1.1 200 "))
            for _ in range(50):
                self.assertEqual(ask(server.port), 200)
            self.assertLess(server.memory(), 300)
            self.says_nothing(server)

    def test_whoever_does_not_go_on_is_not_waited_for(self):
        with self.installation.server() as server:
            nothing, half_head, half_form, half_json, behind = self.lines(server, 5)
            half_head.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-")
            half_form.send(head("POST", SIGN_IN, FORM + "Content-Length: 100\r\n") + "login=a")
            half_json.send(head("POST", SESSIONS, JSON + CHUNKED) + "5\r\n{\"log\r\n")
            # One that was served first.
            behind.send(head("GET", "/")).answer()
            behind.send("GET / HT")
            slow = self.lines(server, 2)
            slow[0].send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            slow[1].send(head("POST", SIGN_IN, FORM + CHUNKED))
            ended = set()

            def drip():
                for line, letter in zip(slow, ("a", "1\r\na\r\n")):
                    with contextlib.suppress(ConnectionError):
                        line.send(letter)
                    if line.is_over():
                        ended.add(line)
                    line.socket.settimeout(30)
                return len(ended) == len(slow)

            wait_for(drip, within=60)
            self.assertEqual(nothing.rest(), "")
            for line in (half_head, half_form, half_json, behind):
                self.assertTrue(line.rest().startswith("HTTP/1.1 408 "))
            self.assertEqual(ask(server.port), 200)
            self.says_nothing(server)

    def test_nonsense_is_answered_with_its_reason(self):
        nonsense = [
            (head("POST", SIGN_IN, FORM + CHUNKED) + "zz\r\nlogin=a\r\n0\r\n\r\n", 400),
            (head("POST", SESSIONS, JSON + CHUNKED) + "2\r\n{}zz\r\n", 400),
            (head("POST", "/nowhere", FORM + CHUNKED) + "zz\r\nlogin=a\r\n0\r\n\r\n", 404),
            (head("POST", SIGN_IN, FORM + CHUNKED + "Content-Length: 3\r\n") + "3\r\na=b\r\n0\r\n\r\n", 400),
            (head("POST", SIGN_IN, FORM + "Content-Length: 3\r\nContent-Length: 4\r\n") + "a=b", 400),
            (head("POST", SIGN_IN, FORM + "Transfer-Encoding: gzip\r\n") + "a=b", 501),
            (head("POST", SIGN_IN, FORM + "Transfer-Encoding: gzip, chunked\r\n") + "3\r\na=b\r\n0\r\n\r\n", 501),
            (head("GET", "/", "X-Nothing: a\0b\r\n"), 400),
            ("GET /a\0b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400),
            (head("GET", "/", "X Nothing: a\r\n"), 400),
            (head("GET", "/", f"X-Long: {'a' * 100_000}\r\n"), 431),
            (head("GET", "/", "X-Many: a\r\n" * 2_000), 431),
            ("GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n", 505),
            ("SING / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400),
            ("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
        ]
        with self.installation.server() as server:
            for sent, status in nonsense:
                with self.subTest(sent=sent[:120]), Line(server.port) as line:
                    heard = line.send(sent).rest()
                    self.assertEqual(heard.count("HTTP/1.1 "), 1, heard)
                    self.assertTrue(heard.startswith(f"HTTP/1.1 {status} "), heard)
                    answered, _, words = heard.partition("\r\n\r\n")
                    self.assertIn("cache-control: no-store", answered.lower())
                    self.assertGreater(len(words), 20)
            with Line(server.port) as line:
                # What came before is answered; nonsense behind it ends the line.
                heard = line.send(head("GET", "/") + "\0\0\0\0\r\n\r\n").rest()
                self.assertTrue(heard.startswith("HTTP/1.1 200 "), heard)
            self.says_nothing(server)

    def test_whoever_leaves_amid_a_form_has_sent_none(self):
        with self.installation.server() as server:
            for kind, path, body in ((FORM, SIGN_IN, "login=a&passphrase=b"), (JSON, SESSIONS, "{}")):
                for sizing in (f"Content-Length: {len(body) + 1}\r\n", CHUNKED):
                    chunk = body if sizing != CHUNKED else f"{len(body):x}\r\n{body}\r\n"
                    with self.subTest(path=path, sizing=sizing), Line(server.port) as line:
                        heard = line.send(head("POST", path, kind + sizing) + chunk).say_no_more().rest()
                        self.assertTrue(heard == "" or heard.startswith("HTTP/1.1 400 "), heard)
                    with Line(server.port) as line:
                        line.send(head("POST", path, kind + sizing) + chunk)
            self.assertEqual(ask(server.port), 200)
            self.says_nothing(server)

    def test_what_nobody_wants_is_not_read(self):
        much = 200 * 1024 * 1024
        piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
        bodies = [
            ("POST", "/nowhere", FORM, 404), ("POST", "/api/v1/nowhere", JSON, 404), ("GET", "/", "", 200),
            ("POST", "/api/v1/accounts", JSON, 401), ("PUT", SIGN_IN, FORM, 404), ("POST", SIGN_IN, FORM, 413),
            ("POST", SESSIONS, JSON, 413), ("POST", SESSIONS, "Content-Type: text/plain\r\n", 415),
        ]
        with self.installation.server() as server:
            for method, path, kind, status in bodies:
                with self.subTest(method=method, path=path, kind=kind):
                    with Line(server.port) as line:
                        poured = line.send(head(method, path, kind + CHUNKED)).pour(piece, much)
                    # What lies in the system's own queues has not been read either.
                    self.assertLess(poured, 16 * 1024 * 1024)
                    # Whoever sends no more than a form may be gets the answer.
                    with Line(server.port) as line:
                        line.send(head(method, path, kind + CHUNKED))
                        line.pour(piece, 300_000 if status == 413 else 100_000)
                        self.assertTrue(line.rest().startswith(f"HTTP/1.1 {status} "))
            self.assertLess(server.memory(), 200)
            self.says_nothing(server)

    def test_whoever_takes_no_answer_holds_up_nobody(self):
        with self.installation.server() as server:
            for line in self.lines(server, 50):
                line.send(head("GET", "/") * 200)
            self.assertEqual(ask(server.port), 200)
            self.assertLess(server.memory(), 300)
            self.says_nothing(server)

    def test_the_end_does_not_wait_for_half_a_form(self):
        server = self.installation.server().start()
        idle, half_head, half_form, slow_form = self.lines(server, 4)
        half_head.send("GET / HTTP/1.1\r\nHost")
        half_form.send(head("POST", SIGN_IN, FORM + "Content-Length: 100\r\n") + "login=a")
        slow_form.send(head("POST", SIGN_IN, FORM + CHUNKED) + "1\r\na\r\n")
        self.assertEqual(ask(server.port), 200)
        server.process.terminate()
        # Ten seconds, and what a busy machine adds to them; it was more than sixty.
        self.assertEqual(server.process.wait(timeout=30), 0, server.said())
        self.says_nothing(server)

    def says_nothing(self, server):
        """That somebody left, or sent what cannot be read, is not in the log."""
        said = [line for line in server.said().splitlines() if " started" not in line]
        self.assertEqual([line for line in said if "No gateway is set" not in line and "Listening on" not in line], [])

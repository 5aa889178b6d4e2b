"""The files that operators copy, used as they are: the unit, the proxies before the server, the settings of PostgreSQL."""

import http.server
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

from Harness.certificate import Certificate
from Harness.installation import Installation
from Harness.postgresql import PostgreSQL
from Harness.proxies import DEPLOY, Caddy, Nginx
from Harness.server import Server, free_port

AGENCY = "kern-sheriff"
LARGEST_BODY = 256 * 1024
# What somebody wrote, and where they come from.
CANARY, CALLER = "canary-7Qm2", "127.0.0.77"


class Node:
    """A server behind a proxy, which keeps what arrives: it answers, hangs up on whoever asks, or holds until it is let go."""

    def __init__(self, hangs_up=False):
        self.arrivals = []
        self.lock = threading.Lock()
        self.go_on = threading.Event()
        self.go_on.set()
        node = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                # A proxy that looks whether anybody is there.
                if self.path == "/manifest.webmanifest":
                    return self.answer()
                with node.lock:
                    node.arrivals.append((self.command, self.path, self.headers, len(body)))
                node.go_on.wait(30)
                if hangs_up:
                    self.close_connection = True
                    return None
                return self.answer()

            def answer(self):
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_GET

            def log_message(self, *_):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """Whoever hangs up is no error here."""

        self.server = Quiet(("127.0.0.1", 0), Handler)

    @property
    def port(self):
        return self.server.server_address[1]

    def ids(self):
        return [path for _, path, _, _ in self.arrivals]

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.go_on.set()
        self.server.shutdown()
        self.server.server_close()


class BehindProxy:
    """What holds for either proxy."""

    kind = None
    #: How long forms may be sent back where a server is newly gone, in seconds.
    finds_out_within = 0

    @classmethod
    def setUpClass(cls):
        if not cls.kind.is_there():
            raise unittest.SkipTest(f"{cls.kind.program} is not installed: bin/setup test")
        cls.certificate = cls.enterClassContext(Certificate())

    def assertComesBack(self, answer):
        status, headers, body = answer
        self.assertEqual((status, headers["Retry-After"]), (503, "5"), body)
        self.assertIn(b"try once more", body)

    def test_people_reach_the_server(self):
        with tempfile.TemporaryDirectory(prefix="peersupport-deploy-") as folder:
            installation = Installation(folder)
            installation.found(AGENCY, {"pat": "supporter"})
            with Server("serve", "--https", *installation.options) as server, self.kind(
                    self.certificate, [server.port]) as proxy:
                status, headers, body = proxy.call("GET", f"/agencies/{AGENCY}/sign-in", headers={"Accept-Encoding": "gzip"})
                self.assertEqual(status, 200, body)
                self.assertEqual(headers["Strict-Transport-Security"], "max-age=31536000")
                self.assertIsNone(headers["Content-Encoding"])
                # A form of the page that the browser shows.
                form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://localhost:{proxy.https}"}
                words = "login=nobody&passphrase=a+long+one+that+is+wrong"
                sign_in = f"/agencies/{AGENCY}/sign-in"
                status, _, body = proxy.call("POST", sign_in, words, form)
                self.assertEqual(status, 422, body)
                status, place = proxy.call_plainly("/support?a=b")
                self.assertIn(status, (301, 308))
                self.assertTrue(place.startswith("https://localhost"), place)
                self.assertTrue(place.endswith("/support?a=b"), place)
                # The server that is started anew.
                server.stop()
                self.assertComesBack(proxy.call("GET", "/health"))
                server.start()
                end = time.monotonic() + 30
                while proxy.call("GET", f"/agencies/{AGENCY}/sign-in")[0] != 200:
                    self.assertLess(time.monotonic(), end)
                    time.sleep(0.1)

    def test_nothing_is_written_of_who_looked_at_what(self):
        with Node() as node, Node(hangs_up=True) as broken:
            for ports in [[node.port], [broken.port], [free_port()]]:
                with self.kind(self.certificate, ports) as proxy:
                    for method, body in [("GET", None), ("POST", CANARY), ("PUT", CANARY)]:
                        proxy.call(method, f"/{CANARY}?words={CANARY}", body, {"User-Agent": CANARY}, origin=CALLER)
                    proxy.call("POST", f"/{CANARY}", CANARY * LARGEST_BODY, origin=CALLER)
                    written = proxy.written()
                self.assertNotIn(CANARY, written)
                self.assertNotIn(CALLER, written)

    def test_the_callers_address_is_what_the_proxy_saw(self):
        with Node() as node, self.kind(self.certificate, [node.port]) as proxy:
            made_up = {"X-Forwarded-For": "6.6.6.6", "Forwarded": "for=6.6.6.6"}
            proxy.call("GET", "/", headers=made_up, origin=CALLER)
            [(_, _, headers, _)] = node.arrivals
            self.assertEqual(headers.get_all("X-Forwarded-For"), [CALLER])
            self.assertIsNone(headers["Forwarded"])
            self.assertEqual(headers["Host"], f"localhost:{proxy.https}")

    def test_what_was_sent_is_sent_again_only_where_it_changes_nothing(self):
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"]:
            with self.subTest(method), Node(hangs_up=True) as broken, Node() as well, self.kind(
                    self.certificate, [broken.port, well.port]) as proxy:
                # One after the other they go to each.
                answers = [proxy.call(method, f"/{number}", None if method in ("GET", "HEAD") else "words")
                           for number in range(4)]
                twice = set(broken.ids()) & set(well.ids())
                self.assertTrue(broken.arrivals and well.arrivals)
                if method in ("GET", "HEAD"):
                    self.assertEqual([status for status, _, _ in answers], [200] * 4)
                    self.assertTrue(twice)
                else:
                    self.assertEqual(twice, set())
                    self.assertEqual(len(broken.ids() + well.ids()), 4)
                    for answer in answers:
                        if answer[0] != 200:
                            self.assertComesBack(answer)

    def test_a_server_that_is_not_there_is_passed_over(self):
        with Node() as node, self.kind(self.certificate, [free_port(), node.port]) as proxy:
            # Until that is known, a form may come back to whoever sent it; never more than that.
            end = time.monotonic() + self.finds_out_within
            well_in_a_row = 0
            while well_in_a_row < 4:
                answer = proxy.call("POST", "/", "words")
                if answer[0] != 200:
                    self.assertComesBack(answer)
                    self.assertLess(time.monotonic(), end)
                well_in_a_row = well_in_a_row + 1 if answer[0] == 200 else 0
            for method in ["GET", "POST", "GET", "POST"]:
                self.assertEqual(proxy.call(method, "/", "words" if method == "POST" else None)[0], 200, method)

    def test_a_body_as_long_as_the_server_takes_and_no_longer(self):
        with Node() as node, self.kind(self.certificate, [node.port]) as proxy:
            self.assertEqual(proxy.call("POST", "/", b"a" * LARGEST_BODY)[0], 200)
            self.assertEqual(proxy.call("POST", "/", b"a" * (LARGEST_BODY + 1))[0], 413)
            self.assertEqual([length for _, _, _, length in node.arrivals if length > LARGEST_BODY], [])


class BehindNginx(BehindProxy, unittest.TestCase):
    kind = Nginx

    def test_words_are_in_no_temporary_file(self):
        with Node() as node, self.kind(self.certificate, [node.port]) as proxy:
            node.go_on.clear()
            asking = threading.Thread(target=proxy.call, args=("POST", "/", b"a" * LARGEST_BODY))
            asking.start()
            try:
                while not node.arrivals:
                    asking.join(0.05)
                files = proxy.open_files()
            finally:
                node.go_on.set()
                asking.join()
            self.assertTrue(any(path.endswith("error.log") for path in files), files)
            self.assertEqual([path for path in files if not path.endswith(".log")], [])


class BehindCaddy(BehindProxy, unittest.TestCase):
    kind = Caddy
    # Version 2.6 gives a form away with its first try.
    finds_out_within = 10


class Unit(unittest.TestCase):
    """The unit, as systemd reads it: with everything that it names in its place, below a root of its own."""

    def setUp(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("systemd is not installed: bin/setup test")
        self.root = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="peersupport-deploy-")))
        self.unit = self.root / "etc/systemd/system/peersupport.service"
        self.unit.parent.mkdir(parents=True)
        shutil.copytree("/lib/systemd/system", self.root / "lib/systemd/system", symlinks=True)
        program = self.root / "opt/peersupport/peersupport"
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\n", encoding="ascii")
        program.chmod(0o755)

    def analyze(self, *arguments):
        return subprocess.run(
            ["systemd-analyze", *arguments, f"--root={self.root}", "--no-pager", "peersupport.service"],
            capture_output=True, text=True)

    def write(self, text):
        self.unit.write_text(text, encoding="utf-8")

    def test_systemd_takes_it(self):
        text = (DEPLOY / "systemd" / "peersupport.service").read_text(encoding="utf-8")
        self.write(text)
        done = self.analyze("verify")
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))
        # What it finds fault with, where there is a fault.
        self.write(text.replace("LimitCORE=0", "LimitCores=0"))
        self.assertIn("LimitCores", self.analyze("verify").stderr)

    def test_it_is_shut_in(self):
        text = (DEPLOY / "systemd" / "peersupport.service").read_text(encoding="utf-8")
        exposure = ["security", "--offline=true", "--threshold=15"]
        self.write(text)
        self.assertEqual(self.analyze(*exposure).returncode, 0)
        self.write(text.replace("ProtectSystem=strict", "").replace("SystemCallFilter=@system-service", ""))
        self.assertNotEqual(self.analyze(*exposure).returncode, 0)

    def test_it_has_room_and_time(self):
        lines = (DEPLOY / "systemd" / "peersupport.service").read_text(encoding="utf-8").splitlines()
        self.assertIn("LimitNOFILE=65536", lines)
        self.assertIn("LimitCORE=0", lines)
        self.assertIn("TimeoutStopSec=20", lines)


class DatabaseLog(unittest.TestCase):
    """What people enter stands in no log of the database: not when it fails, and not when it takes long."""

    PROVOCATIONS = [
        f"SELECT 1 / 0 AS \"{CANARY}\"", f"SELEKT '{CANARY}'", f"SELECT pg_sleep(0.2), '{CANARY}'",
        f"CREATE TEMP TABLE t (a TEXT PRIMARY KEY); INSERT INTO t VALUES ('{CANARY}'); INSERT INTO t VALUES ('{CANARY}')",
        f"CREATE TEMP TABLE u (a TEXT CHECK (length(a) < 3)); INSERT INTO u VALUES ('{CANARY}')",
        f"PREPARE p (TEXT) AS SELECT 1 / length($1 || '{CANARY}') - 0 / (length($1) - 3); EXECUTE p ('abc')",
        f"SET statement_timeout = 50; SELECT pg_sleep(5), '{CANARY}'",
    ]

    def log_of(self, *settings):
        """What a cluster with those files of settings writes."""
        with PostgreSQL(settings, keeps_log=True) as server:
            server.create("log")
            for sql in self.PROVOCATIONS:
                try:
                    server.psql("log", sql)
                except AssertionError:
                    pass
            return server.log()

    def test_no_statement_enters_the_log(self):
        log = self.log_of(DEPLOY / "postgresql" / "peersupport.conf")
        self.assertIn("database system is ready", log)
        self.assertIn("ERROR", log, "that something failed is logged")
        self.assertNotIn(CANARY, log)

    def test_without_the_settings_they_do(self):
        self.assertIn(CANARY, self.log_of())


if __name__ == "__main__":
    unittest.main()

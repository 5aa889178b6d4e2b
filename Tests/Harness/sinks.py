"""Gateways of this machine, where everything arrives that is sent by HTTP: a provider of texts and calls, a push service."""

import http.server
import threading
import time
import urllib.parse


class Sink:
    """Something that takes what is sent as long as its block lasts, encrypted where it has a certificate."""

    def __init__(self, certificate=None):
        self.lock = threading.Lock()
        sink = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(sink.take(self.path, self.headers, body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_POST

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """Callers that were killed, or do not trust the certificate, hang up: that is no error here."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.scheme = "http"
        if certificate:
            self.scheme = "https"
            self.server.socket = certificate.context.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def address(self):
        return f"{self.scheme}://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class Provider(Sink):
    """Takes texts and calls as most providers do: a form, with a secret in a header."""

    secret = "Bearer a-secret-of-the-provider"

    def __init__(self, certificate=None):
        super().__init__(certificate)
        self.arrivals = []
        self.refused = 0
        self.stalling = 0

    def take(self, path, headers, body):
        if headers["Authorization"] != self.secret:
            self.refused += 1
            return 401
        form = urllib.parse.parse_qs(body.decode())
        # A moment on the way there, as on any line: kills strike within it.
        time.sleep(0.2)
        with self.lock:
            self.arrivals.append(
                {"key": headers["Idempotency-Key"], "number": form["To"][0], "words": form["Body"][0], "path": path})
            stalls = self.stalling > 0
            self.stalling -= stalls
        if stalls:
            # Longer than anybody waits: the words were taken, and whoever sent them never learns it.
            time.sleep(20)
        return 201

    def stall(self, times):
        """Takes the next few, and does not answer in time."""
        with self.lock:
            self.stalling = times

    def environment(self, kind):
        """The settings of a server that sends that kind (TEXT or CALL) here."""
        return {
            f"PEERSUPPORT_{kind}_URL": f"{self.address}/{kind.lower()}",
            f"PEERSUPPORT_{kind}_AUTHORIZATION": self.secret,
            f"PEERSUPPORT_{kind}_FIELDS": "From=%2B15550100",
        }


class PushService(Sink):
    """Takes what is pushed to its subscriptions, as a browser's push service does."""

    def __init__(self, certificate=None):
        super().__init__(certificate)
        self.pushes = []

    def take(self, path, headers, body):
        with self.lock:
            self.pushes.append({"path": path, "headers": dict(headers.items()), "body": body})
        return 201

    def environment(self):
        """The settings of a server that knows this push service."""
        return {"PEERSUPPORT_PUSH_CONTACT": "mailto:it@agency.example.org", "PEERSUPPORT_PUSH_SERVICES": "127.0.0.1"}


class Watchman(Sink):
    """Expects to be asked every minute."""

    def __init__(self, certificate=None):
        super().__init__(certificate)
        self.asked = []

    def take(self, path, headers, body):
        self.asked.append(path)
        return 200

    def environment(self):
        return {"PEERSUPPORT_DEAD_MAN_URL": f"{self.address}/beat/a-secret"}

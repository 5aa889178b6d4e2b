"""Gateways of this machine, where everything arrives that is sent: a provider of texts and calls, and a mail server."""

import datetime
import email
import http.server
import ipaddress
import logging
import pathlib
import shutil
import ssl
import tempfile
import threading
import time
import urllib.parse

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from Harness.server import free_port

# Callers that were killed, or do not trust the certificate, hang up: that is no error here.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class Certificate:
    """A certificate of this machine, signed by itself: whoever trusts its file trusts it, nobody else does."""

    def __init__(self, folder):
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
        now = datetime.datetime.now(datetime.UTC)
        certificate = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(
                x509.SubjectAlternativeName(
                    [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
            .sign(key, hashes.SHA256()))
        self.file = pathlib.Path(folder) / "certificate.pem"
        self.file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        key_file = pathlib.Path(folder) / "key.pem"
        key_file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.file, key_file)


class Sink:
    """Something that listens as long as its block lasts."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="peersupport-sink-")
        self.certificate = Certificate(self.folder)
        self.lock = threading.Lock()

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


class Provider(Sink):
    """Takes texts and calls as most providers do: a form, posted by HTTPS, with a secret in a header."""

    secret = "Bearer a-secret-of-the-provider"

    def __init__(self):
        super().__init__()
        self.arrivals = []
        self.refused = 0
        self.stalling = 0
        sink = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                status = sink.take(self.path, self.headers, urllib.parse.parse_qs(body))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """Silence, for the same reason."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.socket = self.certificate.context.wrap_socket(
            self.server.socket, server_side=True, do_handshake_on_connect=False)

    def take(self, path, headers, form):
        if headers["Authorization"] != self.secret:
            self.refused += 1
            return 401
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

    def environment(self, kind, trusted=True):
        """The settings of a server that sends that kind (TEXT or CALL) here."""
        port = self.server.server_address[1]
        settings = {
            f"PEERSUPPORT_{kind}_URL": f"https://127.0.0.1:{port}/{kind.lower()}",
            f"PEERSUPPORT_{kind}_AUTHORIZATION": self.secret,
            f"PEERSUPPORT_{kind}_FIELDS": "From=%2B15550100",
        }
        return settings | ({"PEERSUPPORT_GATEWAY_CERTIFICATES": str(self.certificate.file)} if trusted else {})

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *outcome):
        self.server.shutdown()
        self.server.server_close()
        super().__exit__(*outcome)


class MailServer(Sink):
    """Takes letters after STARTTLS and a login, and nothing before."""

    user, password = "peers", "a-secret-of-the-mail-server"

    def __init__(self):
        super().__init__()
        self.letters = []
        self.controller = Controller(
            self, hostname="127.0.0.1", port=free_port(), tls_context=self.certificate.context, require_starttls=True,
            authenticator=self.authenticate, auth_required=True)

    def authenticate(self, server, session, envelope, mechanism, data):
        is_known = data.login.decode() == self.user and data.password.decode() == self.password
        return AuthResult(success=is_known, handled=is_known)

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content)
        with self.lock:
            self.letters.append(
                {"to": envelope.rcpt_tos, "key": letter["Message-ID"], "from": envelope.mail_from,
                 "headers": dict(letter.items()), "words": letter.get_payload().strip(), "tls": session.ssl is not None})
        return "250 taken"

    def environment(self, trusted=True):
        settings = {
            "PEERSUPPORT_SMTP_URL": f"smtp://127.0.0.1:{self.controller.port}",
            "PEERSUPPORT_SMTP_FROM": "peer.support@agency.example.org",
            "PEERSUPPORT_SMTP_USER": self.user,
            "PEERSUPPORT_SMTP_PASSWORD": self.password,
        }
        return settings | ({"PEERSUPPORT_GATEWAY_CERTIFICATES": str(self.certificate.file)} if trusted else {})

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *outcome):
        self.controller.stop()
        super().__exit__(*outcome)

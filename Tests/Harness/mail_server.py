"""A mail server of this machine, where every letter arrives that is sent."""

import email
import logging
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from Harness.server import free_port

# Callers that were killed, or do not trust the certificate, hang up: that is no error here.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class MailServer:
    """Takes letters after STARTTLS and a login, and nothing before."""

    user, password = "peers", "a-secret-of-the-mail-server"

    def __init__(self, certificate):
        self.lock = threading.Lock()
        self.letters = []
        # What it answers to a sender and to recipients instead of taking them, one after the other.
        self.refusals = {"MAIL": [], "RCPT": []}
        self.controller = Controller(
            self, hostname="127.0.0.1", port=free_port(), tls_context=certificate.context, require_starttls=True,
            authenticator=self.authenticate, auth_required=True)

    def authenticate(self, server, session, envelope, mechanism, data):
        is_known = data.login.decode() == self.user and data.password.decode() == self.password
        return AuthResult(success=is_known, handled=is_known)

    def refusal(self, command):
        with self.lock:
            return self.refusals[command].pop(0) if self.refusals[command] else None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if refusal := self.refusal("MAIL"):
            return refusal
        envelope.mail_from = address
        return "250 fine"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if refusal := self.refusal("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content)
        with self.lock:
            self.letters.append(
                {"to": envelope.rcpt_tos, "key": letter["Message-ID"], "from": envelope.mail_from,
                 "headers": dict(letter.items()), "words": letter.get_payload().strip(), "tls": session.ssl is not None,
                 "hello": session.host_name})
        return "250 taken"

    def environment(self):
        """The settings of a server that sends letters here."""
        return {
            "PEERSUPPORT_SMTP_URL": f"smtp://127.0.0.1:{self.controller.port}",
            "PEERSUPPORT_SMTP_FROM": "peer.support@agency.example.org",
            "PEERSUPPORT_SMTP_USER": self.user,
            "PEERSUPPORT_SMTP_PASSWORD": self.password,
        }

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()

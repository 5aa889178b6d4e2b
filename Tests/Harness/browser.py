"""The part of a browser that takes notifications (Web Push: RFC 8291, RFC 8292)."""

import base64
import json
import os
import re
import time
import urllib.parse

import http_ece
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature


def _text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Browser:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = os.urandom(16)

    @property
    def subscription(self):
        """What a page gets of it."""
        public = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
        return {"endpoint": self.endpoint, "p256dh": _text(public), "auth": _text(self.secret)}

    def read(self, push):
        """The words of a push, once its push service would have taken it and its sender is who it says."""
        self._check(push["headers"])
        return http_ece.decrypt(
            push["body"], private_key=self.key, auth_secret=self.secret, version="aes128gcm").decode()

    def _check(self, headers):
        assert headers["Content-Encoding"] == "aes128gcm" and int(headers["TTL"]) > 0
        assert headers["Urgency"] in ("normal", "high")
        token, sender = re.fullmatch(r"vapid t=([^,]+), k=(\S+)", headers["Authorization"]).groups()
        signed, signature = token.rsplit(".", 1)
        halves = _bytes(signature)
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(sender))
        key.verify(
            encode_dss_signature(int.from_bytes(halves[:32]), int.from_bytes(halves[32:])), signed.encode(),
            ec.ECDSA(hashes.SHA256()))
        claims = json.loads(_bytes(signed.split(".")[1]))
        parts = urllib.parse.urlsplit(self.endpoint)
        assert claims["aud"] == f"{parts.scheme}://{parts.netloc}" and claims["sub"].startswith("mailto:")
        assert time.time() < claims["exp"] <= time.time() + 86_400

"""What somebody tries who has every file of an installation, and knows how requests are sealed (docs/decisions/receipts.md).

Written from the description, apart from the product: with a receipt it opens a request, so that opening nothing without one
shows something.
"""

import hashlib
import hmac
import json
import pathlib
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
DOORS = [("passphrase", "wrapped_key"), ("recovery code", "recovery_key")]
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Closed(Exception):
    """It does not open."""


def binding(purpose, *ids):
    """What a sealed or derived value is for, and whose it is: each field with its length before it."""
    fields = [field if isinstance(field, bytes) else field.encode() for field in ("peersupport", purpose, *ids)]
    return b"".join(struct.pack(">I", len(field)) + field for field in fields)


def hkdf(key, info, salt=b"", count=32):
    """HKDF-SHA256 (RFC 5869) for at most 32 bytes."""
    stretched = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(stretched, info + b"\1", hashlib.sha256).digest()[:count]


def id_bytes(text):
    """The 16 bytes of an id in base32, small letters without padding."""
    number = 0
    for letter in text:
        number = number << 5 | "abcdefghijklmnopqrstuvwxyz234567".index(letter)
    return (number >> (len(text) * 5 - 128)).to_bytes(16, "big")


def receipt_bytes(text):
    """The 13 bytes of a receipt, without its check symbol."""
    number = 0
    for symbol in text.replace("-", "")[:-1]:
        number = number << 5 | CROCKFORD.index(symbol)
    return (number >> 1).to_bytes(13, "big")


def unsealed(sealed, key, purpose):
    """The content of what one secret key seals."""
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[1:13], sealed[13:], purpose)
    except InvalidTag:
        raise Closed from None


def opened(copy, private, request, holder):
    """The request's key out of a holder's copy."""
    try:
        return SUITE.decrypt(copy[1:], X25519PrivateKey.from_private_bytes(private), binding("request key", request, holder))
    except InvalidTag:
        raise Closed from None


class Keys:
    """The server's own keys, by the names of their files."""

    def __init__(self, folder):
        self.files = {file.name: file.read_bytes() for file in sorted(pathlib.Path(folder).iterdir())}

    def derived(self):
        """Each key, and what the server itself makes of it."""
        for name, key in self.files.items():
            yield name, key
            for purpose in [
                "id of a receipt", "key of a receipt", "receipt id", "receipt key", "seeker pass", "reserved copies key",
                "receipt", "sheet key",
            ]:
                yield f"{name} for {purpose}", hkdf(key, binding(purpose))

    def of_receipt(self, receipt):
        """The id and the private half that a receipt opens."""
        secret = receipt_bytes(receipt)
        return (
            hkdf(secret, binding("id of a receipt"), salt=self.files["receipt-id.key"]),
            hkdf(secret, binding("key of a receipt"), salt=self.files["receipt-key.key"]))

    def unlocked(self, locked, request, holder):
        """A copy that was kept back until the first contact: the server's to give, and still sealed to its holder."""
        key = hkdf(self.files["seeker-pass.key"], binding("reserved copies key"))
        return unsealed(locked, key, binding("reserved copy", request, holder))


class Loot:
    """Everything of the requests as the database has it. `rows` as in Harness.rows."""

    def __init__(self, rows):
        self.requests = {row["id"]: row for row in rows.of("request")}
        self.copies = [(row["request"], row["account"], row["sealed"]) for row in rows.of("request_copy")]
        self.copies += [(row["id"], "seeker", row["seeker_copy"]) for row in self.requests.values()]
        self.copies += [
            (row["request"], row["account"], row["sealed"]) for row in rows.of("request_consultation") if row["sealed"]
        ]
        self.reserves = [(row["request"], row["account"], row["locked"]) for row in rows.of("request_reserve")]
        self.parts = [
            (id, part, row[part], binding(f"request {part}", id_bytes(id)))
            for id, row in self.requests.items() for part in ("card", "words", "course")
        ]
        self.parts += [
            (row["request"], part, row["sealed"], binding(f"request {part}", id_bytes(row["request"]), id_bytes(row["id"])))
            for part in ("message", "consent") for row in rows.of(f"request_{part}")
        ]
        self.wrapped = [
            (f"{row['login']}'s key by {door}", row[column], binding(f"account key by {door}", row["id"]))
            for row in rows.of("account") for door, column in DOORS if row[column]
        ]
        self.wrapped += [
            ("a key in a session", row["wrapped_key"], binding("account key in session", row["account"], row["id"]))
            for row in rows.of("session")
        ]

    def opened_with_receipt(self, keys, receipt):
        """Everything of its request in plain words, or Closed."""
        row_id, private = keys.of_receipt(receipt)
        row = next((row for row in self.requests.values() if row["receipt"] == row_id), None)
        if row is None:
            raise Closed
        key = opened(row["seeker_copy"], private, row["id"], "seeker")
        return {
            (part, sealed): json.loads(unsealed(sealed, key, purpose).rstrip(b"\0")[:-1])
            for request, part, sealed, purpose in self.parts if request == row["id"]
        }

    def opened_without_secret(self, keys):
        """What opens with any key file, or what is made of one. Nothing should."""
        copies = self.copies + [
            (request, account, keys.unlocked(locked, request, account)) for request, account, locked in self.reserves
        ]
        secrets = list(keys.derived())
        for what, wrapped, purpose in self.wrapped:
            yield from self._tried(secrets, what, lambda key: unsealed(wrapped, key, purpose))
        for request, holder, copy in copies:
            yield from self._tried(
                secrets, f"a copy for {holder}", lambda key: opened(copy, key, request, holder))
        for request, part, sealed, purpose in self.parts:
            yield from self._tried(secrets, part, lambda key: unsealed(sealed, key, purpose))

    @staticmethod
    def _tried(secrets, what, open_with):
        for name, key in secrets:
            try:
                open_with(key)
            except Closed:
                continue
            yield f"{what} with {name}"

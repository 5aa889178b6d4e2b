"""An authenticator app, as people have it on their phones."""

import base64
import hashlib
import hmac
import struct
import time


def digits_of(key):
    """The present six digits of that key (RFC 6238)."""
    secret = base64.b32decode(key.replace(" ", ""), casefold=True)
    mac = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = mac[19] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 10**6:06}"

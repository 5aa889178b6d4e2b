"""Receipts as the program writes them: Crockford's base32 in groups of four, his check symbol last."""

import secrets

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BYTES, SIGNS = 13, 21


def never_handed_out():
    """A receipt with nothing wrong in it, which belongs to nobody."""
    number = secrets.randbits(BYTES * 8)
    while number % 37 >= len(SYMBOLS):
        number = secrets.randbits(BYTES * 8)
    # The last of the signs is filled up with a zero bit.
    padded = number << (SIGNS * 5 - BYTES * 8)
    signs = "".join(SYMBOLS[padded >> 5 * place & 31] for place in reversed(range(SIGNS))) + SYMBOLS[number % 37]
    return "-".join(signs[start:start + 4] for start in range(0, len(signs), 4))

"""Words that nobody says, to be planted where people write, and the search for them in whatever a thief can carry off."""

import base64
import codecs
import os
import pathlib
import secrets
import string


def random_letters(count):
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(count))


class Canaries:
    """Distinct words that share one mark. A search for the mark finds each of them."""

    def __init__(self):
        self.mark = random_letters(12)

    def word(self, about):
        """A word of its own; what it is about stands behind the mark, so that a find explains itself."""
        return f"{self.mark}{about}{random_letters(6)}"


def forms(secret):
    """The bytes as which a text or a value could stand in a file, by name."""
    content = secret.encode() if isinstance(secret, str) else secret
    found = {"as it is": content, "in hex": content.hex().encode(), "in HEX": content.hex().upper().encode()}
    if isinstance(secret, str):
        found["in UTF-16, little end first"] = codecs.encode(secret, "utf-16-le")
        found["in UTF-16, big end first"] = codecs.encode(secret, "utf-16-be")
    for name, encode in [("base64", base64.b64encode), ("base64url", base64.urlsafe_b64encode)]:
        # Wherever it begins in what was encoded: its inner part then looks one of three ways.
        for shift in range(3):
            text = encode(bytes(shift) + content)
            found[f"in {name}, shifted by {shift}"] = text[-(-shift * 8 // 6):(shift + len(content)) * 8 // 6]
    return found


def finds(secrets_by_name, *places):
    """Where any of them stands in those files and folders, with what stands around it."""
    wanted = [
        (name, form, content) for name, secret in secrets_by_name.items() for form, content in forms(secret).items()
    ]
    found = []
    for file in files(*places):
        held = file.read_bytes()
        for name, form, content in wanted:
            if (place := held.find(content)) >= 0:
                found.append(f"{name}, {form}, in {file}: {held[max(0, place - 30):place + 60]!r}")
    return found


def files(*places):
    """Every plain file in them."""
    for place in map(pathlib.Path, places):
        if place.is_file():
            yield place
        for folder, _, names in os.walk(place):
            yield from (file for name in names if (file := pathlib.Path(folder) / name).is_file())

#!/usr/bin/env python3
"""Checks an export of an agency's audit chain without the software that wrote it.

    audit-verify.py EXPORT.jsonl [CHECKPOINT.json PUBLIC-KEY-HEX]

Exit status: 0 intact, 1 broken, 2 wrong use or unreadable input, 3 intact but the signature could not be checked here.
The byte form of an entry is in docs/decisions/audit-chain.md.
"""
import hashlib, json, struct, sys

number = lambda n: struct.pack(">q", n)
field = lambda b: struct.pack(">I", len(b)) + b
text = lambda s: field(s.encode())


def encoding(e):
    subject = b"\1" + text(e["subject"]) if "subject" in e else b"\0"
    clauses = struct.pack(">I", len(e["clauses"])) + b"".join(map(text, e["clauses"]))
    return (b"\1" + text(e["agency"]) + number(e["sequence"]) + number(e["at"]) + text(e["actor"]) + text(e["act"])
            + subject + clauses + field(bytes.fromhex(e["pack"])) + field(bytes.fromhex(e["payload"])))


def beginning(agency):
    return hashlib.sha256(text("peersupport audit chain") + text(agency)).digest()


def verify(lines, checkpoint):
    agency, last, link = checkpoint and checkpoint["agency"], 0, None
    for place, entry in enumerate(map(json.loads, lines), 1):
        agency = agency or entry["agency"]
        link = link or beginning(agency)
        if (entry["agency"], entry["sequence"]) != (agency, place):
            sys.exit(f"record {place}: {entry['sequence']} of {entry['agency']} stands in its place")
        link, last = hashlib.sha256(link + encoding(entry)).digest(), place
        if link.hex() != entry["hash"]:
            sys.exit(f"record {place}: changed after it was written")
        if checkpoint and place == checkpoint["sequence"] and link.hex() != checkpoint["hash"]:
            sys.exit(f"record {place}: not the one the checkpoint vouches for")
    if checkpoint and last < checkpoint["sequence"]:
        sys.exit(f"the chain ends at {last}, the checkpoint vouches for {checkpoint['sequence']} records")
    return last


def vouched(lines):
    """What the chain vouches for, by how it came to: the newest entry for each account or role counts."""
    newest = {}
    for entry in map(json.loads, lines):
        what, _, how = entry["act"].partition(".")
        if what in ("account", "role") and how in ("vouched", "taken-over", "accepted"):
            newest[entry["subject"]] = how
    return {how: list(newest.values()).count(how) for how in ("vouched", "taken-over", "accepted")}


def signature_checked(c, key):
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return False
    signed = (text("peersupport audit checkpoint") + b"\1" + text(c["agency"]) + number(c["sequence"])
              + field(bytes.fromhex(c["hash"])) + text(c["day"]) + number(c["at"]))
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(c["signature"]), signed)
    except InvalidSignature:
        sys.exit("the checkpoint does not carry a valid signature of this key")
    return True


def main():
    if len(sys.argv) not in (2, 4):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        checkpoint = json.load(open(sys.argv[2], encoding="utf-8")) if len(sys.argv) == 4 else None
        checked = checkpoint is None or signature_checked(checkpoint, sys.argv[3])
        with open(sys.argv[1], encoding="utf-8") as export:
            count = verify(export, checkpoint)
            export.seek(0)
            kinds = vouched(export)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error) as problem:
        print(f"cannot read: {problem!r}", file=sys.stderr)
        return 2
    print(f"intact: {count} records" + ("" if checked else "; signature NOT checked (needs the cryptography package)"))
    if any(kinds.values()):
        print(f"vouches for accounts and roles: {kinds['vouched']} by acts, {kinds['taken-over']} taken over as they were, "
              f"{kinds['accepted']} accepted by the operator. Whether the rows agree only the server can tell: audit verify.")
    return 0 if checked else 3


sys.exit(main())

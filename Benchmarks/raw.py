"""What no product can pass: SQLite's own commits that wait for the disk, and a key derivation alone."""

import hashlib
import sqlite3
import time

from Benchmarks.load import Measured


def commits_of_sqlite(folder, seconds):
    database = sqlite3.connect(f"{folder}/raw.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, content BLOB)")
    times, end = [], time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        database.execute("INSERT INTO entry (content) VALUES (randomblob(100))")
        times.append((time.monotonic() - began) * 1000)
    database.close()
    times.sort()
    return Measured(
        len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100], "one writer, one row a commit")


def derivations(rounds, seconds):
    """Scrypt alone, one after the other, with the work of a passphrase or of a receipt (`rounds`), by OpenSSL."""
    times, end = [], time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        hashlib.scrypt(b"secret", salt=b"salt", n=rounds, r=8, p=1, maxmem=1 << 27, dklen=64)
        times.append((time.monotonic() - began) * 1000)
    times.sort()
    return Measured(len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100], "nothing but scrypt")

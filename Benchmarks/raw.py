"""What no product can pass: the engine's own commits that wait for the disk, and a key derivation alone."""

import hashlib
import pathlib
import sqlite3
import tempfile
import time

from Benchmarks.load import CLIENTS, Measured


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


def commits_of_postgresql(server, seconds):
    server.create("raw")
    server.psql("raw", "CREATE TABLE entry (id BIGSERIAL PRIMARY KEY, content TEXT)")
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script, tempfile.TemporaryDirectory() as folder:
        script.write("INSERT INTO entry (content) VALUES (repeat('x', 100));\n")
        script.flush()
        server.pgbench(
            "raw", "--no-vacuum", "--protocol", "prepared", "-c", CLIENTS, "-j", 1, "-T", seconds, "-f", script.name,
            "--log", "--log-prefix", f"{folder}/log")
        times = []
        for log in pathlib.Path(folder).iterdir():
            times += [int(row.split()[2]) / 1000 for row in log.read_text(encoding="ascii").splitlines()]
    times.sort()
    return Measured(
        len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100],
        f"{CLIENTS} writers, one row a commit")


def derivations(rounds, seconds):
    """Scrypt alone, one after the other, with the work of a passphrase or of a receipt (`rounds`), by OpenSSL."""
    times, end = [], time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        hashlib.scrypt(b"secret", salt=b"salt", n=rounds, r=8, p=1, maxmem=1 << 27, dklen=64)
        times.append((time.monotonic() - began) * 1000)
    times.sort()
    return Measured(len(times) / seconds, times[len(times) // 2], times[len(times) * 99 // 100], "nothing but scrypt")

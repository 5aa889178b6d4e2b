"""How fast the acts are that people do most, beside a bare route of the same server and the engine alone.

Nothing is asserted: a figure belongs to the machine and the minute it was taken on. The ratios travel better.
"""

import argparse
import contextlib
import tempfile

from Benchmarks.load import Load
from Benchmarks.programme import Programme
from Benchmarks.raw import commits_of_sqlite, derivations
from Benchmarks.same_statements import entries_of_postgresql
from Benchmarks.state import AGENCIES, CONTACTS, fill_postgresql, fill_sqlite
from Harness.installation import Installation
from Harness.postgresql import PostgreSQL

# What waits on a key derivation that is slow on purpose, with the rounds of its scrypt.
SLOW = {"login": 1 << 16}
# What is committed to disk before it is answered, beside the engine alone.
COMMITTED = {"entry of a contact", "asking for support"}


def main():
    options = argparse.ArgumentParser(
        prog="bin/bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--large", action="store_true",
        help=f"measure again with {AGENCIES} agencies and {CONTACTS:,} contacts in the database")
    options.add_argument("--engine", choices=["sqlite", "postgresql"], help="this engine alone")
    options.add_argument("--seconds", type=int, default=6, help="how long each route is asked (default: 6)")
    chosen = options.parse_args()
    for engine in [chosen.engine] if chosen.engine else ["sqlite", "postgresql"]:
        measure(engine, chosen)


def measure(engine, chosen):
    with contextlib.ExitStack() as ground:
        folder = ground.enter_context(tempfile.TemporaryDirectory(prefix="peersupport-bench-"))
        if engine == "sqlite":
            installation = Installation(folder)
            engine_alone = lambda: commits_of_sqlite(tempfile.mkdtemp(dir=folder), chosen.seconds)
            fill = lambda: fill_sqlite(installation.sqlite)
        else:
            postgresql = ground.enter_context(PostgreSQL())
            installation = Installation(folder, postgresql.create("bench"))
            engine_alone = lambda: entries_of_postgresql(postgresql, "bench", chosen.seconds)
            fill = lambda: fill_postgresql(postgresql, "bench")
        print(f"\n{engine}, one agency\n")
        programme = Programme(installation)
        small = ask(installation, programme, engine_alone, chosen.seconds)
        if chosen.large:
            fill()
            print(f"\n{engine}, {AGENCIES} agencies, {CONTACTS:,} contacts\n")
            large = ask(installation, programme, engine_alone, chosen.seconds)
            compare(engine, small, large)


def compare(engine, small, large):
    """What the size of the database costs. The machine was never the same twice: the bare route says how much it changed."""
    machine = large["bare route"].rate / small["bare route"].rate
    print(f"\n{engine}: requests a second with the large database, as a share of those with the small one\n")
    print(f"  {'':<28}{'measured':>9}{'beside the bare route':>24}")
    for name, before in small.items():
        share = large[name].rate / before.rate
        print(f"  {name:<28}{share:>9.2f}{share / machine:>24.2f}")


def ask(installation, programme, engine_alone, seconds):
    """Asks each route in turn and prints a line for it; gives the measurements by name."""
    measured = {}
    with installation.server() as server:
        programme.offer(server)
        load = Load(server.port, seconds)
        print(f"  {'':<28}{'a second':>9}{'p50 ms':>9}{'p99 ms':>9}  ratio")
        bare = measured["bare route"] = load.run([programme.bare(server)])
        line("bare route", bare, "")
        for name, requests, clients in programme.routes():
            answer = measured[name] = load.run(requests, clients)
            told = f"{answer.rate / bare.rate:.3g} of the bare route"
            if name in COMMITTED:
                alone = engine_alone()
                told += f", {answer.rate / alone.rate:.2f} of the engine alone"
            if name in SLOW:
                slow = derivations(SLOW[name], seconds / 3)
                told += f"; the derivation alone {slow.p50:.1f} ms, {slow.p50 / answer.p50:.2f} of it"
            line(name, answer, told)
            if name in COMMITTED:
                line("the engine alone", alone, alone.about)
        crowd = measured["sixty ask at once"] = programme.crowd(server)
        line("sixty ask at once", crowd, crowd.about)
        taken = measured["taking an offer"] = programme.accept_all(server)
        line("taking an offer", taken, f"{taken.rate / bare.rate:.3g} of the bare route; one client, {taken.about}")
        print(f"  resident memory of the server: {server.memory():.0f} MiB")
    return measured


def line(name, answer, about):
    print(f"  {name:<28}{answer.rate:>9,.0f}{answer.p50:>9.2f}{answer.p99:>9.2f}  {about}", flush=True)


if __name__ == "__main__":
    main()

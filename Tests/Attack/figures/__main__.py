"""Attacks the published figures of many programme-years and prints what came of it; `bin/attack` runs it."""

import argparse
import math
import multiprocessing
import os
import sys

from Attack.figures import trial
from Attack.figures.outcome import SIZES, Outcome, attacked, size

# The plain rule and τ-Argus give so much away that a part of the programmes shows it as well as all of them.
# No multiple of the number of packs, so that each has its turn.
COMPARED = 4
BESIDE_ARGUS = 19


def one(work):
    number, seed, argus_python = work
    programme = trial.made(number, seed)
    outcome = attacked(
        programme, compared=number % COMPARED == 0, argus=argus_python if number % BESIDE_ARGUS == 0 else None)
    return programme.pack, size(programme), outcome


def shown(value, digits=2):
    return "–" if math.isnan(value) else f"{value:.{digits}f}"


def table(outcomes):
    heads = ["pack", "contacts a year", "years", "cells", "exact", "narrower", "rests", "exact", "open", "left out", "waiting"]
    rows = []
    for (pack, how_many), found in outcomes:
        rows.append([
            pack, how_many, found.years, found.ours.cells, found.ours.exact, found.ours.narrower, found.rests.cells,
            found.rests.exact, found.ours.undecided + found.rests.undecided, found.left_out,
            f"{found.waiting} of {found.publications}"])
    yield from lines(heads, rows)


def utility(outcomes):
    heads = ["pack", "contacts a year", "month", "year", "as told", "plain: month", "year", "small", "exact", "narrower"]
    rows = []
    for (pack, how_many), found in outcomes:
        shares = [found.share("ours", grain) for grain in ("month", "year", "as told")]
        shares += [found.share("plain", grain) for grain in ("month", "year")]
        rows.append([pack, how_many, *map(shown, shares), found.plain.cells, found.plain.exact, found.plain.narrower])
    yield from lines(heads, rows)


def argus(outcomes):
    heads = ["pack", "contacts a year", "month", "year", "τ-Argus: month", "year", "small", "exact", "narrower"]
    rows = []
    for (pack, how_many), found in outcomes:
        shares = [found.share(rule, grain) for rule in ("ours beside argus", "argus") for grain in ("month", "year")]
        rows.append([pack, how_many, *map(shown, shares), found.rival.cells, found.rival.exact, found.rival.narrower])
    yield from lines(heads, rows)


def lines(heads, rows):
    rows = [heads, *([str(field) for field in row] for row in rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(heads))]
    for row in rows:
        yield "  ".join(field.ljust(width) if place < 2 else field.rjust(width) for place, (field, width) in enumerate(zip(row, widths)))


def main():
    options = argparse.ArgumentParser(prog="bin/attack", description=__doc__)
    options.add_argument("--years", type=int, default=1000, help="how many programme-years; each programme has two")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--argus", help="the Python that has pytauargus")
    chosen = options.parse_args()
    by = {}
    work = [(number, chosen.seed, chosen.argus) for number in range((chosen.years + 1) // 2)]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for pack, how_many, outcome in pool.imap_unordered(one, work):
            by[pack, how_many] = by.get((pack, how_many), Outcome()) + outcome
    outcomes = sorted(by.items(), key=lambda entry: (entry[0][0], [name for _, name in SIZES].index(entry[0][1])))
    all_ = sum((outcome for _, outcome in outcomes), Outcome())
    print("What a reader of everything found out (cells: counts below the threshold, of every grain; rests: beside one's own):")
    print("\n".join(table([*outcomes, (("all", ""), all_)])))
    print("\nThe share of the counts above zero that can be read or worked out, beside rules that promise less:")
    print("\n".join(utility([*outcomes, (("all", ""), all_)])))
    if chosen.argus:
        print("\nOne table alone, months by the question with most options, beside τ-Argus on it, attacked as if nothing else were told:")
        print("\n".join(argus([*outcomes, (("all", ""), all_)])))
    for line in all_.broken[:40]:
        print(line)
    if all_.broken or all_.ours.cells == 0:
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Protects one table of months and options with τ-Argus (pytauargus), in a Python environment of its own.

Reads {"smallest": 11, "counts": [[entries of each option] of each month]} and writes every number it shows, as [month, option, count]
with null for a total. What is empty is shown as nought, as τ-Argus leaves it.
"""

import json
import os
import sys
import tempfile

from pytauargus import protect


def main():
    asked = json.load(sys.stdin)
    counts, smallest = asked["counts"], asked["smallest"]
    entries = {"month": [], "option": [], "one": []}
    for month, row in enumerate(counts):
        for option, count in enumerate(row):
            entries["month"] += [f"m{month:02}"] * count
            entries["option"] += [f"o{option:02}"] * count
            entries["one"] += [1] * count
    with tempfile.TemporaryDirectory(prefix="peersupport-argus-") as place:
        # It leaves logs wherever it is run.
        os.chdir(place)
        done = protect(
            entries, tables=[["month", "option"]], response="one", safety_rules=f"FREQ({smallest},30)",
            suppress="MOD(1,5,1,0,0)", workdir=place)
        rows = done.tables[0].dataframe()
        os.chdir("/")
    shown = [[month, option, 0] for month, row in enumerate(counts) for option, count in enumerate(row) if count == 0]
    for row in rows:
        if row["status"] in ("S", "E"):
            month = None if row["month"] == "Total" else int(row["month"][1:])
            option = None if row["option"] == "Total" else int(row["option"][1:])
            count = sum(
                count for at, line in enumerate(counts) if month in (None, at) for of, count in enumerate(line)
                if option in (None, of))
            if count > 0:
                shown.append([month, option, count])
    json.dump(shown, sys.stdout)


if __name__ == "__main__":
    main()

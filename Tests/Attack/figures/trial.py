"""The synthetic programme-years, made and published by the product's own code (Benchmarks/FiguresTrial)."""

import json
import os
import pathlib
import subprocess

from Attack.figures.programme import Programme
from Harness.server import ROOT


def program():
    scratch = pathlib.Path(os.environ.get("PEERSUPPORT_SCRATCH", ROOT / ".build"))
    built = scratch / "release" / "FiguresTrial"
    if not built.exists():
        raise SystemExit(f"{built} is not there. Build it: bin/build --product FiguresTrial")
    return built


def made(number, seed, most=3000, pack=None, on_paper=None):
    """The programme of that number: two years; by that pack, and from that month on in sheets that can be taken over from paper."""
    chosen = {"--pack": pack, "--on-paper": on_paper}
    done = subprocess.run(
        [program(), "--programmes", "1", "--first", str(number), "--seed", str(seed), "--most", str(most)]
        + [word for name, value in chosen.items() if value for word in (name, value)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"FiguresTrial ended with {done.returncode} at programme {number}, seed {seed}: {done.stderr}")
    return Programme(json.loads(done.stdout))

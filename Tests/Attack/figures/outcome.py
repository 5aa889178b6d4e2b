"""What the attack on one programme came to, and the sum of many."""

import math
import time

from Attack.figures import insider, rival, rules
from Attack.figures.programme import known
from Attack.figures.reader import Findings, Reader
from Attack.figures.unknowns import Cells, Unknowns

SIZES = [(120, "up to 120"), (600, "121 to 600"), (math.inf, "more than 600")]


class Outcome:
    """Everything that is counted of programmes of one pack and size."""

    def __init__(self):
        self.years = 0
        self.ours, self.rests, self.plain, self.rival = Findings(), Findings(), Findings(), Findings()
        self.publications = self.left_out = self.waiting = 0
        # The share of what the tables ask for, by rule and grain, one for each programme.
        self.shares = {}
        self.seconds = 0.0
        self.broken = []

    def __add__(self, other):
        both = Outcome()
        for name, value in vars(self).items():
            if name != "shares":
                setattr(both, name, value + getattr(other, name))
        for shares in (self.shares, other.shares):
            for key, values in shares.items():
                both.shares[key] = both.shares.get(key, []) + values
        return both

    def share(self, rule, grain):
        """The middle between all programmes; nothing where none asked."""
        values = [value for value in self.shares.get((rule, grain), []) if not math.isnan(value)]
        return sum(values) / len(values) if values else math.nan


def attacked(programme, compared=False, argus=None):
    """Attacks one programme; where it is compared, the plain rule on the same counts too, and τ-Argus where that Python has it."""
    began = time.monotonic()
    outcome = Outcome()
    unknowns = Unknowns(programme)
    told = known(unknowns, programme)
    cells = Cells(unknowns, programme.told())
    small = cells.small(programme.smallest)
    outcome.years = len(programme.months) // 12
    outcome.publications = len(programme.publications)
    outcome.left_out = len(programme.leftOut)
    outcome.waiting = sum(publication["waits"] for publication in programme.publications)
    outcome.ours = Reader(unknowns, told).attack(small, programme.width, programme.seed)
    if programme.threshold["insiders"] == "one":
        outcome.rests = insider.attack(unknowns, programme, told, cells)
    asked = rules.Asked(unknowns, programme)
    for grain, wanted in asked.cells.items():
        outcome.shares["ours", grain] = [rules.share(unknowns, told, wanted)]
    outcome.shares["ours", "as told"] = [rules.share(unknowns, told, asked.as_told)]
    if compared:
        plain = rules.plain(unknowns, asked, programme.smallest)
        outcome.plain = Reader(unknowns, plain).attack(small, programme.width, programme.seed)
        for grain, wanted in asked.cells.items():
            outcome.shares["plain", grain] = [rules.share(unknowns, plain, wanted)]
    if argus:
        beside_argus(unknowns, programme, told, argus, outcome)
    outcome.broken = broken(programme, cells, outcome)
    outcome.seconds = time.monotonic() - began
    return outcome


def beside_argus(unknowns, programme, told, python, outcome):
    """One table alone, as τ-Argus protects one: what it shows of it and what we do, and what can be found out from its numbers."""
    table = rival.Table(unknowns, programme)
    shown = table.protected(python, programme.smallest)
    small = {cell for cell in table.cells.values() if unknowns.value(cell) < programme.smallest}
    outcome.rival = Reader(unknowns, shown).attack(sorted(small, key=sorted), programme.width, programme.seed)
    for grain in ("month", "year"):
        wanted = table.asked(grain)
        outcome.shares["argus", grain] = [rules.share(unknowns, shown, wanted)]
        outcome.shares["ours beside argus", grain] = [rules.share(unknowns, told, wanted)]


def broken(programme, cells, outcome):
    """Each promise that did not hold, in words that let it be made again."""
    who = f"{programme.pack}, {programme.contacts} contacts a year, seed {programme.seed}"
    promises = ((outcome.ours, f"less than {programme.width} wide"), (outcome.rests, "the rest beside one's own"))
    return [
        f"{who}: {cells.name(cell)} lies between {low} and {high}: {promise}"
        for findings, promise in promises for cell, low, high in findings.found]


def size(programme):
    return next(name for most, name in SIZES if programme.contacts <= most)

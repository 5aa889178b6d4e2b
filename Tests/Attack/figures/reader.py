"""A reader who bounds every small count by everything that was published.

A bound is believed only where it is shown: a count is wide where two whole worlds are found, checked in whole numbers, in which it
differs by at least what was promised; it is narrow where the solver (HiGHS, by scipy) proves that no world does.
"""

import math

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

from Attack.figures.unknowns import Row

LOOKS_AT_RANDOM = 8
SECONDS = 20


class Contradiction(AssertionError):
    """What was published is not true of the counts: no reader's fault."""


class Findings:
    """What a reader found out about the counts they looked for."""

    def __init__(self):
        self.cells = self.exact = self.narrower = self.undecided = 0
        self.found = []

    def __add__(self, other):
        both = Findings()
        for name in ("cells", "exact", "narrower", "undecided", "found"):
            setattr(both, name, getattr(self, name) + getattr(other, name))
        return both


class Reader:
    """Knows the form and what is told; `own` is what they filed themselves, of which they look past."""

    def __init__(self, unknowns, known, own=None):
        self.unknowns = unknowns
        self.own = numpy.zeros(len(unknowns.column), dtype=numpy.int64) if own is None else own
        self.truth = unknowns.truth - self.own
        # What the form says holds of the others' entries as of all of them: each is a sum over entries.
        rows = unknowns.rows + [
            Row(row.weights, row.least - self._own(row), row.most - self._own(row)) for row in known]
        self.matrix = unknowns.matrix([row.weights for row in rows])
        self.least = numpy.array([row.least for row in rows], dtype=float)
        self.most = numpy.array([row.most for row in rows], dtype=float)
        self.whole = self.matrix.astype(numpy.int64)
        if self.truth.min(initial=0) < 0 or not self._agrees(self.truth):
            raise Contradiction("what is published is not true of the counts it was made from")
        self.constraints = LinearConstraint(self.matrix, self.least, self.most)
        self.bounds = Bounds(0, unknowns.most)

    def _own(self, row):
        return sum(weight * int(self.own[column]) for column, weight in row.weights.items())

    def _agrees(self, world):
        sums = self.whole @ world
        return bool(numpy.all(world >= 0) and numpy.all(sums >= self.least) and numpy.all(sums <= self.most))

    def _world(self, objective, whole=False):
        """The least of that objective, and the whole world in which it is so; nothing of either where it is not found."""
        answer = milp(
            objective, constraints=self.constraints, bounds=self.bounds, integrality=int(whole),
            options={"time_limit": SECONDS})
        if answer.status != 0 or answer.x is None:
            return None, None
        world = numpy.rint(answer.x).astype(numpy.int64)
        return answer.fun, world if self._agrees(world) else None

    def attack(self, cells, width, seed=0):
        """Bounds these cells; each should be able to be anything in a range that is `width` wide."""
        findings = Findings()
        findings.cells = len(cells)
        sums = self.unknowns.matrix([dict.fromkeys(cell, 1) for cell in cells])
        whole = sums.astype(numpy.int64)
        least = whole @ self.truth
        most = least.copy()

        def see(world):
            if world is not None:
                values = whole @ world
                numpy.minimum(least, values, out=least)
                numpy.maximum(most, values, out=most)

        look = numpy.random.default_rng(seed)
        for _ in range(LOOKS_AT_RANDOM):
            open_ = most - least < width
            if not open_.any():
                return findings
            see(self._world(sums.T @ (look.choice([-1.0, 1.0], len(cells)) * look.random(len(cells)) * open_))[1])
        for place, cell in enumerate(cells):
            if most[place] - least[place] >= width:
                continue
            low, high = self._bounds(sums[[place]].toarray()[0], see)
            if most[place] - least[place] >= width:
                continue
            if low is None or high is None or high - low >= width:
                low, high = self._bounds(sums[[place]].toarray()[0], see, whole=True)
            if most[place] - least[place] >= width:
                continue
            if low is None or high is None or high - low >= width:
                findings.undecided += 1
                continue
            findings.narrower += 1
            findings.exact += high == low
            findings.found.append((cell, low, high))
        return findings

    def _bounds(self, objective, see, whole=False):
        """The whole numbers between which a cell lies, each nothing where the solver does not say."""
        low, world = self._world(objective, whole)
        see(world)
        high, world = self._world(-objective, whole)
        see(world)
        return (
            None if low is None else math.ceil(low - 1e-6),
            None if high is None else math.floor(-high + 1e-6))

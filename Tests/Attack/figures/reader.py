"""A reader who bounds every small count by everything that was published.

A bound is believed only where it is shown: a count is wide where two whole worlds are found, checked in whole numbers, in which it
differs by at least what was promised; it is narrow where the solver (HiGHS, by scipy) proves that no world does.
"""

import math

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

from Attack.figures.unknowns import Row

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

    def world(self, objective, whole=False, nearly=0.0, further=()):
        """The least of that objective, and the whole world in which it is so; nothing of either where it is not found."""
        answer = milp(
            objective, constraints=[self.constraints, *further], bounds=self.bounds, integrality=int(whole),
            options={"time_limit": SECONDS, "mip_rel_gap": nearly})
        if answer.status != 0 or answer.x is None:
            return None, None
        world = numpy.rint(answer.x).astype(numpy.int64)
        return answer.fun, world if self._agrees(world) else None

    def attack(self, cells, width, seed=0):
        """Bounds these cells; each should be able to be anything in a range that is `width` wide."""
        findings = Findings()
        findings.cells = len(cells)
        if cells:
            Search(self, cells, width, findings).run(numpy.random.default_rng(seed))
        return findings


class Search:
    """The worlds found so far, and between which values each cell was seen in them."""

    def __init__(self, reader, cells, width, findings):
        self.reader, self.cells, self.width, self.findings = reader, cells, width, findings
        self.sums = reader.unknowns.matrix([dict.fromkeys(cell, 1) for cell in cells])
        self.whole = self.sums.astype(numpy.int64)
        self.least = self.whole @ reader.truth
        self.most = self.least.copy()

    def see(self, world):
        if world is not None:
            values = self.whole @ world
            numpy.minimum(self.least, values, out=self.least)
            numpy.maximum(self.most, values, out=self.most)

    def run(self, chance):
        self._together(-1)
        self._together(1)
        for place in chance.permutation(len(self.cells)):
            if not self._is_wide(place):
                self._bound(place)

    def _together(self, direction):
        """All that are not wide yet at once, as high or as low as they have to be able to be, so that each gets its share; as long as
        that makes some wide."""
        while True:
            open_ = numpy.flatnonzero(self.most - self.least < self.width)
            if not len(open_):
                return
            sums = self.sums[open_]
            bounds = (0, self.least[open_] + self.width) if direction < 0 else (self.most[open_] - self.width, numpy.inf)
            objective = direction * numpy.asarray(sums.sum(axis=0)).ravel()
            self.see(self.reader.world(objective, whole=True, nearly=0.02, further=[LinearConstraint(sums, *bounds)])[1])
            if len(numpy.flatnonzero(self.most - self.least < self.width)) == len(open_):
                return

    def _is_wide(self, place):
        return self.most[place] - self.least[place] >= self.width

    def _bound(self, place):
        """First by fractions, which is quick and settles most; then by whole numbers."""
        row = self.sums[[place]].toarray()[0]
        low, high = self._bounds(row)
        if self._is_wide(place):
            return
        if low is None or high is None or high - low >= self.width:
            self._reach(row, place)
            if self._is_wide(place):
                return
            low, high = self._bounds(row, whole=True)
            if self._is_wide(place):
                return
        if low is None or high is None or high - low >= self.width:
            self.findings.undecided += 1
            return
        self.findings.narrower += 1
        self.findings.exact += high == low
        self.findings.found.append((self.cells[place], low, high))

    def _reach(self, row, place):
        """A whole world in which the cell is as far away as it has to be able to be, whichever it is."""
        nothing = numpy.zeros(len(row))
        for bounds in ((self.least[place] + self.width, numpy.inf), (-numpy.inf, self.most[place] - self.width)):
            if bounds[1] >= 0 and not self._is_wide(place):
                self.see(self.reader.world(nothing, whole=True, further=[LinearConstraint(row[None, :], *bounds)])[1])

    def _bounds(self, row, whole=False):
        """The whole numbers between which a cell lies, each nothing where the solver does not say."""
        low, world = self.reader.world(row, whole)
        self.see(world)
        high, world = self.reader.world(-row, whole)
        self.see(world)
        return (
            None if low is None else math.ceil(low - 1e-6),
            None if high is None else math.floor(-high + 1e-6))

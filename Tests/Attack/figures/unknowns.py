"""Every count that could have been: one unknown for each number of each month, and what the form alone says about them."""

import math

import numpy
from scipy.sparse import csr_matrix

# No month has more contacts than that, which everybody may take for granted.
MOST = 20_000


class Row:
    """A sum of unknowns and the bounds it lies in."""

    def __init__(self, weights, least, most):
        self.weights, self.least, self.most = weights, least, most


class Unknowns:
    def __init__(self, programme):
        self.programme = programme
        self.column = {}
        self.rows = []
        for month in programme.months:
            for kind in programme.form(month)["kinds"]:
                self._kind(month, kind)
        self.truth = numpy.array(
            [programme.truth[month].get("/".join(key), 0) for month, key in self.column], dtype=numpy.int64)
        # No count of a form is above the number of its entries; time is bounded by the form's rows.
        self.most = numpy.array(
            [math.inf if key[0] == "amount" else MOST for _, key in self.column])

    def _new(self, month, *key):
        return self.column.setdefault((month, key), len(self.column))

    def _kind(self, month, kind):
        entries = self._new(month, "entries", kind["id"])
        for question in kind["questions"]:
            way = question["answer"]
            if way == "amount":
                self._amount(month, kind["id"], question, entries)
                continue
            options = [self._new(month, "answer", kind["id"], question["id"], option) for option in question["options"]]
            every = {option: 1 for option in options}
            if way == "one":
                self.rows.append(Row({**every, entries: -1}, 0, 0))
                continue
            for option in options:
                self.rows.append(Row({entries: 1, option: -1}, 0, math.inf))
            if question.get("atLeast", 0):
                self.rows.append(Row({**every, entries: -question["atLeast"]}, 0, math.inf))

    def _amount(self, month, kind, question, entries):
        quantity = question["quantity"]
        gave, amount = self._new(month, "gave", kind, quantity), self._new(month, "amount", kind, quantity)
        # Who gives nothing of it is not counted, so one that was given is at least one.
        least = max(question["least"], 1)
        self.rows.append(Row({amount: 1, gave: -least}, 0, math.inf))
        self.rows.append(Row({gave: question["most"], amount: -1}, 0, math.inf))
        is_always = question["required"] and question["least"] > 0
        self.rows.append(Row({entries: 1, gave: -1}, 0, 0 if is_always else math.inf))

    def columns(self, months, keys):
        """The unknowns of these keys in these months, as far as the form of each month has them."""
        return frozenset(
            self.column[month, key] for month in months for key in keys if (month, key) in self.column)

    def value(self, columns):
        return int(self.truth[list(columns)].sum())

    @property
    def keys(self):
        """Every key of any month, in the order of the forms."""
        return list(dict.fromkeys(key for _, key in self.column))

    def matrix(self, sums):
        """One row for each sum of unknowns."""
        places = [(row, column, weight) for row, weights in enumerate(sums) for column, weight in weights.items()]
        rows, columns, weights = zip(*places) if places else ((), (), ())
        return csr_matrix((weights, (rows, columns)), shape=(len(sums), len(self.column)), dtype=float)


class Cells:
    """Every count of every grain that somebody could look for: all entries, each kind, each answer."""

    def __init__(self, unknowns, further=()):
        self.unknowns = unknowns
        counts = [key for key in unknowns.keys if key[0] in ("entries", "answer")]
        asked = [[key for key in counts if key[0] == "entries"]] + [[key] for key in counts]
        self.of = {}
        for grain, months in [*grains(unknowns.programme.months), *(("told", months) for months in further)]:
            for keys in asked:
                columns = unknowns.columns(months, keys)
                if columns:
                    self.of.setdefault(columns, (grain, months, keys))

    def name(self, cell):
        grain, months, keys = self.of[cell]
        span = months[0] if len(months) == 1 else f"{months[0]} to {months[-1]}"
        return f"{'all kinds' if len(keys) > 1 else '/'.join(keys[0])} in {span} ({grain})"

    def small(self, threshold):
        """Those whose true value must not be found: zero too."""
        return [cell for cell in self.of if self.unknowns.value(cell) < threshold]


def grains(months):
    """Each month, quarter of a calendar year and calendar year that these months are in."""
    for month in months:
        yield "month", (month,)
    for name, length in (("quarter", 3), ("year", 12)):
        begun = {}
        for month in months:
            year, number = month.split("-")
            begun.setdefault((year, (int(number) - 1) // length), []).append(month)
        for together in begun.values():
            if len(together) == length:
                yield name, tuple(together)

"""How much is published, by our rule and by others that tell the same tables."""

import math

import numpy
from scipy.linalg import qr

from Attack.figures.unknowns import Row, grains


class Asked:
    """The counts that the programme's tables ask for, by month and by year."""

    def __init__(self, unknowns, programme):
        self.cells = {"month": [], "year": []}
        tables = {(table["kind"], table["question"]) for table in programme.asked if "question" in table}
        counts = [key for key in unknowns.keys if key[0] == "entries" or (key[0] == "answer" and key[1:3] in tables)]
        kinds = [key for key in counts if key[0] == "entries"]
        # A year as it is told has not the months that wait for the next one, and has those that waited for it.
        self.as_told = []
        told = [("as told", publication["months"]) for publication in programme.publications if publication["release"] == "year"]
        for grain, months in [*grains(programme.months), *told]:
            cells = self.as_told if grain == "as told" else self.cells.get(grain)
            if cells is None:
                continue
            for keys in [kinds, *([key] for key in counts)]:
                columns = unknowns.columns(months, keys)
                if columns and unknowns.value(columns) > 0 and columns not in cells:
                    cells.append(columns)


def plain(unknowns, asked, smallest):
    """The plain rule: whatever is large enough is shown, and nothing else is thought of."""
    shown = [cell for cells in asked.cells.values() for cell in cells if unknowns.value(cell) >= smallest]
    return [Row(dict.fromkeys(cell, 1), unknowns.value(cell), unknowns.value(cell)) for cell in shown]


def share(unknowns, known, cells):
    """The share of these counts that can be read or worked out by adding and taking away."""
    if not cells:
        return math.nan
    fixed = [row.weights for row in unknowns.rows + known if row.least == row.most]
    if not fixed:
        return 0.0
    matrix = unknowns.matrix(fixed).toarray()
    base, rest, _ = qr(matrix.T, mode="economic", pivoting=True)
    rank = int((numpy.abs(numpy.diag(rest)) > 1e-9).sum())
    base = base[:, :rank]
    wanted = unknowns.matrix([dict.fromkeys(cell, 1) for cell in cells]).toarray()
    left = wanted - (wanted @ base) @ base.T
    return float((numpy.linalg.norm(left, axis=1) < 1e-6).mean())

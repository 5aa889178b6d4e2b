"""Whoever filed sheets takes their own away from everything that was published: what is left is others'."""

import numpy

from Attack.figures.reader import Findings, Reader

# Who gave most learns most.
MEMBERS = 6


def own_sheets(unknowns, programme):
    """The members who filed most, each with what their own sheets say of every unknown."""
    own = {}
    for sheet in programme.sheets:
        counts = own.setdefault(sheet["member"], numpy.zeros(len(unknowns.column), dtype=numpy.int64))
        for text, count in sheet["counts"].items():
            column = unknowns.column.get((sheet["month"], tuple(text.split("/"))))
            if column is not None:
                counts[column] += count
    return sorted(own.values(), key=lambda counts: -int(counts.sum()))[:MEMBERS]


def attack(unknowns, programme, known, cells):
    """The counts of which the rest is one that must not be found, and how many of these rests were found exactly."""
    findings = Findings()
    for own in own_sheets(unknowns, programme):
        reader = Reader(unknowns, known, own)
        rests = [cell for cell in cells.of if 0 < reader.truth[list(cell)].sum() < programme.smallest]
        findings += reader.attack(rests, width=1)
    return findings

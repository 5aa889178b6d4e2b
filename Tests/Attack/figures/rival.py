"""The same counts protected by τ-Argus, the suppressor that offices of statistics use, as far as it goes: one table at a time."""

import json
import pathlib
import subprocess

from Attack.figures.unknowns import Row

PROTECT = pathlib.Path(__file__).resolve().parent.parent / "rival" / "protect.py"


class Table:
    """The months of the last year by the question of one answer that has most options."""

    def __init__(self, unknowns, programme):
        months = programme.months[-12:]
        kind = programme.form(months[0])["kinds"][0]
        self.question = max(
            (question for question in kind["questions"] if question["answer"] == "one"),
            key=lambda question: len(question["options"]))
        options = [("answer", kind["id"], self.question["id"], option) for option in self.question["options"]]
        self.cells, self.counts = {}, []
        for at, month in enumerate(months):
            self.cells[at, None] = unknowns.columns([month], options)
            for place, option in enumerate(options):
                self.cells[at, place] = unknowns.columns([month], [option])
            self.counts.append([unknowns.value(self.cells[at, place]) for place in range(len(options))])
        for place, option in enumerate(options):
            self.cells[None, place] = unknowns.columns(months, [option])
        self.cells[None, None] = unknowns.columns(months, options)
        self.unknowns = unknowns

    def protected(self, python, smallest):
        """What τ-Argus shows of it."""
        asked = json.dumps({"smallest": smallest, "counts": self.counts})
        done = subprocess.run([python, PROTECT], input=asked, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            raise AssertionError(f"τ-Argus: {done.stderr[-500:]}")
        rows = [(self.cells[month, option], count) for month, option, count in json.loads(done.stdout)]
        return [Row(dict.fromkeys(columns, 1), count, count) for columns, count in rows]

    def asked(self, grain):
        """Its counts above zero, by month or of the year."""
        return [
            columns for (month, _), columns in self.cells.items()
            if (month is None) == (grain == "year") and self.unknowns.value(columns) > 0]

"""A programme as everybody sees it, and, apart from it, what was true."""

import math

from Attack.figures.unknowns import Row


class Programme:
    """One line of what FiguresTrial writes (Benchmarks/FiguresTrial)."""

    def __init__(self, line):
        self.__dict__.update(line)
        self.smallest = self.threshold["smallestCount"]
        self.width = self.threshold["interval"]
        self.months = sorted(self.truth)

    def form(self, month):
        """The form that the sheets of that month were filled in on."""
        return [form for form in self.forms if form["from"] <= month][-1]

    def told(self):
        """The months whose counts stand together in a publication, where they are several."""
        return sorted({tuple(publication["months"]) for publication in self.publications if publication["months"]})


def numbers(publication):
    """Every number that a publication shows: the months and the keys it is the sum of, and the bounds it lies in."""
    for table in publication["tables"]:
        for row in table["rows"]:
            # What is itself a sum of hours told month by month has left away less than an hour of each.
            shown = value_of(row["value"], parts=len(publication["months"]) if row.get("isSum") else 1)
            if shown:
                yield publication["months"], [key_of(text) for text in row["of"]], shown


def key_of(text):
    return tuple(part.replace("%2F", "/").replace("%25", "%") for part in text.split("/"))


def value_of(value, parts=1):
    """Whole numbers between which a shown value lies; nothing where it is not shown. Hours are whole ones, the rest left away."""
    if "hours" in value:
        return 60 * value["hours"], 60 * value["hours"] + 59 * parts
    for exact in ("count", "minutes"):
        if exact in value:
            return value[exact], value[exact]
    return None


def known(unknowns, programme):
    """Everything that all exports together say of the unknowns."""
    rows = {}
    for publication in programme.publications:
        for months, keys, (least, most) in numbers(publication):
            columns = unknowns.columns(months, keys)
            before = rows.get(columns, (0, math.inf))
            rows[columns] = max(before[0], least), min(before[1], most)
    known = [Row(dict.fromkeys(columns, 1), *bounds) for columns, bounds in rows.items()]
    return known + list(paid(unknowns, programme))


def paid(unknowns, programme):
    """Whoever is paid by the hour enters at least the time of their contacts, so a month's contacts took no longer."""
    minutes = {}
    for row in programme.payroll:
        minutes[row["month"]] = minutes.get(row["month"], 0) + row["minutes"]
    times = [key for key in unknowns.keys if key[0] == "amount" and key[2].startswith("minutes")]
    for month, most in minutes.items():
        columns = unknowns.columns([month], times)
        if columns:
            yield Row(dict.fromkeys(columns, 1), 0, most)

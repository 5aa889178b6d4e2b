"""Small programmes whose publications betray somebody on purpose: a reader who does not find it is of no use."""

import copy

from Attack.figures.programme import Programme

CONTACT = {"id": "contact", "questions": [
    {"id": "way", "answer": "one", "options": ["person", "phone", "message"]},
    {"id": "referral", "answer": "several", "options": ["doctor", "chaplain"], "atLeast": 0},
    {"id": "minutes", "answer": "amount", "quantity": "minutes", "least": 5, "most": 60, "required": True}]}
GROUP = {"id": "group", "questions": [
    {"id": "minutes", "answer": "amount", "quantity": "minutes", "least": 5, "most": 60, "required": True}]}


def counts(way, referral, minutes, groups, minutes_of_groups):
    """What is true of a month."""
    named = {"entries/contact": sum(way), "entries/group": groups}
    named |= {f"answer/contact/way/{name}": count for name, count in zip(("person", "phone", "message"), way)}
    named |= {f"answer/contact/referral/{name}": count for name, count in zip(("doctor", "chaplain"), referral)}
    return named | {
        "gave/contact/minutes": sum(way), "amount/contact/minutes": minutes,
        "gave/group/minutes": groups, "amount/group/minutes": minutes_of_groups}


def row(truth, months, keys, **value):
    """A row of a table as a publication has it; its count is the true one where no other value is given."""
    count = sum(truth[month][key] for month in months for key in keys)
    return {"labels": list(keys), "of": list(keys), "value": value or {"count": count}}


def publication(months, rows, release="summary"):
    return {
        "release": release, "title": "", "period": months[-1], "months": list(months), "waits": False,
        "tables": [{"title": "", "rows": rows}], "notes": []}


TRUTH = {
    "2026-01": counts((22, 15, 3), (14, 2), 900, 2, 20),
    "2026-02": counts((24, 14, 4), (13, 1), 930, 1, 10),
    "2026-03": counts((25, 17, 2), (15, 0), 990, 3, 35),
}
CONTACTS = ("entries/contact",)
JOINED = ("answer/contact/way/phone", "answer/contact/way/message")
PERSON = ("answer/contact/way/person",)


def honest():
    """Contacts and two rows of three answers each month; whole hours of contacts and groups."""
    publications = []
    for month in TRUTH:
        hours = sum(TRUTH[month][f"amount/{kind}/minutes"] for kind in ("contact", "group")) // 60
        publications.append(publication([month], [
            row(TRUTH, [month], CONTACTS), row(TRUTH, [month], PERSON), row(TRUTH, [month], JOINED),
            row(TRUTH, [month], ["amount/contact/minutes", "amount/group/minutes"], hours=hours)]))
    return Programme({
        "pack": "planted", "contacts": 126, "seed": 0, "happenings": [], "forms": [{"from": "2026-01", "kinds": [CONTACT, GROUP]}],
        "threshold": {"smallestCount": 11, "interval": 10, "insiders": "none"}, "publications": publications, "payroll": [],
        "sheets": [], "truth": copy.deepcopy(TRUTH), "asked": [], "leftOut": []})


def leaking(months, *rows):
    """The same with one publication more."""
    programme = honest()
    programme.publications.append(publication(months, rows, release="leak"))
    return programme

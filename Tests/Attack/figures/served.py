"""What a running server tells of a programme whose sheets were taken over from paper, as each role gets it."""

import csv
import html
import io
import json
import re

import yaml

from Attack.figures.programme import Programme
from Harness.asking import done
from Harness.interface import Client, set_second_factor_up, sign_in
from Harness.server import ROOT, run

PACKS = ROOT / "Sources" / "PolicyPacks" / "Packs"


class Agency:
    """One agency by its own pack, with somebody in every role."""

    def __init__(self, pack):
        self.name = pack
        self.rules = yaml.safe_load((PACKS / f"{pack}.yaml").read_text(encoding="utf-8"))
        self.roles = {role["id"]: role for role in self.rules["roles"]}
        self.tokens = {}

    def founded(self, installation, server):
        self.port = server.port
        codes = installation.found(self.name, {role: role for role in self.roles}, **self.settled(installation))
        installation.enrol(server, self.name, codes)
        for role, rules in self.roles.items():
            enter = set_second_factor_up if rules["needs-second-factor"] else sign_in
            self.tokens[role] = enter(server.port, self.name, role)
        return self

    def settled(self, installation):
        """The guidelines leave things open; an invented agency settled them."""
        settled = PACKS / "Demonstration" / f"{self.name}.yaml"
        if not settled.exists():
            return {}
        file = installation.folder.with_name(f"{self.name}-settled.yaml")
        file.write_text(settled.read_text(encoding="utf-8"), encoding="utf-8")
        return {
            "pack": file, "promises": json.loads(run("pack", "check", file, "--json").stdout)["inheritedHash"]}

    def get(self, role, path):
        """The status and the bytes of a page, a file or, under `/api`, what programs read."""
        with Client(self.port, self.tokens[role]) as client:
            status, _, content = client.exchange("GET", path)
        return status, content.decode()

    def post(self, role, path, body=None):
        with Client(self.port, self.tokens[role]) as client:
            return client.call("POST", path, body)

    # Sheets of paper

    def take_over(self, sheets):
        """Counts the sheets as a table in the columns of the form, which is looked at before it is counted."""
        preparer = self.rules["summary"]["prepared-by"]
        _, template = self.get(preparer, "/past-sheets/template.csv")
        [columns] = csv.reader(io.StringIO(template))
        table = io.StringIO()
        lines = csv.writer(table)
        lines.writerow(columns)
        for number, sheet in enumerate(sheets, start=1):
            for entry in sheet["answers"] or [{}]:
                values = {name: "; ".join(given) for name, given in entry.items()}
                if "day" in values:
                    values["day"] = str(int(values["day"][-2:]))
                lines.writerow([{"sheet": number, "month": sheet["month"], **values}.get(column, "") for column in columns])
        sent = {"table": table.getvalue()}
        status, looked = self.post(preparer, "/api/v1/past-sheets", sent)
        assert status == 422 and f"It has {len(sheets)} sheets" in json.dumps(looked), looked
        assert done(self.post(preparer, "/api/v1/past-sheets", sent | {"sheets": len(sheets)})) == {"sheets": len(sheets)}

    # Figures

    def release(self, name):
        """The pack's rules of a release; the month's is the summary."""
        return next((rules for rules in self.rules.get("releases", []) if rules["id"] == name), self.rules["summary"])

    def publish(self, release, period):
        rules = self.release(release)
        done(self.post(rules["prepared-by"], f"/api/v1/figures/{release}/{period}/publication"))

    def told(self, release, period):
        """What programs read of a publication, by each role that can."""
        found = {}
        for role in self.roles:
            status, content = self.get(role, f"/api/v1/figures/{release}/{period}")
            if status == 200:
                found[role] = json.loads(content)
        return found

    def readers(self, release):
        """The roles that may read it by the pack: its readers, and who prepares it."""
        rules = self.release(release)
        return {*rules["readers"], rules["prepared-by"]}


def as_told(trial, published):
    """The programme as the server published it: its numbers, with the counts that each is the sum of, which everybody can read off the
    form. A row that the trial does not know by its title and labels is a fault."""
    of = {}
    for publication in trial.publications:
        for table in publication["tables"]:
            names = [tuple(row["labels"]) for row in table["rows"]]
            assert len(set(names)) == len(names), f"two rows of one name: {names}"
            for row in table["rows"]:
                of[publication["release"], table["title"], tuple(row["labels"])] = row["of"], row["isSum"]
    publications = []
    for publication in published:
        tables = []
        for table in publication["tables"]:
            rows = []
            for row in table["rows"]:
                counts, is_sum = of[publication["release"], table["title"], tuple(row["labels"])]
                rows.append({**row, "of": counts, "isSum": is_sum})
            tables.append({**table, "rows": rows})
        publications.append({**publication, "tables": tables})
    return Programme({**vars(trial), "publications": publications})


def rows(publications):
    """Every row of every table, with its release and period."""
    return [
        (publication["release"], publication["period"], table["title"], tuple(row["labels"]), tuple(row["value"].items()))
        for publication in publications for table in publication["tables"] for row in table["rows"]]


def amounts(publication):
    """Every number that is shown in a publication's tables."""
    values = [row["value"] for table in publication["tables"] for row in table["rows"]]
    values += [table["total"] for table in publication["tables"] if table["total"]]
    return {number for value in values for name, number in value.items() if name != "suppressed"}


def sums_of_runs(publications):
    """Every sum of one row over consecutive publications of one release, as far as each shows it."""
    told = {}
    for publication in publications:
        for table in publication["tables"]:
            values = [(tuple(row["labels"]), row["value"]) for row in table["rows"]]
            for labels, value in [*values, *([(None, table["total"])] if table["total"] else [])]:
                told.setdefault((publication["release"], table["title"], labels), []).extend(
                    number for name, number in value.items() if name != "suppressed")
    return {
        sum(numbers[start:end]) for numbers in told.values()
        for start in range(len(numbers)) for end in range(start + 1, len(numbers) + 1)}


def cells(page):
    """The numbers that stand in the cells of a page's tables, alone or with their unit."""
    found = set()
    for cell in re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL):
        words = html.unescape(re.sub(r"<[^>]+>", "", cell)).replace(",", "").strip()
        if re.fullmatch(r"\d+( [a-z-]+)*", words):
            found.add(int(words.split()[0]))
    return found

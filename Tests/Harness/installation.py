"""An installation made by the command line, as an operator makes one."""

import json
import pathlib
import tempfile
import zoneinfo

from Harness import interface
from Harness.server import Server, run


# The roles that look after a part of the agency.
AREAS = {"orange-county-probation": ["coordinator"], "kern-sheriff": ["division-commander"]}
# The roles that ask for a rank, with one that will do.
RANKS = {"orange-county-probation": {"administrator": "Administrator I"}}
COLUMNS = (
    "employee_number,given_name,family_name,email,phone,unit,division,shift,rank,classification,is_supervisor,"
    "supervisor,hired_on,area,cost_centre,mou,investigates")


def employee(login, rank="Officer"):
    """The line of a personnel file for somebody of the team."""
    return f"E-{login},Robin,Employee,,,North,North,Days,{rank},sworn,no,,2000-01-01,,,,no"


class Installation:
    """One data folder and one database."""

    zone_name = "America/Los_Angeles"
    zone = zoneinfo.ZoneInfo(zone_name)

    def __init__(self, folder, database=None):
        self.folder = pathlib.Path(folder)
        self.options = ["--data", self.folder] + (["--database", database] if database else [])

    @property
    def sqlite(self):
        return self.folder / "peersupport.sqlite"

    def run(self, *command, check=True):
        return run(*command, *self.options, check=check)

    def found(self, agency, accounts, area="North", pack=None, promises=None):
        """Takes an agency in by that pack, or the one of the same name, with accounts of {login: role}; gives their enrolment
        codes.

        A role that looks after a part of the agency gets the area. Promises taken over from another pack are named, as read.
        """
        self.run(
            "agency", "create", agency, "--name", agency, "--time-zone", self.zone_name, "--pack", pack or agency,
            *(["--promises", promises] if promises else []))
        team = [login for login, role in accounts.items() if role == "supporter"]
        ranked = {login: RANKS[agency][role] for login, role in accounts.items() if role in RANKS.get(agency, {})}
        if team or ranked:
            self.employ(agency, *team, besides=[employee(login, rank) for login, rank in ranked.items()])
        return {login: self.account(agency, login, role, area)["enrolmentCode"] for login, role in accounts.items()}

    def employ(self, agency, *logins, besides=()):
        """Makes these logins the agency's directory, with further lines of a file: the team is made of employees."""
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
            file.write("\n".join([COLUMNS, *map(employee, logins), *besides]) + "\n")
            file.flush()
            self.run("people", "import", file.name, "--agency", agency)

    def account(self, agency, login, role, area):
        has_area = role in AREAS.get(agency, ())
        number = ["--employee-number", f"E-{login}"] if role == "supporter" or role in RANKS.get(agency, {}) else []
        return json.loads(
            self.run(
                "account", "create", login, "--agency", agency, "--name", login, "--role", role, "--json",
                *(["--area", area] if has_area else []), *number).stdout)

    def enrol(self, server, agency, codes):
        for login, code in codes.items():
            interface.enrol(server.port, agency, login, code)

    def server(self, descriptors=None, through=(), **environment):
        """A server of it, with those settings in its environment besides the caller's."""
        environment = {"PEERSUPPORT_LINK_CHECK": "off", **environment}
        return Server("serve", *self.options, environment=environment, descriptors=descriptors, through=through)

    def audit(self, *options):
        """What `audit verify` finds, agency by agency."""
        return json.loads(self.run("audit", "verify", "--json", *options, check=False).stdout)

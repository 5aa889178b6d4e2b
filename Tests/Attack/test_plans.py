"""How each engine finds the rows of every statement: what is asked all the time may not cost more with every year.

Each statement of the Store is read from its source (`statements.py`) and its plan is asked for: of SQLite as it plans without
statistics, which is how it runs; of PostgreSQL against a database with many rows in every table, planned for any value. A
statement that walks what an agency has, or what everybody has, fails unless `ALLOWED` says why it may.
"""

import contextlib
import json
import pathlib
import re
import sqlite3
import tempfile
import unittest

from Attack.many_rows import fill
from Attack.statements import all_statements
from Harness.installation import Installation
from Harness.postgresql import PostgreSQL

AGENCY, EVERYBODY = "what an agency has", "what everybody has"

#: Columns that single nothing out, though an index begins with them.
COARSE = {"agency", "is_told"}

TEAM = "the team of today and of late: as many as the agency has supporters"
DIRECTORY = "the directory itself is asked for, when it is imported or its names of units are offered"
HEADINGS = "which heading of a personnel file is which column: a few for each agency"
PAGE = "a page of a list: read in its order and ended by a limit"
SWEEP = "what is found is destroyed, so it does not pile up"
DUE = "what is due now, and no more"
WAITS = "what waits just now, looked through every half minute for what a wrong clock has set"
RUNNING = "what runs or is to come; what is over is destroyed"
LOST_KEY = "once, when an operator goes on without the key that opens it"
OPEN = "what is open: people answer it, and a page of it is a page to read"

#: By function and table: how far it walks at most, and why it may.
ALLOWED = {
    # Incidents: those that are open or named stand in indexes of their own, which hold nothing else.
    "openIncidentFiles incident_file": (AGENCY, RUNNING),
    "openScenes incident_file": (AGENCY, RUNNING),
    "agenciesWithScenes incident_file": (EVERYBODY, RUNNING),
    "namedIncidentFiles incident_file": (AGENCY, "those of the past weeks, until their names are destroyed"),
    "incidentFiles incident_file": (AGENCY, "those of a year, from the index of their day"),
    "sharedIncidents shared_incident": (AGENCY, "what other agencies ask just now; what is over goes with the names of its incident"),
    "outreachOffers outreach_offer": (AGENCY, RUNNING),
    "outreachDue outreach_offer": (AGENCY, DUE),
    "incidentsWithOutreach outreach_mark": (AGENCY, RUNNING),
    # The team, its times and its places.
    "holdings holding": (AGENCY, TEAM),
    "contactMethods contact_method": (AGENCY, TEAM),
    "supporterCards supporter_card": (AGENCY, TEAM),
    "accountsStandingIn designee": (AGENCY, "who stands in for somebody now or did of late"),
    "rolesStoodInFor designee": (AGENCY, "who stands in for somebody now or did of late"),
    "knownGaps roster_gap": (AGENCY, "the gaps of the coming weeks"),
    "ownHours roster_hours": (AGENCY, TEAM),
    "rotations roster_rotation": (AGENCY, RUNNING),
    "overrides roster_override": (AGENCY, RUNNING),
    "swaps roster_swap": (AGENCY, RUNNING),
    "leaves roster_leave": (AGENCY, RUNNING),
    "authorities authority": (AGENCY, "the numbers of the agency's authorities, a few"),
    # The directory.
    "people person": (AGENCY, DIRECTORY),
    "areas person": (AGENCY, DIRECTORY),
    "countPeople person": (AGENCY, DIRECTORY),
    "directoryEntries directory_entry": (AGENCY, "the directory reads all of its people, page by page"),
    "directoryTokens directory_token": (AGENCY, "at most three for each agency"),
    "directoryDefaults directory_default": (AGENCY, "at most eight for each agency"),
    "setDirectoryDefaults directory_default": (AGENCY, "at most eight for each agency"),
    "directoryEndings directory_ending": (AGENCY, "whom the directory wants to end and who waits for a word"),
    "deleteDirectoryEndings directory_ending": (AGENCY, SWEEP),
    "deleteDirectoryChanges directory_change": (AGENCY, SWEEP),
    "directoryChanges directory_allowance": (AGENCY, "one row, of the day that was let through last"),
    "directoryChanges directory_change": (AGENCY, "whom the directory changed within a month"),
    "heldDirectoryChanges directory_change": (AGENCY, "whom the directory wants to change and who waits for a word"),
    "orientationsDue orientation": (AGENCY, PAGE),
    "orientationCounts orientation": (AGENCY, "new employees who are still with the agency"),
    "employeeCount person": (AGENCY, DIRECTORY),
    "furtherCourses further_course": (AGENCY, "the courses that were named: a few a year"),
    "memberQualifications member_qualification": (AGENCY, TEAM),
    "importEndings import_ending": (AGENCY, "what imports of the last month ended; the rest is destroyed"),
    "personnelMapping personnel_column": (AGENCY, HEADINGS),
    "set personnel_column": (AGENCY, HEADINGS),
    "namedPeople person": (AGENCY, "somebody of the directory is looked for by name, when an account is made"),
    "directoryUnits person": (AGENCY, DIRECTORY),
    "unitsAndRanks person": (AGENCY, DIRECTORY),
    "accounts account": (AGENCY, "a page of the accounts, or the accounts of an area"),
    "officeProposals office_proposal": (AGENCY, "what waits for a second yes just now"),
    "vouchedAccounts account": (AGENCY, "every account, when a directory is imported or they are compared with the chain"),
    "teamTold team_told": (AGENCY, TEAM),
    "setTeamTold team_told": (AGENCY, TEAM),
    "namesOfPeople person": (AGENCY, "every name is looked for in a report, when it is signed off"),
    "namesOfPeople account": (AGENCY, "every name is looked for in a report, when it is signed off"),
    "agencies agency": (EVERYBODY, "the agencies of the installation, for what is done for each"),
    # The team as a whole, and who stands beside it.
    "headcount person": (AGENCY, DIRECTORY),
    "teamChanges team_change": (AGENCY, "how many were moved or promoted: two numbers a month"),
    "firstFiledMonth filing": (AGENCY, "the first one"),
    "hoursBoxes hours_box": (AGENCY, "the boxes of four quarters"),
    "minutesOfBefore filing": (AGENCY, "what stood in the clear before it was sealed: none, once the server began with this version"),
    "namedSheetsOfBefore named_sheet": (AGENCY, "what stood in the clear before it was sealed: none"),
    "sheetsOfBefore sheet": (AGENCY, "what stood in the clear before it was sealed: none"),
    "sheetsToLock sheet": (AGENCY, "the boxes of three months and of those a year back, one for each of the team"),
    "sizingEntries sizing_entry": (AGENCY, "the few numbers that whoever plans has entered"),
    "licences consultant_licence": (AGENCY, "the professionals beside the team, a few"),
    "checks well_being_check": (AGENCY, RUNNING),
    "checksDue well_being_check": (AGENCY, DUE),
    "endedServices service": (AGENCY, PAGE),
    "responseBoxes response_count": (AGENCY, "the box of this quarter, and of one that is just over"),
    "responses response_release": (AGENCY, PAGE),
    "deleteBoxesOfLostKey tally": (EVERYBODY, LOST_KEY),
    "deleteBoxesOfLostKey hours_box": (EVERYBODY, LOST_KEY),
    "deleteBoxesOfLostKey filed_sheet": (EVERYBODY, LOST_KEY),
    "deleteBoxesOfLostKey response_count": (EVERYBODY, LOST_KEY),
    "deleteBoxesOfLostKey sheet": (EVERYBODY, LOST_KEY),
    "deleteBoxesOfLostKey attribute_box": (EVERYBODY, LOST_KEY),
    "dutyBoxes duty_month": (AGENCY, "the boxes of one month or a few: one for each member of the team"),
    "deleteDutyBoxes duty_month": (AGENCY, SWEEP),
    "payrollExports payroll_export": (AGENCY, "the exports of the years that are kept: one or two a month"),
    "deletePayrollExports payroll_export": (AGENCY, SWEEP),
    "destroyReleases duty_release": (AGENCY, SWEEP),
    "equipment equipment_item": (AGENCY, "the register itself: what the programme lends"),
    "aidAgreements aid_agreement": (AGENCY, "the agreements with other agencies: a few in years"),
    "deleteRegionalMessages regional_message": (AGENCY, SWEEP),
    "materials material_stock": (AGENCY, "what there is to hand out: a few kinds"),
    "idCards id_card": (AGENCY, "the cards of the team, one for each member"),
    "library library_entry": (AGENCY, "the library itself, a few dozen entries"),
    "hiddenSeeds library_hidden": (AGENCY, "the few handouts that are hidden"),
    "awareness awareness_activity": (AGENCY, "what was done in a year, on its own page"),
    "budget budget_line": (AGENCY, "the lines of a few years: a dozen each"),
    "counsel counsel_review": (AGENCY, "the agency's one row"),
    "sponsorLetter sponsor_letter": (AGENCY, "the agency's one row"),
    "counsel counsel_answer": (AGENCY, "the few questions that the policy has for counsel"),
    "partners partner_organisation": (AGENCY, "the partner organisations, a few"),
    "referrals referral_provider": (AGENCY, "the directory of further help, one page of at most 500"),
    "referralLinks referral_provider": (AGENCY, "the pages of that directory, for the server or whoever keeps it"),
    "scopes consultant_scope": (AGENCY, "what the professionals beside the team do: a few texts"),
    "announcementsInForce announcement": (AGENCY, "what is in force just now: a few"),
    "announcements announcement": (AGENCY, "what an office announced in the years that it is kept, on its own page"),
    "feedback feedback": (AGENCY, "the feedback that is still kept: a year of a team"),
    "feedbackBox feedback_box": (AGENCY, "the agency's one row"),
    "shownAttributes card_attribute": (AGENCY, TEAM),
    "attributeBox attribute_box": (AGENCY, "the agency's one row"),
    "latestSpread attribute_spread": (AGENCY, "the last one"),
    # Who joins the team, and who is of it.
    "applicationsUnderWay application": (AGENCY, "the applications that are under way"),
    "end application": (AGENCY, "one of the applications that are under way"),
    "applicationsDecided application": (AGENCY, "what was decided in a year"),
    "applicationsWithPapers application": (AGENCY, "the decided applications that are still kept"),
    "openSuspensions suspension": (AGENCY, "the suspensions that wait for their last word"),
    "livingMemberships membership": (AGENCY, TEAM),
    "livingMemberships membership_pause": (AGENCY, "why some of the team are not active just now"),
    "openRemovals removal": (AGENCY, "the removals that wait for their decision"),
    "relevantReasons relevant_reason": (AGENCY, "the reasons that the committee adopted, a few"),
    "signatures agreement_signature": (AGENCY, "the list of signatures itself, for whoever keeps the memberships"),
    "openSeats seat": (AGENCY, "the seats that are offered or held: as many as the committees have"),
    "openBallots ballot": (AGENCY, "the ballots that are open"),
    "gatherings gathering": (AGENCY, "the sessions and meetings of a stretch of days"),
    "policyDrafts policy_draft": (AGENCY, "the drafts of the agency's rules: a few in a year"),
    # Lists that are read in their order and end.
    "auditEntries audit_entry": (AGENCY, PAGE),
    "allVouchings audit_entry": (AGENCY, "what the chain vouches for: a few entries for each account and role"),
    "hasVouchings audit_entry": (AGENCY, "whether there is one, which the first answers"),
    "agenciesToTakeOver vouching_due": (EVERYBODY, "the agencies of an installation that was just upgraded"),
    "deleteTakeOver vouching_due": (AGENCY, "the agency's one row"),
    "lastAuditEntry audit_entry": (AGENCY, "the last one"),
    "earliestTalliedMonth tally": (AGENCY, "the first one"),
    "tallies tally": (AGENCY, "a box a month, for three years at most"),
    "talliedMonths tally": (AGENCY, "a box a month, for three years at most"),
    "publications publication": (AGENCY, "those of three years: a few dozen"),
    "publishedPeriods publication": (AGENCY, "those of four years: a few dozen"),
    "openCounts month_count": (AGENCY, "what an earlier version left; locked at the first start, and then none"),
    "hasOpenCounts month_count": (AGENCY, "the first one, of none"),
    "deleteOpenCounts month_count": (AGENCY, "what an earlier version left, once"),
    "afterActions after_action": (AGENCY, PAGE),
    "openAfterActions after_action": (AGENCY, PAGE),
    "incidents incident": (AGENCY, "the register itself: a few in a year"),
    "callOuts call_out": (AGENCY, "the call-outs since a day"),
    "addressees notice": (AGENCY, OPEN),
    "answeredNotices notice": (AGENCY, "what was answered since a day"),
    "openNotices notice": (AGENCY, OPEN),
    "programmeNotices notice": (AGENCY, OPEN),
    "openings selection_opening": (AGENCY, PAGE),
    "openRequests request": (AGENCY, "the requests that somebody has"),
    "accountsCalled call_out": (AGENCY, "the call-outs that run"),
    "runningCallOuts call_out": (AGENCY, "the call-outs that run"),
    # What is due.
    "waitingActivations call_out_activation": (EVERYBODY, "the desks that wait for a yes just now"),
    "requests request": (EVERYBODY, DUE),
    "timers request": (EVERYBODY, WAITS),
    "noticesBeyond notice": (EVERYBODY, WAITS),
    "noticesToAnnounce notice": (EVERYBODY, DUE),
    "endedWordsOfAsking word_of_asking": (EVERYBODY, DUE),
    "hasOldReceipts old_receipt": (AGENCY, "whether there is one, which the first answers"),
    "agencies request_reminder": (EVERYBODY, DUE),
    "reminders request_reminder": (EVERYBODY, DUE),
    "reminders request": (AGENCY, "the requests that somebody has"),
    "consultations request_consultation": (EVERYBODY, "the consultations that run"),
    "hasConsultations request_consultation": (EVERYBODY, DUE),
    "serverKeys server_key": (EVERYBODY, "the keys of a server"),
    "endDevices push_subscription": (EVERYBODY, "the devices themselves, a few for each of the team, once a round"),
    "failingSteps failing_step": (EVERYBODY, "the steps that fail just now"),
    "failingSteps agency": (EVERYBODY, "the agencies of the steps that fail just now"),
    # What is destroyed.
    "applications application": (AGENCY, SWEEP),
    "deleteEnrolmentLetters enrolment_letter": (AGENCY, SWEEP),
    "deleteNominations nomination": (AGENCY, SWEEP),
    "deleteOpenings selection_opening": (AGENCY, SWEEP),
    "deleteReminders reminder": (AGENCY, SWEEP),
    "destroyAnnouncements announcement": (AGENCY, SWEEP),
    "forgetCounted ballot": (AGENCY, SWEEP),
    "deleteAttempts delivery_attempt": (EVERYBODY, SWEEP),
    "deleteAuditSalts audit_salt": (AGENCY, SWEEP),
    "deleteAuditSalts audit_entry": (AGENCY, "the last one before a moment"),
    "deleteCallOuts call_out": (AGENCY, SWEEP),
    "deleteCodes contact_method": (EVERYBODY, SWEEP),
    "deleteConsultations request_consultation": (EVERYBODY, SWEEP),
    "deleteDesignees designee": (AGENCY, SWEEP),
    "deleteDisclosures disclosure": (AGENCY, SWEEP),
    "deleteDisclosures disclosure_step": (AGENCY, "the steps of disclosures that are not yet destroyed"),
    "deleteSheets sheet": (AGENCY, SWEEP),
    "deleteIncidents incident": (AGENCY, SWEEP),
    "deleteNotices notice": (AGENCY, SWEEP),
    "deletePings ping": (EVERYBODY, SWEEP),
    "deletePings outbox": (EVERYBODY, "what is still to be sent"),
    "deleteResponses response": (AGENCY, SWEEP),
    "deleteRoster roster_leave": (AGENCY, SWEEP),
    "deleteRoster roster_override": (AGENCY, SWEEP),
    "deleteRoster roster_rotation": (AGENCY, SWEEP),
    "deleteRoster roster_swap": (AGENCY, SWEEP),
    "deleteSessions session": (EVERYBODY, SWEEP),
    "deleteSignInPauses sign_in_pause": (EVERYBODY, SWEEP),
    "forgetActs done_act": (EVERYBODY, SWEEP),
    "hasSupervisorCodes supervisor_code": (AGENCY, DUE),
    "deleteSupervisorCodes supervisor_code": (AGENCY, SWEEP),
    "deleteSuspensions suspension": (AGENCY, SWEEP),
    "deleteImportEndings import_ending": (AGENCY, SWEEP),
    "deletePersonnelUploads personnel_upload": (EVERYBODY, SWEEP),
}


class Plans(unittest.TestCase):
    maxDiff = None
    #: The reasons that each engine had a use for.
    needed = {}

    @classmethod
    def setUpClass(cls):
        cls.ground = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-plans-")))
        # An insertion of values is not planned.
        cls.statements = [each for each in all_statements() if not re.match(r"INSERT .* VALUES", each.words)]

    def test_sqlite(self):
        installation = Installation(self.ground / "sqlite")
        installation.found("kern-sheriff", {})
        with contextlib.closing(sqlite3.connect(installation.sqlite)) as database:
            self.judge({statement: walks_of_sqlite(database, statement) for statement in self.statements})

    def test_postgresql(self):
        with PostgreSQL() as server:
            uri = server.create("plans")
            Installation(self.ground / "postgresql", uri).found("kern-sheriff", {})
            fill(server, "plans")
            plans = plans_of_postgresql(server, self.statements)
        self.judge({statement: set(walks_of_postgresql(plan)) for statement, plan in plans.items()})

    def judge(self, walks):
        self.assertGreater(len(walks), 150)
        seen = {}
        for statement, found in walks.items():
            for table, extent in found:
                key = f"{statement.name} {table}"
                allowed = ALLOWED.get(key, (None,))[0]
                if allowed != EVERYBODY and allowed != extent:
                    seen[key] = f"walks {extent}: {statement}"
                self.needed.setdefault(self._testMethodName, set()).add(key)
        self.assertEqual(seen, {})

    def test_the_reasons_are_needed(self):
        if len(self.needed) < 2:
            self.skipTest("It takes the plans of both engines.")
        self.assertEqual(set(ALLOWED) - set().union(*self.needed.values()), set())


def walks_of_sqlite(database, statement):
    walks = set()
    for *_, line in database.execute("EXPLAIN QUERY PLAN " + statement.words, [None] * statement.values):
        step = re.match(r"(SCAN|SEARCH) (\w+)(.*?)(?: \((.*)\))?(?: LEFT-JOIN)?$", line)
        if not step or step[2] in ("above", "below", "line", "CONSTANT"):
            continue
        equal = set(re.findall(r"(\w+)=\?", step[4] or ""))
        if not equal - COARSE:
            walks.add((table_named(step[2], statement), AGENCY if "agency" in equal else EVERYBODY))
    return walks


def table_named(name, statement):
    """The table behind an alias."""
    alias = re.search(rf"\b(?:FROM|JOIN) (\w+) {name}\b", statement.words)
    return alias[1] if alias and alias[1] not in ("FROM", "JOIN") else name


def plans_of_postgresql(server, statements):
    # A table is read from end to end only where nothing else would do.
    words = ["SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET random_page_cost = 1.1;"]
    for number, statement in enumerate(statements):
        values = f"({', '.join(['NULL'] * statement.values)})" if statement.values else ""
        words.append(f"PREPARE p{number} AS {statement.words};\nEXPLAIN (FORMAT JSON) EXECUTE p{number}{values};")
    decoder, text, plans = json.JSONDecoder(), server.psql("plans", "\n".join(words)).strip(), []
    while text:
        plan, end = decoder.raw_decode(text)
        plans.append(plan[0]["Plan"])
        text = text[end:].strip()
    return dict(zip(statements, plans, strict=True))


def walks_of_postgresql(node, table=None):
    """Each scan of the plan that goes by nothing better than a coarse column."""
    table = node.get("Relation Name", table)
    condition = node.get("Index Cond", "")
    equal = set(re.findall(r"\(?(\w+) = ", condition))
    if node["Node Type"] == "BitmapAnd":
        # Of several indexes at once the best one decides.
        inner = [set(walks_of_postgresql(each, table)) for each in node["Plans"]]
        if all(inner):
            yield from min(inner, key=len)
        return
    if node["Node Type"] == "Seq Scan":
        yield table, EVERYBODY
    elif "Index Name" in node and not equal - COARSE:
        yield table, AGENCY if "agency" in equal else EVERYBODY
    for inner in node.get("Plans", []):
        yield from walks_of_postgresql(inner, table)


if __name__ == "__main__":
    unittest.main()

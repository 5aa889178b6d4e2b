"""Personnel files that are wrong: every problem with its line, and nothing imported."""

import json
import os
import resource
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

from Harness.installation import Installation
from Harness.interface import Client, set_second_factor_up
from Harness.server import program

AGENCY = "sacramento-probation"
COLUMNS = (
    "employee_number,given_name,family_name,email,phone,unit,division,shift,rank,classification,is_supervisor,"
    "supervisor,hired_on,area,cost_centre,mou,investigates")


def person(number, supervisor="", supervises="no", family="Vang", hired="2019-03-31"):
    return f"{number},Kim,{family},,,Records,Support,Days,Clerk,civilian,{supervises},{supervisor},{hired},,,,no"


def file(*people, header=COLUMNS):
    return "\n".join([header, *people]) + "\n"


def large_file(count):
    """A whole agency: a chief, a supervisor for every fifty, and the others."""
    people = [person("1", supervises="yes")]
    for number in range(2, count + 1):
        if number % 50 == 2:
            boss = str(number)
            people.append(person(number, "1", "yes"))
        else:
            people.append(person(number, boss, family="Ñúñez"))
    return people


class PeopleImport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ground = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="peersupport-people-"))
        cls.installation = Installation(f"{cls.ground}/data")
        cls.installation.found(AGENCY, {})

    def imported(self):
        with sqlite3.connect(self.installation.sqlite) as database:
            return database.execute("SELECT count(*) FROM person").fetchone()[0]

    def import_file(self, content, *options, installation=None):
        path = f"{self.ground}/people.csv"
        with open(path, "wb") as written:
            written.write(content if isinstance(content, bytes) else content.encode())
        return (installation or self.installation).run(
            "people", "import", path, "--agency", AGENCY, *options, check=False)

    def assertRefused(self, content, *problems):
        """Exactly these problems, each a line number and words that its message holds; and nothing is imported."""
        done = self.import_file(content, "--json")
        self.assertEqual(done.returncode, 1, done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual(
            [problem["line"] for problem in told["problems"]], [line for line, _ in problems], told["problems"])
        for problem, (_, words) in zip(told["problems"], problems):
            self.assertRegex(problem["message"], words)
        self.assertEqual(told["total"], len(problems))
        self.assertEqual(self.imported(), 0)
        # People read the same on standard error.
        for_people = self.import_file(content)
        self.assertEqual(for_people.returncode, 1)
        for line, words in problems:
            self.assertRegex(for_people.stderr, rf"(?s)Line {line}\b.*{words}")

    def test_wrong_header(self):
        header = COLUMNS.replace("hired_on", "hire_date").replace(",mou", "")
        self.assertRefused(
            file(person(1).replace(",,,,no", ",,,no"), header=header), (1, "hire_date"), (1, "hired_on"), (1, "mou"))

    def test_no_header_at_all(self):
        self.assertRefused("", (1, "empty"))

    def test_wrong_encodings(self):
        latin = file(person(1), person(2, family="Nuñez")).encode("latin-1")
        self.assertRefused(latin, (3, "not UTF-8"))
        self.assertRefused(file(person(1)).encode("utf-16")[:-1], (1, "UTF-16"))
        self.assertRefused(b"PK\x03\x04[Content_Types].xml and more", (1, r"Excel workbook \(.xlsx\).*CSV UTF-8"))

    def test_duplicate_employee_numbers(self):
        self.assertRefused(
            file(person(1), person(2), person(1), person(2)), (4, "already on line 2"), (5, "already on line 3"))

    def test_a_circle_of_supervisors(self):
        self.assertRefused(
            file(person(1, "3", "yes"), person(2, "1", "yes"), person(3, "2", "yes"), person(4, "3")),
            (2, "in a circle"))

    def test_many_problems_at_once(self):
        self.assertRefused(
            file(person(1), person(2, "9"), person("", hired="31.3.2019"), person(4) + ",more", "x", '5,"Kim'),
            (4, "required"), (4, "2019-03-31"), (5, "18 values"), (6, "has 1 value and"), (7, "never closed"))

    def test_an_unknown_supervisor_in_a_file_that_reads(self):
        self.assertRefused(file(person(1), person(2, "9")), (3, "nobody in the file has the employee number 9"))

    def test_one_wrong_line_among_a_hundred_thousand(self):
        people = large_file(100_000)
        people[-1] = person(100_000, "100000", "yes")
        self.assertRefused(file(*people), (100_001, "their own supervisor"))

    def test_no_such_agency_and_no_such_file(self):
        wrong = self.installation.run("people", "import", "/nowhere.csv", "--agency", AGENCY, check=False)
        self.assertEqual(wrong.returncode, 64)
        self.assertIn("/nowhere.csv", wrong.stderr)
        path = f"{self.ground}/right.csv"
        with open(path, "w", encoding="utf-8") as written:
            written.write(file(person(1)))
        wrong = self.installation.run("people", "import", path, "--agency", "nowhere", check=False)
        self.assertEqual(wrong.returncode, 64)
        self.assertIn("nowhere", wrong.stderr)

    def test_a_hundred_thousand_people(self):
        installation = Installation(f"{self.ground}/large")
        installation.found(AGENCY, {})
        content = file(*large_file(100_000))
        began = time.monotonic()
        done = self.import_file(content, installation=installation)
        took = time.monotonic() - began
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.strip(), "Added 100000, changed 0, ended 0, unchanged 0.")
        # The largest of the processes waited for so far, in KiB.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"100,000 people in {took:.1f} s, at most {memory:.0f} MiB")
        self.assertLess(memory, 512)
        again = self.import_file(content, installation=installation)
        self.assertEqual(again.stdout.strip(), "Added 0, changed 0, ended 0, unchanged 100000.")

    def test_twenty_thousand_people_by_page(self):
        """In one act, while another agency goes on; a file with a problem on every line changes nothing."""
        installation = Installation(f"{self.ground}/pages")
        codes = installation.found(AGENCY, {"keeper": "coordinator"})
        others = installation.found("police-division", {"desk": "coordinator"})
        people = large_file(20_000)
        with installation.server() as server:
            installation.enrol(server, AGENCY, codes)
            installation.enrol(server, "police-division", others)
            keeper = Client(server.port, set_second_factor_up(server.port, AGENCY, "keeper"))
            elsewhere = Client(server.port, set_second_factor_up(server.port, "police-division", "desk"))
            self.assertEqual(keeper.call("POST", "/api/v1/people/import", {"table": file(*people)})[0], 204)
            _, waiting = keeper.call("GET", "/api/v1/people/import")
            self.assertEqual((waiting["preview"]["addedCount"], waiting["preview"]["endedCount"]), (20_000, 0))
            answers = []
            going_on = threading.Thread(target=lambda: answers.extend(
                elsewhere.call("GET", "/api/v1/people")[0] for _ in range(20)))
            going_on.start()
            status, done = keeper.call("POST", "/api/v1/people/import/decision", {})
            going_on.join()
            self.assertEqual((status, done.get("added")), (200, 20_000), done)
            self.assertEqual(set(answers), {200})
            wrong = file(*(line.replace("civilian", "robot") for line in people))
            self.assertEqual(keeper.call("POST", "/api/v1/people/import", {"table": wrong})[0], 204)
            _, waiting = keeper.call("GET", "/api/v1/people/import")
            self.assertEqual((waiting["problems"], len(waiting["first"]), waiting["preview"]), (20_000, 200, None))
            self.assertEqual(keeper.call("POST", "/api/v1/people/import/decision", {})[0], 422)
            keeper.close()
            elsewhere.close()
        moved = self.import_file(file(*people).replace("Records", "Archive"), installation=installation)
        self.assertEqual(moved.stdout.strip(), "Added 0, changed 20000, ended 0, unchanged 0.")
        with sqlite3.connect(installation.sqlite) as database:
            self.assertEqual(
                database.execute("SELECT count(*) FROM person WHERE unit = 'Archive'").fetchone()[0], 20_000)

    def a_small_agency(self, name):
        """Forty people, of whom three have accounts with the supporter's role."""
        installation = Installation(f"{self.ground}/{name}")
        installation.found(AGENCY, {})
        people = [person(1, supervises="yes"), *(person(number, "1") for number in range(2, 41))]
        self.assertEqual(self.import_file(file(*people), installation=installation).returncode, 0)
        for number in (2, 3, 4):
            installation.run(
                "account", "create", f"kim.{number}", "--agency", AGENCY, "--name", "Kim", "--role", "supporter",
                "--employee-number", number)
        return installation, people

    def test_a_file_that_ends_many_wants_a_word(self):
        installation, people = self.a_small_agency("many")
        wrong = file(people[0])

        def active():
            with sqlite3.connect(installation.sqlite) as database:
                return (
                    database.execute("SELECT count(*) FROM person WHERE ended_on IS NULL").fetchone()[0],
                    database.execute("SELECT count(*) FROM holding WHERE held_until IS NULL").fetchone()[0])

        for options in ([], ["--ends", "38"]):
            done = self.import_file(wrong, *options, installation=installation)
            self.assertEqual(done.returncode, 1)
            self.assertIn("39 of the 40 people", done.stderr)
            self.assertEqual(active(), (40, 3))
        preview = self.import_file(wrong, "--dry-run", installation=installation)
        self.assertEqual(preview.returncode, 0, preview.stderr)
        for words in ("Ended: 39.", "account kim.2: Peer Supporter", "Nobody will hold Peer Supporter.", "--ends 39"):
            self.assertIn(words, preview.stdout)
        told = json.loads(self.import_file(wrong, "--dry-run", "--json", installation=installation).stdout)
        self.assertEqual(told["counts"], {"added": 0, "changed": 0, "ended": 39, "unchanged": 1})
        self.assertTrue(told["endsMany"])
        self.assertEqual(active(), (40, 3))

        done = self.import_file(wrong, "--ends", "39", installation=installation)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(active(), (1, 0))
        right = self.import_file(file(*people), installation=installation)
        self.assertEqual(right.returncode, 0, right.stderr)
        self.assertEqual(right.stdout.count("is given back"), 3, right.stdout)
        self.assertEqual(active(), (40, 3))
        self.assertEqual(installation.run("audit", "verify", check=False).returncode, 0)

    def test_headings_of_another_system(self):
        installation = Installation(f"{self.ground}/headings")
        installation.found(AGENCY, {})
        header = COLUMNS.replace("employee_number", "Emp No").replace("rank", "Job Title").replace(",mou", "")
        content = ("People of the agency\n\n" + file(
            person(1).replace(",,,,no", ",,,no") + ",17", header=header + ",Leave balance")).replace(",", ";")
        refused = self.import_file(content.encode("utf-16"), installation=installation)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("Line 3: the header has a column “Emp No”", refused.stderr)
        self.assertIn("It may be employee_number", refused.stderr)
        self.assertIn("people columns", refused.stderr)
        path = f"{self.ground}/people.csv"
        shown = json.loads(installation.run("people", "columns", path, "--agency", AGENCY, "--json").stdout)
        self.assertEqual(shown["unknown"], ["Emp No", "Job Title", "Leave balance"])
        self.assertIn({"column": "rank", "likely": "Job Title"}, shown["missing"])
        wrong = installation.run(
            "people", "columns", "--agency", AGENCY, "--without", "rank", check=False)
        self.assertEqual(wrong.returncode, 1)
        installation.run(
            "people", "columns", "--agency", AGENCY, "--set", "employee_number=Emp No", "--set", "rank=Job Title",
            "--without", "mou", "--leave-out", "Leave balance")
        done = self.import_file(content.encode("utf-16"), installation=installation)
        self.assertEqual(done.returncode, 0, done.stderr)
        with sqlite3.connect(installation.sqlite) as database:
            self.assertEqual(database.execute("SELECT employee_number, rank FROM person").fetchall(), [("1", "Clerk")])

    def test_progress_is_shown_on_a_terminal(self):
        installation = Installation(f"{self.ground}/watched")
        installation.found(AGENCY, {})
        path = f"{self.ground}/watched.csv"
        with open(path, "w", encoding="utf-8") as written:
            written.write(file(*large_file(3000)))
        master, terminal = os.openpty()
        done = subprocess.run(
            [program(), "people", "import", path, "--agency", AGENCY, *installation.options],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=terminal)
        os.close(terminal)
        shown = os.read(master, 65536).decode()
        os.close(master)
        self.assertEqual(done.returncode, 0)
        self.assertIn("100 %", shown)
        self.assertGreater(shown.count("%"), 2)


if __name__ == "__main__":
    unittest.main()

"""Each duty of the list is undone in a copy of its pack; the test of its clause must fail then, and for no other reason."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import yaml

from Undone import edits

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKS = ROOT / "Sources/PolicyPacks/Packs"
BUILT = pathlib.Path(os.environ.get("PEERSUPPORT_SCRATCH", ROOT / ".build")) / "release"
DUTIES = yaml.safe_load((pathlib.Path(__file__).parent / "duties.yaml").read_text(encoding="utf-8"))
#: A minute for a test that takes a second: what takes longer hangs.
LIMIT = 60


def pack_of(clause):
    for path in PACKS.glob("*.yaml"):
        if f'{{id: "{clause}",' in path.read_text(encoding="utf-8"):
            return path
    raise KeyError(f"no pack registers {clause}")


def is_tagged(test, clause):
    """Whether the source says that this test shows that clause."""
    suite, function = test.split("/")
    for path in (ROOT / "Tests/Clauses").rglob("*.swift"):
        text = path.read_text(encoding="utf-8")
        if not re.search(rf"struct {suite}\b", text):
            continue
        whole = re.search(rf"@Suite\(\.clause\(([^()]*)\)[^\n]*struct {suite}\b", text)
        own = re.search(rf"@Test\(([^@]*?)func {function}\b", text, re.S)
        return f"func {function}(" in text and any(f'"{clause}"' in found[1] for found in (whole, own) if found)
    return False


def undone(duty, folder):
    """What is wrong with the duty's test, or with the list; nothing where it fails as it should."""
    clause, test = duty["clause"], duty["test"]
    if not is_tagged(test, clause):
        return f"{test} is no test of {clause}"
    path = pack_of(clause)
    pack = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        edits.apply(pack, duty["undo"])
    except (KeyError, ValueError, TypeError) as problem:
        return f"the pack has changed: {problem}"
    copy = pathlib.Path(folder) / path.name
    copy.write_text(yaml.safe_dump(pack, sort_keys=False, allow_unicode=True), encoding="utf-8")
    check = subprocess.run([BUILT / "peersupport", "pack", "check", copy], capture_output=True, text=True)
    if check.returncode != 0:
        return f"the pack is none without it: {check.stdout}{check.stderr}"
    suite, function = test.split("/")
    run = subprocess.run(
        [BUILT / "peersupportPackageTests.xctest", "--testing-library", "swift-testing", "--filter",
         rf"^Clauses\.{suite}/{function}\("],
        capture_output=True, text=True, timeout=LIMIT,
        env=os.environ | {"PEERSUPPORT_TEST_PACKS": folder, "PEERSUPPORT_TEST_ENGINES": "sqlite"})
    said = run.stdout + run.stderr
    if re.search(r"Test run with 0 tests|No matching test", said):
        return f"there is no test {test}"
    if run.returncode == 0:
        return f"{test} passes, though the duty is undone"
    if "recorded an issue" not in said:
        return f"{test} breaks down instead of failing: {said[-2000:]}"
    return None


class Duties(unittest.TestCase):
    def test_the_test_of_an_undone_duty_fails(self):
        with tempfile.TemporaryDirectory() as ground, concurrent.futures.ThreadPoolExecutor(2) as pool:
            folders = [pathlib.Path(ground) / str(number) for number in range(len(DUTIES))]
            for folder in folders:
                folder.mkdir()
            for duty, problem in zip(DUTIES, pool.map(undone, DUTIES, map(str, folders))):
                with self.subTest(clause=duty["clause"], test=duty["test"]):
                    self.assertIsNone(problem)

    def test_there_are_fifty_of_them_in_all_five_packs(self):
        self.assertGreaterEqual(len({duty["clause"] for duty in DUTIES}), 50)
        self.assertEqual({pack_of(duty["clause"]).stem for duty in DUTIES}, {path.stem for path in PACKS.glob("*.yaml")})


if __name__ == "__main__":
    unittest.main()

"""Each duty of the list is undone in a copy of its pack; the test of its clause must fail then, and for no other reason."""

import functools
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
#: For all of a round, which takes a minute or two on a machine of its own; what takes longer hangs.
LIMIT = 900
# The parser and writer of C, where they are: it is fifty times as fast.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@functools.cache
def pack_text(path):
    return path.read_text(encoding="utf-8")


def pack_of(clause):
    for path in PACKS.glob("*.yaml"):
        if f'{{id: "{clause}",' in pack_text(path):
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


def function_of(duty):
    return duty["test"].split("/")[1]


def rounds():
    """The duties in as few lists as there can be where each function of a test is at most once in a list."""
    lists = []
    for duty in DUTIES:
        free = next((some for some in lists if function_of(duty) not in map(function_of, some)), None)
        if free is None:
            lists.append([duty])
        else:
            free.append(duty)
    return lists


def write_undone(duty, folder):
    """Writes the pack without the duty into a folder of the test function's name."""
    path = pack_of(duty["clause"])
    pack = yaml.load(pack_text(path), Loader)
    edits.apply(pack, duty["undo"])
    copy = folder / function_of(duty) / path.name
    copy.parent.mkdir()
    copy.write_text(yaml.dump(pack, Dumper=Dumper, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return copy


def check(copies):
    """What `pack check` says against them; nothing where it takes each."""
    done = subprocess.run([BUILT / "peersupport", "pack", "check", *copies], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def without_packs(copies):
    """By duty what is wrong with its pack. They are only checked one by one where something is wrong with one of them."""
    if not check(copies.values()):
        return {}
    said = {number: check([copy]) for number, copy in copies.items()}
    return {number: f"the pack is none without it: {text}" for number, text in said.items() if text}


def run(duties, folder):
    """What is said when the tests of the duties run, each with the pack in its folder."""
    tests = "|".join(duty["test"] for duty in duties)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        running = subprocess.Popen(
            [BUILT / "peersupportPackageTests.xctest", "--testing-library", "swift-testing", "--filter",
             rf"^Clauses\.({tests})\("],
            stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
            env=os.environ | {
                "PEERSUPPORT_TEST_PACKS": str(folder), "PEERSUPPORT_TEST_ENGINES": "sqlite",
                "SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH": "12"})
        try:
            running.wait(LIMIT)
        except subprocess.TimeoutExpired:
            # What has not ended by now is told by its duty.
            running.kill()
            running.wait()
        said.seek(0)
        return said.read()


def verdict(duty, said):
    """What is wrong with the test of an undone duty; nothing where it fails as it should."""
    of_it = rf"Test {function_of(duty)}\([\w:]*\) "
    ended = re.search(of_it + r"(?:with \d+ test cases? )?(passed|failed) after", said)
    if not re.search(of_it + "started", said):
        return f"there is no test {duty['test']}"
    if ended and ended[1] == "passed":
        return f"{duty['test']} passes, though the duty is undone"
    if not ended or not re.search(of_it + "recorded an issue", said):
        return f"{duty['test']} breaks down instead of failing: {said[-2000:]}"
    return None


def undone(duties, folder):
    """For each duty what is wrong with its test, or with the list; nothing where the test fails as it should."""
    folder.mkdir()
    wrong, copies = {}, {}
    for number, duty in enumerate(duties):
        if not is_tagged(duty["test"], duty["clause"]):
            wrong[number] = f"{duty['test']} is no test of {duty['clause']}"
            continue
        try:
            copies[number] = write_undone(duty, folder)
        except (KeyError, ValueError, TypeError) as problem:
            wrong[number] = f"the pack has changed: {problem}"
    wrong |= without_packs(copies)
    left = [number for number in range(len(duties)) if number not in wrong]
    said = run([duties[number] for number in left], folder)
    wrong |= {number: verdict(duties[number], said) for number in left}
    return [wrong[number] for number in range(len(duties))]


class Duties(unittest.TestCase):
    def test_the_test_of_an_undone_duty_fails(self):
        with tempfile.TemporaryDirectory() as ground:
            for number, duties in enumerate(rounds()):
                for duty, problem in zip(duties, undone(duties, pathlib.Path(ground) / str(number))):
                    with self.subTest(clause=duty["clause"], test=duty["test"]):
                        self.assertIsNone(problem)

    def test_there_are_fifty_of_them_in_all_five_packs(self):
        self.assertGreaterEqual(len({duty["clause"] for duty in DUTIES}), 50)
        self.assertEqual({pack_of(duty["clause"]).stem for duty in DUTIES}, {path.stem for path in PACKS.glob("*.yaml")})


if __name__ == "__main__":
    unittest.main()

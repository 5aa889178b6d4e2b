"""The demonstration's invented agencies, made once and copied for each test that changes something."""

import atexit
import os
import pathlib
import shutil
import tempfile
import time

from Harness.server import Server, run


def present_digits(clock=None):
    """The six digits of every demonstration login's second factor, now, by that wrong clock where there is one."""
    wrong = {"through": clock.through, "env": {**os.environ, **clock.environment}} if clock else {}
    return run("demo", "digits", **wrong).stdout.strip()


def next_digits(used, clock=None):
    """The digits after those, waited for."""
    while (digits := present_digits(clock)) == used:
        time.sleep(1)
    return digits


def _made():
    """The folder of a freshly made demonstration: the one bin/test made, or our own."""
    if folder := os.environ.get("PEERSUPPORT_DEMO"):
        return pathlib.Path(folder)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="peersupport-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    run("demo", "--data", folder / "demo", "--only-make")
    os.environ["PEERSUPPORT_DEMO"] = str(folder / "demo")
    return folder / "demo"


class DemonstrationServer(Server):
    """Serves a copy of the demonstration of its own, by a wrong clock where there is one."""

    def __init__(self, clock=None, **environment):
        self.ground = tempfile.mkdtemp(prefix="peersupport-served-")
        self.data = pathlib.Path(self.ground) / "demo"
        shutil.copytree(_made(), self.data)
        wrong = {"through": clock.through} if clock else {}
        super().__init__(
            "demo", "--data", self.data, environment={**environment, **(clock.environment if clock else {})}, **wrong)

    def __exit__(self, *outcome):
        super().__exit__(*outcome)
        shutil.rmtree(self.ground, ignore_errors=True)

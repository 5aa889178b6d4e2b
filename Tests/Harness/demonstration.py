"""The demonstration's five invented agencies, made once and copied for each test that changes something."""

import atexit
import os
import pathlib
import shutil
import tempfile
import time

from Harness.server import Server, run


def present_digits():
    """The six digits of every demonstration login's second factor, now."""
    return run("demo", "digits").stdout.strip()


def next_digits(used):
    """The digits after those, waited for."""
    while (digits := present_digits()) == used:
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
    """Serves a copy of the demonstration of its own."""

    def __init__(self, **environment):
        self.ground = tempfile.mkdtemp(prefix="peersupport-served-")
        self.data = pathlib.Path(self.ground) / "demo"
        shutil.copytree(_made(), self.data)
        super().__init__("demo", "--data", self.data, environment=environment)

    def __exit__(self, *outcome):
        super().__exit__(*outcome)
        shutil.rmtree(self.ground, ignore_errors=True)

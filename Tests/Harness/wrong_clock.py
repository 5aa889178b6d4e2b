"""A machine whose clock is set by the test, for one server: Debian's libfaketime stands between the program and the clock."""

import os
import pathlib
import subprocess

from Harness.server import ROOT


class WrongClock:
    """By how much the clock is wrong stands in a file, which is read anew at each look. How long the machine has run stays true."""

    def __init__(self, folder):
        self.file = pathlib.Path(folder) / "wrong-clock"
        self.slip("+0")

    #: The library ends the first process that it comes into.
    through = ("env",)

    def slip(self, by):
        """By so much, such as `+1d`, `-1d` or `+0`."""
        written = self.file.with_suffix(".new")
        written.write_text(f"{by}\n", encoding="ascii")
        written.rename(self.file)

    @property
    def environment(self):
        [library] = pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
        return {
            "LD_PRELOAD": f"{true_timers()}:{library}", "FAKETIME_TIMESTAMP_FILE": str(self.file), "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


def true_timers():
    """The library that keeps timers true, made where it is missing or older than its source. The compiler came with Swift."""
    source = pathlib.Path(__file__).with_name("true_timers.c")
    library = ROOT / ".test" / "true-timers.so"
    if not library.exists() or library.stat().st_mtime < source.stat().st_mtime:
        library.parent.mkdir(exist_ok=True)
        made = library.with_name(f"{library.name}.{os.getpid()}")
        subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", made, source], check=True)
        made.rename(library)
    return library

"""A machine whose clock is set by the test, for one server: Debian's libfaketime stands between the program and the clock."""

import pathlib


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
            "LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(self.file), "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

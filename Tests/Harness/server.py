"""The real program, run as its operators run it, on a port of its own of 127.0.0.1."""

import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def program():
    """The built program: of the release build in PEERSUPPORT_SCRATCH, or in .build."""
    scratch = pathlib.Path(os.environ.get("PEERSUPPORT_SCRATCH", ROOT / ".build"))
    built = pathlib.Path(os.environ.get("PEERSUPPORT_PROGRAM", scratch / "release" / "peersupport"))
    if not built.exists():
        raise SystemExit(f"{built} is not there. Build it: bin/build --product peersupport")
    return built


def run(*arguments, check=True, through=(), **options):
    """Runs a command of the program to its end and gives what it printed and its exit code. `through` is a command that becomes the
    program."""
    done = subprocess.run(
        [*through, program(), *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, arguments))} exited with {done.returncode}:\n{done.stderr}")
    return done


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A serving process. It ends with the block it was started for, at the latest."""

    def __init__(self, *arguments, port=None, environment=None, descriptors=None, through=()):
        """`descriptors` is how many files and connections the system lets it have: at first, and at most; `through` is a command that
        becomes the program."""
        self.environment = {**os.environ, **(environment or {})}
        self.arguments = [str(argument) for argument in arguments]
        self.port = port or free_port()
        self.descriptors = descriptors
        self.through = through
        self.process = None
        self.log = tempfile.NamedTemporaryFile("w+", prefix="peersupport-", suffix=".log")

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, within=60):
        self.log.seek(0)
        self.log.truncate()
        self.process = subprocess.Popen(
            [*self.through, program(), *self.arguments, "--port", str(self.port)], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=self.log, env=self.environment,
            preexec_fn=self.descriptors and (
                lambda: resource.setrlimit(resource.RLIMIT_NOFILE, self.descriptors)))
        end = time.monotonic() + within
        while "Listening on" not in self.said():
            if self.process.poll() is not None:
                raise AssertionError(f"The server ended with {self.process.returncode}:\n{self.said()}")
            if time.monotonic() > end:
                self.kill()
                raise AssertionError(f"The server did not begin to listen:\n{self.said()}")
            time.sleep(0.02)
        return self

    def said(self):
        """What it wrote to standard error since it was started."""
        return pathlib.Path(self.log.name).read_text(encoding="utf-8")

    def memory(self):
        """Resident memory in MiB, at most so far."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024

    def worked(self):
        """The seconds of processor time that it has used so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self):
        """Ends it as a power cut would: it is not asked, and runs nothing more."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Ends it as an operator does."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("The server did not end within 30 seconds of being asked.") from None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        self.log.close()

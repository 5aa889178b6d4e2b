"""A PostgreSQL server for one test, on a private unix socket. It waits for the disk, as one in use does."""

import contextlib
import getpass
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time


class PostgreSQL:
    def __init__(self, settings=(), keeps_log=False):
        """`settings` are files of settings that it reads besides its own; what it writes is thrown away unless it is kept."""
        self.settings, self.keeps_log = settings, keeps_log
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="peersupport-pg-"))
        self.programs = self._find_programs()
        self.process = None

    def uri(self, database):
        return f"postgresql:///{database}?host={self.folder}&user=app"

    def create(self, database):
        self._run("createdb", "-h", self.folder, "-U", "app", "-T", "template0", database)
        return self.uri(database)

    def psql(self, database, sql):
        """Runs SQL and gives its rows, values parted by tabs."""
        return self._run(
            "psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "app",
            "-d", database, input=sql)

    def pgbench(self, database, *arguments):
        return self._run("pgbench", "-h", self.folder, "-U", "app", *arguments, database)

    def dump(self, database, file):
        """A backup as operators make one, in words."""
        pathlib.Path(file).write_text(
            self._run("pg_dump", "-h", self.folder, "-U", "app", database), encoding="utf-8")

    def log(self):
        """What the server has written so far, where that is kept."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def _include_settings(self, data):
        for file in self.settings:
            copy = shutil.copy(file, self.folder)
            os.chmod(copy, 0o644)
            with (data / "postgresql.conf").open("a", encoding="ascii") as configuration:
                configuration.write(f"include = '{copy}'\n")

    def __enter__(self):
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._make(str(self.folder / "data"))
        self.start()
        return self

    def _make(self, data):
        subprocess.run(
            self._as_server("initdb", "-D", data, "-A", "trust", "-U", "app", "--locale=C", "-E", "UTF8"),
            check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self._include_settings(pathlib.Path(data))

    def start(self):
        """Starts it, and waits until it serves."""
        data = str(self.folder / "data")
        with open(self.folder / "server.log" if self.keeps_log else os.devnull, "wb") as log:
            self.process = subprocess.Popen(
                self._as_server("postgres", "-D", data, "-k", str(self.folder), "-c", "listen_addresses="),
                cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log)
        for _ in range(300):
            if subprocess.run([self.programs / "pg_isready", "-q", "-h", self.folder]).returncode == 0:
                return
            time.sleep(0.1)
        raise AssertionError("PostgreSQL did not start.")

    def break_down(self):
        """Ends it at once, as its machine's end does; what was committed is found at the next start."""
        os.kill(self._processes()[0], signal.SIGQUIT)
        self.process.wait(timeout=60)

    @contextlib.contextmanager
    def standing_still(self):
        """None of its processes goes on: connections are taken, and nothing is answered."""
        stopped = self._processes()
        for process in stopped:
            os.kill(process, signal.SIGSTOP)
        try:
            yield
        finally:
            # Whoever stands between it and us has stopped with it.
            for process in [*stopped, self.process.pid]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGCONT)

    def _processes(self):
        """The numbers of its processes, the first that of the one the others belong to."""
        # The number it wrote down: runuser stands between it and us.
        first = int((self.folder / "data" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        children = pathlib.Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii")
        return [first, *map(int, children.split())]

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.kill(self._processes()[0], signal.SIGINT)
            self.process.wait(timeout=60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, name, *arguments, input=None):
        done = subprocess.run(
            [self.programs / name, *map(str, arguments)], cwd="/", input=input or "", capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{name}: {done.stderr}")
        return done.stdout

    def _as_server(self, name, *arguments):
        """PostgreSQL refuses to run as root, so then it runs as Debian's user for it."""
        as_user = ["runuser", "-u", "postgres", "--"] if getpass.getuser() == "root" else []
        return [*as_user, str(self.programs / name), *arguments]

    @staticmethod
    def _find_programs():
        """Debian keeps the server's programs outside the path, a folder for each version."""
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
        found = versions[-1] if versions else None
        if not found:
            initdb = shutil.which("initdb")
            if not initdb:
                raise SystemExit("PostgreSQL is not installed: bin/setup test")
            found = pathlib.Path(initdb).resolve().parent
        return found


class Standby(PostgreSQL):
    """A server that follows another, until it takes its place."""

    def __init__(self, primary):
        super().__init__()
        self.primary = primary

    def _make(self, data):
        subprocess.run(
            self._as_server("pg_basebackup", "-D", data, "-R", "-X", "stream", "-c", "fast", "-h", str(self.primary.folder), "-U", "app"),
            check=True, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def take_over(self):
        subprocess.run(
            self._as_server("pg_ctl", "promote", "-w", "-D", str(self.folder / "data")), check=True, cwd="/",
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def catch_up(self):
        """Waits until everything has come here that the other has committed so far."""
        committed = self.primary.psql("postgres", "SELECT pg_current_wal_flush_lsn();").strip()
        for _ in range(300):
            if self.psql("postgres", f"SELECT pg_last_wal_replay_lsn() >= '{committed}';").strip() == "t":
                return
            time.sleep(0.1)
        raise AssertionError("The standby did not follow.")

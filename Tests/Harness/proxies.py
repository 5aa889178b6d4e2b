"""The proxies that bring HTTPS before the server, run with the files that operators get."""

import contextlib
import http.client
import os
import pathlib
import shutil
import ssl
import subprocess
import tempfile
import time

from Harness.server import ROOT, free_port

DEPLOY = ROOT / "deploy"


class Proxy:
    """A proxy in front of servers of this machine, by their ports. What it writes lies in its folder."""

    #: The name of its program.
    program = None

    def __init__(self, certificate, ports):
        self.certificate, self.ports = certificate, ports
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="peersupport-proxy-"))
        self.http, self.https = free_port(), free_port()
        self.process = None

    @classmethod
    def is_there(cls):
        return shutil.which(cls.program, path=f"{os.environ['PATH']}:/usr/sbin") is not None

    def call(self, method, path, body=None, headers=None, origin="127.0.0.1"):
        """Asks it by HTTPS from that address of this machine. Gives status, headers and body."""
        connection = http.client.HTTPSConnection(
            "localhost", self.https, timeout=60, source_address=(origin, 0),
            context=ssl.create_default_context(cafile=str(self.certificate.file)))
        with contextlib.closing(connection):
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def call_plainly(self, path):
        """Asks it without encryption. Gives status and where it sends one."""
        connection = http.client.HTTPConnection("localhost", self.http, timeout=60)
        with contextlib.closing(connection):
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.headers["Location"]

    def written(self):
        """Everything that it has written to any file of its own."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)

    def __enter__(self):
        log = (self.folder / "stderr.log").open("wb")
        with log:
            self.process = subprocess.Popen(
                self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.environment())
        end = time.monotonic() + 30
        while True:
            if self.process.poll() is not None:
                raise AssertionError(f"{self.program} ended with {self.process.returncode}:\n{self.written()}")
            try:
                self.call_plainly("/")
                return self
            except OSError:
                if time.monotonic() > end:
                    self.__exit__()
                    raise AssertionError(f"{self.program} did not begin to listen:\n{self.written()}") from None
                time.sleep(0.05)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self):
        return dict(os.environ)


class Nginx(Proxy):
    program = "nginx"

    def command(self):
        local = self.folder / "peersupport"
        local.mkdir()
        (local / "http.conf").write_text(f"listen 127.0.0.1:{self.http}; server_name localhost;", encoding="ascii")
        (local / "https.conf").write_text(
            f"listen 127.0.0.1:{self.https} ssl; server_name localhost; ssl_certificate {self.certificate.file};"
            f"ssl_certificate_key {self.certificate.folder}/key.pem;", encoding="ascii")
        (local / "servers.conf").write_text(
            "".join(f"server 127.0.0.1:{port};" for port in self.ports), encoding="ascii")
        places = "".join(
            f"{kind}_temp_path {self.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # As Debian's own, which logs every request and compresses, but of this folder.
        (self.folder / "nginx.conf").write_text(
            f"{'user root;' if os.geteuid() == 0 else ''} worker_processes 1; daemon off; pid {self.folder}/pid;"
            f"error_log {self.folder}/error.log info; events {{}}"
            f"http {{ access_log {self.folder}/access.log; gzip on; {places} include {DEPLOY}/nginx/peersupport.conf; }}",
            encoding="ascii")
        return [shutil.which("nginx", path="/usr/sbin:/usr/bin"), "-p", str(self.folder), "-c", "nginx.conf",
                "-e", str(self.folder / "error.log")]

    def open_files(self):
        """The files of its folder that its workers hold open, those without a name too."""
        workers = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        found = []
        for worker in workers.split():
            for link in pathlib.Path(f"/proc/{worker}/fd").iterdir():
                with contextlib.suppress(FileNotFoundError):
                    found.append(os.readlink(link))
        return [path for path in found if path.startswith(str(self.folder))]


class Caddy(Proxy):
    program = "caddy"

    def command(self):
        return ["caddy", "run", "--config", str(DEPLOY / "caddy" / "Caddyfile"), "--adapter", "caddyfile"]

    def environment(self):
        return {
            **os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"), "PEERSUPPORT_HTTP_PORT": str(self.http),
            "PEERSUPPORT_HTTPS_PORT": str(self.https), "PEERSUPPORT_SITE": "localhost",
            "PEERSUPPORT_CERTIFICATE": f"{self.certificate.file} {self.certificate.folder}/key.pem",
            "PEERSUPPORT_SERVERS": " ".join(f"127.0.0.1:{port}" for port in self.ports),
        }

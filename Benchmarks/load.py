"""Asking a server as fast as it answers, with wrk."""

import dataclasses
import pathlib
import re
import subprocess
import tempfile

CLIENTS = 16
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


@dataclasses.dataclass
class Measured:
    """Requests a second, and milliseconds that half and all but a hundredth of them took at most."""

    rate: float
    p50: float
    p99: float
    about: str = ""


class Load:
    def __init__(self, port, seconds):
        self.address = f"http://127.0.0.1:{port}"
        self.seconds = seconds

    def run(self, requests, clients=CLIENTS):
        """Sends the requests over and over: (method, path, header, value, body) each. All must be answered well."""
        with tempfile.NamedTemporaryFile("w", prefix="peersupport-requests-") as file:
            file.writelines("\t".join(request) + "\n" for request in requests)
            file.flush()
            script = pathlib.Path(__file__).with_name("requests.lua")
            told = subprocess.run(
                ["wrk", "--latency", "-t1", f"-c{clients}", f"-d{self.seconds}s", "-s", script, self.address, "--", file.name],
                check=True, capture_output=True, text=True).stdout
        if refused := re.search(r"Non-2xx or 3xx responses: (\d+)", told):
            raise SystemExit(f"{requests[0][:2]}: {refused[1]} answers were refusals:\n{told}")
        return Measured(
            float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), self._latency(told, 50), self._latency(told, 99))

    @staticmethod
    def _latency(told, percent):
        number, unit = re.search(rf"\b{percent}%\s+([\d.]+)(us|ms|s|m)\b", told).groups()
        return float(number) * UNITS[unit]

"""Connections as letters on a wire, for callers who do not speak as they should."""

import contextlib
import re
import resource
import socket
import time


def raise_descriptors():
    """As many as the system lets this process have; gives how many that are."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


class Line:
    """One connection."""

    def __init__(self, port, within=30):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=within)

    def send(self, text):
        self.socket.sendall(text if isinstance(text, bytes) else text.encode("latin-1"))
        return self

    def say_no_more(self):
        self.socket.shutdown(socket.SHUT_WR)
        return self

    def answer(self):
        """One answer, which says how long it is; the connection goes on."""
        heard = b""
        while b"\r\n\r\n" not in heard:
            piece = self.socket.recv(65536)
            if not piece:
                raise AssertionError("The server ended the connection instead of answering.")
            heard += piece
        told, _, body = heard.partition(b"\r\n\r\n")
        length = int(re.search(rb"(?i)\r\ncontent-length: (\d+)", told)[1])
        while len(body) < length:
            body += self.socket.recv(65536)
        return (told + b"\r\n\r\n" + body).decode("utf-8", "replace")

    def rest(self):
        """All that comes until the server ends the connection."""
        heard = b""
        with contextlib.suppress(ConnectionResetError):
            while piece := self.socket.recv(65536):
                heard += piece
        return heard.decode("utf-8", "replace")

    def pour(self, piece, most):
        """Sends the same again and again until the server wants no more, or it is enough; gives how much it took."""
        poured = 0
        with contextlib.suppress(ConnectionError):
            while poured < most:
                self.socket.sendall(piece)
                poured += len(piece)
        return poured

    def is_over(self):
        """Whether the server has ended it; what came before is thrown away."""
        self.socket.setblocking(False)
        try:
            while self.socket.recv(65536):
                pass
            return True
        except BlockingIOError:
            return False
        except ConnectionError:
            return True

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def ask(port, path="/", within=30):
    """The status of a page asked for by an honest caller, on a connection of their own."""
    with Line(port, within) as line:
        heard = line.send(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").say_no_more().rest()
    return int(heard.split(" ", 2)[1]) if heard else None


def wait_for(condition, within=60):
    end = time.monotonic() + within
    while not (found := condition()):
        if time.monotonic() > end:
            raise AssertionError("It did not come about in time.")
        time.sleep(0.1)
    return found

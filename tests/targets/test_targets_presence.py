"""One look from outside tells whether a platform is still there, in words that say how it is not."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from support.reporting.masking import Mask
from support.settings import Settings
from support.targets.base import Target
from support.targets.presence import what_is_wrong_at

SECRET = "never-in-a-report-4711"


@contextmanager
def server(*pieces: bytes, endless: bytes = b"") -> Iterator[str]:
    """The address of a server that answers these pieces, then ``endless`` again and again; without any: nothing."""
    over = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65536)
            for piece in pieces:
                connection.sendall(piece)
            if pieces and not endless:
                return
            while not over.wait(0.05):
                if endless:
                    connection.sendall(endless)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        listening.close()


def answer(content: object, status: str = "200 OK") -> bytes:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body


def look(address: str, seconds: float = 5.0) -> str:
    return what_is_wrong_at(address, Mask([SECRET]), seconds)


@pytest.mark.parametrize("piece", [
    answer({"version": "v2", "build": "1"}),
    answer({"title": "Too many requests", "status": 429, "detail": ""}, "429 Too Many Requests"),
], ids=["version", "refusal as a problem"])
def test_a_platform_that_answers_is_there(piece):
    with server(piece) as address:
        assert look(address) == ""


@pytest.mark.parametrize("piece", [
    answer(b"<html>Bad gateway</html>", "502 Bad Gateway"), answer([]), answer("version"), answer({"status": 200}),
    answer({"status": 200, "title": "another's"}, "500 Internal Server Error"), answer(b"\xff\xfe"), answer(b""),
], ids=["a page", "a list", "a word", "no version", "no refusal", "no UTF-8", "nothing"])
def test_what_is_no_platform_answers_rubbish(piece):
    with server(piece) as address:
        assert look(address).startswith(f"{address}/api/version answers rubbish: ")


def test_rubbish_is_shown_masked_and_then_cut():
    with server(answer(b"x" * 190 + SECRET.encode() * 20)) as address:
        words = look(address)
    assert SECRET[:5] not in words
    assert len(words) < 300


def test_nobody_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert look(address).startswith(f"nobody listens at {address}/api/version: ")


def test_what_speaks_no_http_is_no_platform():
    with server(b"SSH-2.0-OpenSSH_9.2\r\n") as address:
        assert look(address).startswith(f"there is no HTTP at {address}/api/version: ")


@pytest.mark.parametrize("pieces", [(), (b"HTTP/1.1 200 OK\r\n",)], ids=["silence", "a head that never ends"])
def test_the_look_ends_in_its_time_whatever_comes(pieces):
    with server(*pieces, endless=b"X-More: 1\r\n" if pieces else b"") as address:
        began = time.monotonic()
        assert look(address, 0.3) == f"there is no answer in 0.3 s at {address}/api/version"
        assert time.monotonic() - began < 5


def test_an_answer_without_an_end_is_read_no_further_than_it_must():
    with server(b"HTTP/1.1 200 OK\r\n\r\n", endless=b"x" * 300_000) as address:
        assert "answers rubbish: 'xxx" in look(address)


class Somewhere(Target):
    """A target that is nothing but its address."""

    capabilities = frozenset()
    owns_datastores = False
    lost: tuple[str, ...] = ()

    def start(self):
        pass

    def open(self):
        pass

    def losses(self):
        return list(self.lost)


class Faults:
    away = ("platform",)


@pytest.fixture
def nowhere():
    """A target where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        yield Somewhere(Settings.load({"target": "deployed", "base_url": address}, {}, {}))


def test_a_lost_part_is_the_first_to_be_named(nowhere):
    assert nowhere.went_away().startswith("nobody listens at")
    nowhere.lost = ("the worker ended with exit code 3",)
    assert nowhere.went_away() == "the worker ended with exit code 3"


def test_a_platform_that_was_ended_on_purpose_is_not_gone(nowhere):
    nowhere.faults = Faults()
    assert nowhere.went_away() == ""
    nowhere.lost = ("postgres ended by signal SIGKILL",)
    assert nowhere.went_away() == "postgres ended by signal SIGKILL"

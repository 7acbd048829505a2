"""A datastore that is silent or gone is named when somebody looks for what went away."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from support.reporting.masking import Mask
from support.settings import Settings
from support.targets.base import Target
from support.targets.datastores import Look

PASSWORD = "never-in-a-report-4712"


@contextmanager
def silent() -> Iterator[int]:
    """The port of a server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@contextmanager
def saying(words: bytes) -> Iterator[int]:
    """The port of a server that says this to whatever it is asked."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:  # closed: the test is over
                return
            with connection:
                while connection.recv(65536):
                    connection.sendall(words)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()


def at_redis(port: int) -> list[str]:
    look = Look(Mask([PASSWORD]), seconds=0.3)
    look.at_redis(f"redis://:{PASSWORD}@127.0.0.1:{port}/1")
    return look.wrong()


def test_a_silent_redis_is_named_with_its_address_and_without_its_password():
    with silent() as port:
        (words,) = at_redis(port)
    assert words.startswith("Redis does not answer in 0.3 s at redis://:***@127.0.0.1:")
    assert f":{port}/1" in words
    assert PASSWORD not in words


def test_a_redis_that_is_not_there_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        (words,) = at_redis(taken.getsockname()[1])
    assert "refused" in words


def test_a_refusal_of_redis_is_an_answer():
    with saying(b"-NOAUTH Authentication required.\r\n") as port:
        assert at_redis(port) == []


def test_a_silent_postgresql_is_named():
    with silent() as port:
        look = Look(Mask([PASSWORD]), seconds=0.3)
        began = time.monotonic()
        look.at_database(f"postgresql://ann:{PASSWORD}@127.0.0.1:{port}/x")
        (words,) = look.wrong()
    assert words.startswith("PostgreSQL does not answer in 0.3 s at postgresql://ann:***@127.0.0.1:")
    assert time.monotonic() - began < 5


def test_a_refusal_of_postgresql_is_an_answer():
    refusal = b"SFATAL\0C53300\0Msorry, too many clients already\0\0"
    with saying(b"E" + (len(refusal) + 4).to_bytes(4, "big") + refusal) as port:
        look = Look(Mask(), seconds=5.0)
        look.at_database(f"postgresql://ann:x@127.0.0.1:{port}/x?sslmode=disable")
        assert look.wrong() == []


class Quiet(Target):
    """A target whose platform is well, as far as one sees."""

    capabilities = frozenset()
    owns_datastores = False

    def start(self):
        pass

    def open(self):
        pass

    def _wrong_with_platform(self, mask):
        return ""


@pytest.fixture
def target():
    return Quiet(Settings.load({}, {}, {}))


def test_keys_and_queue_on_one_silent_server_are_both_named_and_asked_at_once(target):
    with silent() as port:
        target.connect_datastores(f"postgresql://ann:x@127.0.0.1:{port}/x", f"redis://127.0.0.1:{port}/1",
                                  f"redis://127.0.0.1:{port}/0")
        began = time.monotonic()
        lines = target.went_away().splitlines()
        seconds = time.monotonic() - began
    assert [line.split(" does not")[0] for line in lines] == ["PostgreSQL", "Redis", "Redis"]
    assert " at postgresql://ann:***@127.0.0.1:" in lines[0]
    assert seconds < 6


def test_a_target_without_datastores_is_not_asked_for_any(target):
    assert target.went_away() == ""

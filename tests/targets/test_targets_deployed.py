"""A deployed platform that does not answer: how long it is waited for, and what is said meanwhile."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from support.settings import Settings, UsageError
from support.targets import deployed
from support.targets.capabilities import TargetUnreachable
from support.targets.deployed import DeployedTarget


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """What was said, with short limits."""
    lines = []
    monkeypatch.setattr(deployed, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(deployed, "HOPELESS_SECONDS", 1.0)
    monkeypatch.setattr(deployed, "STRANGE_SECONDS", 0.3)
    monkeypatch.setattr(DeployedTarget, "tell", lambda self, line: lines.append(line))
    return lines


def opened(address: str, **given: str) -> tuple[str, float]:
    """The words of the refusal, and after how many seconds it came."""
    target = DeployedTarget(Settings.load({"target": "deployed", "base_url": address} | given, {}, {}))
    began = time.monotonic()
    with pytest.raises(TargetUnreachable) as fault:
        target.open()
    target.close()
    return str(fault.value), time.monotonic() - began


@pytest.fixture
def refusing():
    """An address of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def test_a_port_of_this_machine_without_a_server_is_waited_for_shortly(told, refusing):
    words, seconds = opened(refusing)
    assert seconds < 20  # of the 60 that a platform has
    assert words.startswith(f"the platform at {refusing} does not answer: ConnectError: ")
    assert "is base_url right?" in words
    assert len(told) == 1
    assert told[0].startswith(f"Waiting up to 1 s for the platform at {refusing} (ConnectError: ")


def test_a_name_that_is_none_is_waited_for_shortly(told):
    words, seconds = opened("http://no-such-name.invalid:8000")
    assert seconds < 50
    assert "http://no-such-name.invalid:8000 does not answer" in words


def test_a_wait_that_was_asked_for_is_kept(told, refusing):
    _, seconds = opened(refusing, boot_seconds="1.5")
    assert seconds >= 1.5
    assert told[0].startswith("Waiting up to 1.5 s")


def test_a_server_that_is_silent_is_waited_for_as_long_as_it_may_take(told):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://name:hush-hush@127.0.0.1:{silent.getsockname()[1]}"
        words, _ = opened(address, boot_seconds="0.2")
    assert "ReadTimeout" in words
    assert "hush-hush" not in words + "".join(told)


@contextmanager
def answering(*statuses: int) -> Iterator[str]:
    """The address of a server that answers these one after the other, the last of them ever after."""
    left = list(statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(left.pop(0) if len(left) > 1 else left[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("status", [404, 500])
def test_something_else_that_answers_is_not_waited_for(told, status):
    with answering(status) as address:
        words, seconds = opened(address)
    assert f"{address} answers {status} to /health/live: is that the platform?" in words
    assert seconds < 30  # of the 60 that a platform has


def test_a_wait_for_something_else_that_was_asked_for_is_kept(told):
    with answering(404) as address:
        words, seconds = opened(address, boot_seconds="0.8")
    assert seconds >= 0.8
    assert "is that the platform?" in words


def test_a_platform_that_is_coming_up_is_waited_for(told):
    with answering(*[503] * 12, 200) as address:
        target = DeployedTarget(Settings.load({"target": "deployed", "base_url": address}, {}, {}))
        began = time.monotonic()
        target.open()
        assert time.monotonic() - began > deployed.STRANGE_SECONDS
        target.close()


@pytest.mark.parametrize("stand_in", ["mail", "face", "language_model", "webhook"])
def test_a_stand_in_is_offered_where_a_port_for_it_is_given(stand_in):
    def target(**given):
        return DeployedTarget(Settings.load({"target": "deployed", "base_url": "http://127.0.0.1:9"} | given, {}, {}))

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
        assert stand_in not in target().capabilities
    given = {f"{stand_in}_port": port}
    offered = target(**given)
    assert stand_in in offered.capabilities
    getattr(offered, stand_in).start()
    with pytest.raises(UsageError, match=f"at port {port} of .* -D {stand_in}_port"):
        target(**given)
    offered.close()

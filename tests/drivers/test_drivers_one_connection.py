"""Requests that are sent exactly as they are written, on one connection."""

import socket
import threading

import pytest

from support.drivers.one_connection import OneConnection
from support.findings import PlatformGone


@pytest.fixture
def server():
    """A server that answers one connection with what a test says, and keeps what it was sent."""
    listening = socket.create_server(("127.0.0.1", 0))
    heard, threads = [], []

    def answering(*answers):
        def serve():
            connection, _ = listening.accept()
            with connection:
                for answer in answers:
                    heard.append(connection.recv(65536))
                    connection.sendall(answer)

        threads.append(threading.Thread(target=serve, daemon=True))
        threads[-1].start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield answering, heard
    listening.close()
    for thread in threads:
        thread.join(timeout=5)


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Request-ID: r1\r\n\r\nhi"


def test_nothing_is_added_to_a_request_and_the_next_one_uses_the_same_connection(server, evidence):
    answering, heard = server
    address = answering(OK, OK)
    with OneConnection(address, evidence) as connection:
        first = connection.ask("GET", "/one", {"X-Mine": "1"})
        second = connection.ask("POST", "/two", body=b"{}")

    place = address.removeprefix("http://")
    assert heard == [f"GET /one HTTP/1.1\r\nHost: {place}\r\nX-Mine: 1\r\n\r\n".encode(),
                     f"POST /two HTTP/1.1\r\nHost: {place}\r\nContent-Length: 2\r\n\r\n{{}}".encode()]
    assert (first.status, first.text, first.request_id, second.status) == (200, "hi", "r1", 200)
    assert [exhibit.title.split(" (")[0] for exhibit in evidence.exhibits] == ["GET /one -> 200", "POST /two -> 200"]


def test_an_end_is_told_from_a_connection_that_stays(server, evidence):
    answering, _ = server
    with OneConnection(answering(OK), evidence) as connection:
        connection.ask("GET", "/")
        assert connection.is_closed(5.0)

    with socket.create_server(("127.0.0.1", 0)) as silent, OneConnection(
            f"http://127.0.0.1:{silent.getsockname()[1]}", evidence) as connection:
        assert not connection.is_closed(0.05)


def test_no_answer_is_a_platform_that_went_away(server, evidence):
    answering, _ = server
    with OneConnection(answering(b""), evidence) as connection, pytest.raises(PlatformGone, match="GET /lost got no answer"):
        connection.ask("GET", "/lost")

"""The HTTP driver: transfers that are not as announced, the record of what was asked, the ids of requests."""

import contextlib
import socket
import threading
from time import monotonic

import pytest
from raw_server import server_that_sends

from support.drivers.http import Http, open_client
from support.drivers.trace import Trace
from support.findings import Finding, PlatformGone

RIGHT = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour"


@pytest.fixture
def dripping():
    """A server that answers one byte now and then, for as long as anybody listens."""
    listening, over = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def serve():
        while not over.is_set():
            with contextlib.suppress(OSError), listening.accept()[0] as connection:
                while not over.wait(0.02):
                    connection.sendall(b"H")

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    over.set()
    listening.close()


@pytest.mark.shows("SUI-041")
def test_an_answer_shorter_than_announced_is_a_finding(ask):
    with server_that_sends(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour") as address, \
            pytest.raises(Finding, match=r"not transferred as announced.*received 4 bytes, expected 10"):
        ask(address)


@pytest.mark.shows("SUI-041")
def test_an_answer_longer_than_announced_is_a_finding(ask):
    with server_that_sends(RIGHT + b"and more", then_close=False) as address, \
            pytest.raises(Finding, match=r"announced 4 bytes, and 8 more were sent"):
        ask(address)


@pytest.mark.shows("SUI-041")
def test_an_answer_as_announced_is_none(ask):
    with server_that_sends(RIGHT, RIGHT) as address:
        assert [ask(address).text, ask(address).text] == ["four", "four"]


@pytest.mark.shows("SUI-041")
def test_the_next_answer_on_the_connection_is_not_counted_with_this_one(ask, evidence, monkeypatch):
    long = b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n" + b"x" * 4000
    more = []

    def record(*exhibit):
        # The answer is there and not yet judged: at this moment another thread's call takes the connection over.
        monkeypatch.undo()
        more.append(ask(address))

    with server_that_sends(RIGHT, long, RIGHT) as address:
        monkeypatch.setattr(evidence, "record", record)
        assert ask(address).text == "four"
        assert len(more[0].text) == 4000
        assert ask(address).text == "four"  # on the same connection: the server takes one only


def test_a_cookie_that_was_set_is_not_sent_with_the_next_request(ask, evidence):
    signed_in = RIGHT.replace(b"\r\n\r\n", b"\r\nSet-Cookie: session=of-somebody; Path=/\r\n\r\n")
    with server_that_sends(signed_in, RIGHT, RIGHT) as address:
        assert "session" in ask(address).headers["Set-Cookie"]
        ask(address)
        ask(address, cookies={"colour": "blue"})

    asked = [exhibit.text.lower().partition("\n\n")[0] for exhibit in evidence.take_new()]
    assert ["cookie:" in each for each in asked] == [False, False, True]


@pytest.mark.shows("SUI-041")
def test_a_finding_is_a_failed_promise_and_no_crash():
    assert issubclass(Finding, AssertionError)


def test_nobody_there_is_no_broken_promise(ask):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        with pytest.raises(PlatformGone, match="got no answer"):
            ask(f"http://127.0.0.1:{taken.getsockname()[1]}")


def test_somebody_who_hangs_up_without_a_word_has_broken_no_promise(ask):
    with server_that_sends(b"") as address, pytest.raises(PlatformGone, match="got no answer"):
        ask(address)


@pytest.mark.shows("SUI-058")
def test_each_request_names_run_and_scenario(ask, evidence):
    with server_that_sends(RIGHT, RIGHT) as address:
        ask(address)
        ask(address)

    first, second = (exhibit.text for exhibit in evidence.take_new())
    assert "x-request-id: run-007-1\n" in first.lower()
    traces = [line for text in (first, second) for line in text.lower().splitlines() if line.startswith("traceparent: 00-")]
    assert len(traces) == 2


@pytest.mark.shows("SUI-057")
def test_the_record_shows_request_and_answer_and_no_token(ask, evidence):
    with server_that_sends(RIGHT) as address:
        ask(address, token="canary-token-of-somebody", headers={"X-Colour": "blue"})

    exhibit = evidence.take_new()[0]
    assert exhibit.title.startswith("GET / -> 200 (")
    assert "x-colour: blue" in exhibit.text.lower()
    assert "four" in exhibit.text
    assert "canary-token-of-somebody" not in exhibit.text


def test_an_answer_that_comes_byte_by_byte_has_one_deadline_for_all_of_it(dripping, evidence):
    with open_client(dripping) as client:
        client.timeout = 0.3
        began = monotonic()
        with pytest.raises(PlatformGone, match="got no answer: ReadTimeout"):
            Http(client, evidence, Trace("run", 7)).ask("GET", "/")

    assert monotonic() - began < 5


def test_after_one_that_did_not_answer_in_time_the_others_are_not_waited_for_so_long(dripping, evidence, monkeypatch):
    monkeypatch.setattr("support.drivers.http.IMPATIENT_SECONDS", 0.1)
    with open_client(dripping) as client:
        http = Http(client, evidence, Trace("run", 7))
        client.timeout = 0.3
        with pytest.raises(PlatformGone):
            http.ask("GET", "/")
        client.timeout = 600
        began = monotonic()
        with pytest.raises(PlatformGone):
            http.ask("DELETE", "/")

    assert monotonic() - began < 60


def test_a_platform_that_was_given_up_is_not_asked_any_more(ask, evidence):
    http = Http(open_client("http://127.0.0.1:1"), evidence, Trace("run", 7))
    http.give_up("nobody listens")

    with pytest.raises(PlatformGone, match="DELETE /x was not asked: nobody listens"):
        http.ask("DELETE", "/x")
    assert evidence.take_new() == []

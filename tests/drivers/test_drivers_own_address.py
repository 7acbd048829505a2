"""Requests that come from an address of their own."""

import http.server
import threading

import pytest

from support.drivers.own_address import address_of


@pytest.fixture
def mirror():
    """A server that answers the address of whoever asks."""
    class Mirror(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(self.client_address[0])))
            self.end_headers()
            self.wfile.write(self.client_address[0].encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_request_comes_from_the_address_that_it_names_and_the_next_one_does_not(ask, mirror):
    assert ask(mirror, from_address="127.3.2.1").text == "127.3.2.1"
    assert ask(mirror).text == "127.0.0.1"
    assert ask(mirror, from_address="127.3.2.2").text == "127.3.2.2"


def test_the_evidence_says_from_where(ask, mirror, evidence):
    ask(mirror, from_address="127.3.2.1")
    ask(mirror)

    first, second = [exhibit.text for exhibit in evidence.exhibits]
    assert first.startswith("GET / (from 127.3.2.1)\n")
    assert second.startswith("GET /\n")


def test_everybody_has_an_address_on_this_machine_and_always_the_same():
    priya, gleb = (address_of(name, "http://127.0.0.1:80") for name in ("priya@people.example", "gleb@people.example"))

    assert priya == address_of("priya@people.example", "http://127.0.0.1:1234")
    assert priya != gleb
    assert priya.startswith("127.")


@pytest.mark.parametrize("elsewhere", ["http://platform.example", "https://192.0.2.7:8443", "http://[::1]:80"])
def test_on_another_machine_nobody_has_one(elsewhere):
    assert address_of("priya@people.example", elsewhere) is None

"""Where the platform may turn to, whatever a name stands for at the moment."""

import socket
from ipaddress import IPv4Address, IPv4Network

import pytest

from reference.core import networks

NAME = "chat.example"
ALLOWED = (IPv4Network("127.0.0.0/8"), IPv4Network("169.254.0.0/16"))


def standing_for(monkeypatch, *addresses):
    """Let names stand for these addresses, and addresses for themselves."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *_: [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
        for address in (addresses if host == NAME else [host])])


@pytest.mark.parametrize(("address", "is_allowed"), [
    ("127.0.0.1", True), ("127.255.255.255", True), ("128.0.0.0", False), ("10.0.0.1", False), ("169.254.169.254", False)])
def test_link_local_addresses_are_never_allowed(address, is_allowed):
    assert networks.is_allowed(IPv4Address(address), ALLOWED) == is_allowed


def test_a_name_is_judged_by_all_that_it_stands_for(monkeypatch):
    standing_for(monkeypatch, "127.0.0.1", "10.0.0.1")

    with pytest.raises(networks.NotAllowed):
        networks.connection(f"http://{NAME}/hook", ALLOWED, 1.0)


def test_a_connection_is_made_to_the_address_that_was_judged(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        standing_for(monkeypatch, "127.0.0.1")
        made = networks.connection(f"http://{NAME}:{server.getsockname()[1]}/hook", ALLOWED, 1.0)
        standing_for(monkeypatch, "10.0.0.1")
        made.connect()
        assert made.sock.getpeername() == server.getsockname()
        made.close()

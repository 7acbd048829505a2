"""A driver that asks a server, and the evidence that it keeps."""

import pytest

from support.drivers.http import Http, open_client
from support.drivers.trace import Trace
from support.reporting.evidence import Evidence
from support.reporting.masking import Mask


@pytest.fixture
def evidence():
    return Evidence(Mask())


@pytest.fixture
def ask(evidence):
    """Asks an address for / in the name of scenario 7 of run "run"; the client is kept for each address."""
    clients = {}

    def asking(address, **named):
        client = clients.setdefault(address, open_client(address))
        return Http(client, evidence, Trace("run", 7)).ask("GET", "/", **named)

    yield asking
    for client in clients.values():
        client.close()

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

from reference.core import server
from reference.core.settings import settings
from tests.broken._starting import replace, start

RULE = "The platform comes up without its mail server. This one waits for it."
REQUIREMENTS = ("API-059",)
SCENARIOS = ("The platform comes up without its mail server",)

PATIENCE_SECONDS = 15.0
run_at_once = server.run_api


def run_api():
    place, deadline = urlsplit(settings().smtp_url), time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            socket.create_connection((place.hostname, place.port), timeout=1.0).close()
            break
        except OSError:
            time.sleep(0.1)
    run_at_once()


if __name__ == "__main__":
    replace(server, "run_api", run_api)
    start()

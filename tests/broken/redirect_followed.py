from __future__ import annotations

from reference.missions import probe
from tests.broken._starting import replace, start

RULE = "A target that sends the survey elsewhere is not followed. This platform follows."
REQUIREMENTS = ("MIS-030",)
SCENARIOS = ("A target that sends the survey elsewhere is not followed",)

get = probe.ask


def ask(url, request_id, allowed):
    response = get(url, request_id, allowed)
    elsewhere = response.headers.get("location")
    return get(elsewhere, request_id, allowed) if elsewhere else response


if __name__ == "__main__":
    replace(probe, "ask", ask)
    start()

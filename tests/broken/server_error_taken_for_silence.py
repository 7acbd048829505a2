from __future__ import annotations

from reference.missions import probe
from tests.broken._starting import replace, start

RULE = "A target that answers is surveyed, whatever it answers. This platform takes an answer of 500 or more for none."
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("Each kind of check finds what it is for, and nothing else",)

ask_target = probe.ask


def ask(url, request_id, allowed):
    response = ask_target(url, request_id, allowed)
    if response.status >= 500:
        raise probe.NoAnswer(f"status {response.status}")
    return response


if __name__ == "__main__":
    replace(probe, "ask", ask)
    start()

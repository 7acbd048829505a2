from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Who watches sees what is found. This platform keeps it to itself."
REQUIREMENTS = ("RT-016",)
SCENARIOS = ("Whoever watches sees what is surveyed, found, asked for, decided and reached",)


def announce_finding(session, record):
    session.flush()


if __name__ == "__main__":
    replace(changes, "announce_finding", announce_finding)
    start()

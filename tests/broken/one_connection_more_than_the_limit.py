from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "A person holds at most 20 connections. This platform lets one hold 21."
REQUIREMENTS = ("RT-040",)
SCENARIOS = ("Nobody holds more than 20 connections, whatever the role",)


if __name__ == "__main__":
    replace(rules, "MOST_SOCKETS_A_PERSON", 21)
    start()

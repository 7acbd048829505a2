from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Who may not read missions cannot watch one. This platform looks only whether somebody is signed in."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = ("Who may not read missions cannot watch one",)


def may_watch(person, channel):
    return True


if __name__ == "__main__":
    replace(rules, "may_watch", may_watch)
    start()

from __future__ import annotations

from reference.attendance import alerts_api
from tests.broken._starting import replace, start

RULE = "A settled alert says who settled it, and with which note. This platform keeps its status alone."
REQUIREMENTS = ("ATT-030",)
SCENARIOS = ("An alert is looked into, and settled with a note",)


def move(session, alert, to, note, by):
    alert.status = to


if __name__ == "__main__":
    replace(alerts_api, "move", move)
    start()

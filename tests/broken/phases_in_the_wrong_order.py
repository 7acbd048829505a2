from __future__ import annotations

from reference.core import outbox
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A mission passes the phases surveying, analysing and reporting in this order. This platform reports before "
        "it analyses.")
REQUIREMENTS = ("MIS-001",)
SCENARIOS = ("A mission runs from its start to its end",)

WRONG = {"analysing": "reporting", "reporting": "analysing"}


def announce_progress(session, mission):
    numbers = changes.statistics(session, mission)
    outbox.emit(session, changes.topic(mission.id), "mission.progress",
                {"phase": WRONG.get(mission.phase, mission.phase), "progress": mission.progress,
                 "statistics": numbers.model_dump()})
    outbox.refresh(session, "mission", mission.id)
    return numbers


if __name__ == "__main__":
    replace(changes, "announce_progress", announce_progress)
    start()

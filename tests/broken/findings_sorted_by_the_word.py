from __future__ import annotations

from sqlalchemy import select

from reference.missions import lists
from reference.missions.records import Finding
from tests.broken._starting import replace, start

RULE = "Findings come most severe first. This platform sorts the words: high, info, low, medium."
REQUIREMENTS = ("MIS-018",)
SCENARIOS = ("Findings come most severe first and can be narrowed down",)


def findings_of(mission):
    return select(Finding).where(Finding.mission_id == mission.id).order_by(
        Finding.severity, Finding.created_at.desc(), Finding.id)


if __name__ == "__main__":
    replace(lists, "findings_of", findings_of)
    start()

from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = ("A renamed mission has its new name at once and for good. This platform answers the new name and stores "
        "nothing.")
REQUIREMENTS = ("MIS-003", "DAT-002",)
SCENARIOS = (
    "A mission is created, read, renamed and deleted",
    "A mission stands in PostgreSQL exactly as it was answered",
)


def change(session, mission, fields, targets):
    session.expunge(mission)
    for name, value in fields.items():
        setattr(mission, name, value)


if __name__ == "__main__":
    replace(changes, "change", change)
    start()

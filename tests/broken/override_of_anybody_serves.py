from __future__ import annotations

from dataclasses import replace as changed

from reference.attendance import check_ins
from reference.attendance.records import Override
from tests.broken._starting import replace, start

RULE = "An override serves the person who asked for it. This platform lets whoever knows its id use it."
REQUIREMENTS = ("ATT-009",)
SCENARIOS = ("A colleague's wish serves nobody else",)

arrive = check_ins._arrival


def arrival(session, person_id, wanted, at):
    override = wanted.override_id and session.get(Override, wanted.override_id)
    found = arrive(session, person_id, wanted.model_copy(update={"override_id": None}), at)
    return changed(found, override=override if check_ins.is_usable(override, found.site.id, at) else None)


if __name__ == "__main__":
    replace(check_ins, "_arrival", arrival)
    start()

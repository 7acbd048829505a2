from __future__ import annotations

from reference.attendance import check_ins
from tests.broken._starting import replace, start

RULE = "Who is outside the fence needs an override that was granted. This platform takes the wish for it, and any kind."
REQUIREMENTS = ("ATT-009",)
SCENARIOS = ("A wish that was not granted serves nobody",)


def is_usable(override, site_id, at):
    return override is not None and override.site_id == site_id and override.used_by_record_id is None


if __name__ == "__main__":
    replace(check_ins, "is_usable", is_usable)
    replace(check_ins.Arrival, "serves", lambda arrival, kind: arrival.override is not None)
    start()

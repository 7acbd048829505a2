from __future__ import annotations

from types import SimpleNamespace

from reference.attendance import check_ins
from tests.broken._starting import replace, start

RULE = "An override serves one check-in. This platform lets it serve again, where its number is not asked for."
REQUIREMENTS = ("ATT-009",)
SCENARIOS = ("A wish serves one check-in",)

usable_once = check_ins.is_usable
store_used = check_ins._used


def is_usable(override, site_id, at):
    if override is None:
        return False
    unused = {name: getattr(override, name) for name in ("status", "site_id", "decided_at", "type", "id")}
    return usable_once(SimpleNamespace(**unused, used_by_record_id=None), site_id, at)


def used(arrival, late):
    found = store_used(arrival, late)
    return None if found is not None and found.used_by_record_id is not None else found


if __name__ == "__main__":
    replace(check_ins, "is_usable", is_usable)
    replace(check_ins, "_used", used)
    start()

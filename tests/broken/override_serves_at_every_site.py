from __future__ import annotations

from reference.attendance import check_ins
from tests.broken._starting import replace, start

RULE = "An override serves at the site for which it was asked. This platform lets it serve at every site."
REQUIREMENTS = ("ATT-009",)
SCENARIOS = ("A wish for one site serves at no other",)

usable_there = check_ins.is_usable


def is_usable(override, site_id, at):
    return usable_there(override, override and override.site_id, at)


if __name__ == "__main__":
    replace(check_ins, "is_usable", is_usable)
    start()

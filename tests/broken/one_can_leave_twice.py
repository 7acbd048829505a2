from __future__ import annotations

from reference.attendance import check_outs
from tests.broken._starting import replace, start

RULE = "Nobody leaves twice. This platform takes the last time."
REQUIREMENTS = ("ATT-040",)
SCENARIOS = ("Nobody leaves twice", "Of five attempts to leave at the same moment one counts")


def any_of_them(call, session, record_id, *, locked=False):
    return check_outs.visible(call, session, record_id, locked=locked)


if __name__ == "__main__":
    replace(check_outs, "_open", any_of_them)
    start()

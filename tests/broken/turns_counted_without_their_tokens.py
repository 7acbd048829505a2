from __future__ import annotations

from reference.analytics import figures
from tests.broken._starting import replace, start

RULE = "The figures tell what turns have cost. This platform counts what was read, and forgets what was written."
REQUIREMENTS = ("ANA-003",)
SCENARIOS = ("Two turns are counted with all that they cost",)

row_of = figures._row


def without_what_was_written(row):
    found = row_of(row)
    return found | {"completion_tokens": 0} if "completion_tokens" in found else found


if __name__ == "__main__":
    replace(figures, "_row", without_what_was_written)
    start()

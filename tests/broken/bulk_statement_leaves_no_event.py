from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What one statement changes of many records is told of each. This platform tells only what it changes one by one."
REQUIREMENTS = ("AUD-002", "AUD-005")
SCENARIOS = ("Who is shut out stands in the trail, and each sign-in that this ended", "Signing in and out is told")


if __name__ == "__main__":
    replace(audit, "keep_before_bulk", lambda session, kind, which, *, is_deletion: None)
    start()

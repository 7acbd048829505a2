from __future__ import annotations

from sqlalchemy import text

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "The numbers of a tenant's events have no gap. This platform leaves one out for each transaction."
REQUIREMENTS = ("AUD-014",)
SCENARIOS = ("Untouched, the trail is whole, and each event hangs on the one before",
             "Also when many write at once the events follow each other without a gap")


if __name__ == "__main__":
    replace(audit, "HEAD", text(str(audit.HEAD).replace("RETURNING sequence,", "RETURNING sequence + 1 AS sequence,")))
    start()

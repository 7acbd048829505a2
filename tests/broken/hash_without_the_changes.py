from __future__ import annotations

from reference.audit import rules
from tests.broken._starting import replace, start

RULE = "The hash is over all that an event tells. This platform leaves the values out."
REQUIREMENTS = ("AUD-014",)
SCENARIOS = ("Whatever is done to an event behind the platform's back is found",
             "Untouched, the trail is whole, and each event hangs on the one before",
             "Also when many write at once the events follow each other without a gap")


if __name__ == "__main__":
    replace(rules, "HASHED", tuple(name for name in rules.HASHED if name != "changes"))
    start()

from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "Each refusal of a signed-in person stands in the trail. This platform does not tell of any."
REQUIREMENTS = ("AUD-002", "AUD-015")
SCENARIOS = ("A refusal is told, and nothing of what was refused",
             "To who may not read the trail it is refused, and that is told")


if __name__ == "__main__":
    replace(audit, "tell_refusal", lambda session, behind: None)
    start()

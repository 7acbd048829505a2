from __future__ import annotations

from reference.attendance import consents
from tests.broken._starting import replace, start

RULE = "A face is enrolled with its person's consent to place and face. This platform does not ask for it."
REQUIREMENTS = ("ATT-022",)
SCENARIOS = ("Without consent no face is enrolled",)


if __name__ == "__main__":
    replace(consents, "require_both", lambda session, person_id: None)
    start()

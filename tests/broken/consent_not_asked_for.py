from __future__ import annotations

from reference.attendance import consents
from tests.broken._starting import replace, start

RULE = "Place and face are looked at with consent only. This platform looks without."
REQUIREMENTS = ("ATT-022", "ATT-035")
SCENARIOS = (
    "Nobody checks in whose place and face may not be looked at",
    "Who was never asked what may be looked at does not check in",
    "Who takes consent back does not check in any more, and does again after giving it anew",
    "Without consent nobody's face is looked at",
    "Who comes without consent is told of that first, and who is in, before the place is looked at",
)


def require_both(session, person_id):
    pass


if __name__ == "__main__":
    replace(consents, "require_both", require_both)
    start()

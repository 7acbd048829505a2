from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "The trail tells what a vendor did. This platform tells only what the order is now."
REQUIREMENTS = ("AUD-002",)
SCENARIOS = ("What a vendor does is told in the trail, and of no person",)

subject = audit.subject_of


def subject_of(call):
    found = subject(call)
    return audit.Subject(found.object_type) if "/vendor/" in call.route else found


if __name__ == "__main__":
    replace(audit, "subject_of", subject_of)
    start()

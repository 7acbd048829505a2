from __future__ import annotations

from reference.attendance import overrides
from tests.broken._starting import replace, start

RULE = "A wish that has run out is not granted. This platform grants it where nobody has looked at it since."
REQUIREMENTS = ("ATT-010",)
SCENARIOS = ("A wish at which nobody has looked for a day is not granted any more",)


if __name__ == "__main__":
    replace(overrides, "is_too_late", lambda override: False)
    start()

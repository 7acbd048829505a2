from __future__ import annotations

import re

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "A moment is said with its offset. This platform takes one without for its own time."
REQUIREMENTS = ("API-017",)
SCENARIOS = ("A moment without an offset, or one that never is, is refused",)


if __name__ == "__main__":
    replace(inputs, "TIME_FORM", re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.IGNORECASE))
    start()

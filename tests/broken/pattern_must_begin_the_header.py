from __future__ import annotations

import re

from reference.missions import patterns
from tests.broken._starting import replace, start

RULE = "A pattern is looked for anywhere in a header. This platform looks only at its beginning."
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("Each kind of check finds what it is for, and nothing else",)


def is_in(pattern, text):
    return re.match(pattern, text) is not None


if __name__ == "__main__":
    replace(patterns, "is_in", is_in)
    start()

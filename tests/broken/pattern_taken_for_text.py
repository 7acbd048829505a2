from __future__ import annotations

from reference.missions import patterns
from tests.broken._starting import replace, start

RULE = "A check of a header takes a pattern. This platform looks for the pattern's own signs."
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("Each kind of check finds what it is for, and nothing else",)


def is_in(pattern, text):
    return pattern in text


if __name__ == "__main__":
    replace(patterns, "is_in", is_in)
    start()

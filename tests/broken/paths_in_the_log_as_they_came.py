from __future__ import annotations

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "A result names its place as a relative address. This platform takes the path as it came."
REQUIREMENTS = ("EXP-025", "EXP-026")
SCENARIOS = ("The log of an analysis is what scanners need",)


def relative_uri(file):
    return file


if __name__ == "__main__":
    replace(sarif, "relative_uri", relative_uri)
    start()

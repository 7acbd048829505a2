from __future__ import annotations

from reference.jobs import work
from tests.broken._starting import replace, start

RULE = "The file of a batch holds one export of each analysis. This platform leaves the last one out."
REQUIREMENTS = ("EXP-006", "EXP-047")
SCENARIOS = (
    "Three analyses are three files in one",
    "An analysis named twice is exported once",
)

pack = work.zipped


def zipped(contents):
    return pack(dict(list(contents.items())[:-1]))


if __name__ == "__main__":
    replace(work, "zipped", zipped)
    start()

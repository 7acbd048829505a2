from __future__ import annotations

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "The log is valid by the published schema. This platform's says no version of it."
REQUIREMENTS = ("EXP-026",)
SCENARIOS = ("The log of an analysis is what scanners need",)

write = sarif.as_json


def as_json(log):
    return write({name: value for name, value in log.items() if name != "version"})


if __name__ == "__main__":
    replace(sarif, "as_json", as_json)
    start()

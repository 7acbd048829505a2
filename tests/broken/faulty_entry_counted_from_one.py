from __future__ import annotations

import re

from reference.core import inputs
from reference.core.errors import Fault
from tests.broken._starting import replace, start

RULE = "An entry of the scope is refused by its place, counted from 0. This platform counts from 1."
REQUIREMENTS = ("MIS-027",)
SCENARIOS = ("An entry of the scope that is no target is refused by its place",)

describe = inputs._fault


def fault(line, **further):
    found = describe(line, **further)
    return Fault(re.sub(r"\d+$", lambda place: str(int(place[0]) + 1), found.field), found.code, found.message)


if __name__ == "__main__":
    replace(inputs, "_fault", fault)
    start()

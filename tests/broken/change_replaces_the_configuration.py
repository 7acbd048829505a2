from __future__ import annotations

from reference.core import cause
from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "A change of a configuration leaves what it does not name. This platform replaces all."
REQUIREMENTS = ("PLG-002",)
SCENARIOS = ("A configuration is stored, changed and removed",)

whole = api.whole


def nothing_of_it(known):
    return {} if cause.present().method == "PATCH" else whole(known)


if __name__ == "__main__":
    replace(api, "whole", nothing_of_it)
    start()

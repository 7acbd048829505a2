from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = ("A stranger on a connection is a stranger. This platform takes whoever comes without a token for the last who "
        "had one.")
REQUIREMENTS = ("TEN-031",)
SCENARIOS = ("A stranger who comes next on a connection is told nothing of whoever used it before",)

header = calls.Visit.header
last = {}


def remembered(visit, name):
    found = header(visit, name)
    if name == "authorization":
        found = found or last.get(visit.request.client, "")
        last[visit.request.client] = found
    return found


if __name__ == "__main__":
    replace(calls.Visit, "header", remembered)
    start()

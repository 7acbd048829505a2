from __future__ import annotations

from reference.core import origins
from tests.broken._starting import replace, start

RULE = "A listed origin may send credentials. This platform does not say so."
REQUIREMENTS = ("API-047",)
SCENARIOS = ("A page of a listed origin may read an answer, whatever the answer is",)

permit = origins.permission


def permission(origin):
    return {name: value for name, value in permit(origin).items() if not name.endswith("Credentials")}


if __name__ == "__main__":
    replace(origins, "permission", permission)
    start()

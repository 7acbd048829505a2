from __future__ import annotations

from reference.accounts import people_api_v1
from tests.broken._starting import replace, start

RULE = "The first generation says where its successor is. This platform says only that it is deprecated."
REQUIREMENTS = ("API-019",)
SCENARIOS = ("The people of the first generation are deprecated, and say what comes after",)


if __name__ == "__main__":
    replace(people_api_v1, "HEADERS", {"Deprecation": people_api_v1.HEADERS["Deprecation"]})
    start()

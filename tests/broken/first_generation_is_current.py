from __future__ import annotations

from reference.health import api
from tests.broken._starting import replace, start

RULE = "The current generation of the interface is v2. This platform says v1."
REQUIREMENTS = ("API-002",)
SCENARIOS = ("The version says which generation is current",)

say = api.Versions


def versions(**members):
    return say(**members | {"version": "v1"})


if __name__ == "__main__":
    replace(api, "Versions", versions)
    start()

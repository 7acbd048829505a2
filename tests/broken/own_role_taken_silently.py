from __future__ import annotations

from pydantic import ConfigDict

from reference.accounts import me_api
from tests.broken._starting import replace, start

RULE = "Who sends a role in a change of the own record is refused. This platform takes no notice of it."
REQUIREMENTS = ("ACC-038",)
SCENARIOS = ("Nobody changes in the own record what they are",)

class Lenient(me_api.OwnChange):
    model_config = ConfigDict(extra="ignore")


if __name__ == "__main__":
    replace(me_api, "OwnChange", Lenient)
    start()

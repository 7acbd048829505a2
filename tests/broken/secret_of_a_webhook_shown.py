from __future__ import annotations

from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "A signing secret is never shown. This platform shows it to administrators."
REQUIREMENTS = ("PLG-015",)
SCENARIOS = ("A secret is never shown again",)

shown = api.shown


def with_its_secret(known):
    answer = shown(known)
    answer.config = api.whole(known)
    return answer


if __name__ == "__main__":
    replace(api, "shown", with_its_secret)
    start()

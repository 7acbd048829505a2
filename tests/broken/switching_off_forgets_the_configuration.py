from __future__ import annotations

from sqlalchemy.orm import object_session

from reference.core import cause
from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "A plugin that is switched off keeps its configuration. This platform forgets it."
REQUIREMENTS = ("PLG-001",)
SCENARIOS = ("A plugin is switched on and off, and keeps its configuration",)

described = api.described


def forget(found, known):
    answer = described(found, known)
    if known is not None and not known.enabled and cause.present().method == "POST":
        object_session(known).delete(known)
    return answer


if __name__ == "__main__":
    replace(api, "described", forget)
    start()

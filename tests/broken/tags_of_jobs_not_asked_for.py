from __future__ import annotations

from sqlalchemy import true

from reference.jobs import api
from tests.broken._starting import replace, start

RULE = "A filter gives what fits it. This platform takes every tag for the right one."
REQUIREMENTS = ("JOB-012",)
SCENARIOS = ("Jobs are found by project, state, type and tag together",)


def has_tag(tags, text):
    return true()


if __name__ == "__main__":
    replace(api, "has_tag", has_tag)
    start()

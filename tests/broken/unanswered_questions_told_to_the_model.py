from __future__ import annotations

from sqlalchemy import true

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "What was not answered is no part of what the model is told. This platform tells it, too."
REQUIREMENTS = ("CON-032",)
SCENARIOS = ("What was not answered is no part of what the model is told later",)


def any_of(*_conditions):
    return true()


if __name__ == "__main__":
    replace(turns, "or_", any_of)
    start()

from __future__ import annotations

from dataclasses import replace as changed

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Who signs out has no open connection any more. This platform goes on sending."
REQUIREMENTS = ("ACC-008",)
SCENARIOS = ("Who signs out is connected no longer",)

look_up = topics.standing


def standing(people, sessions):
    return changed(look_up(people, sessions), ended_sessions=set())


if __name__ == "__main__":
    replace(topics, "standing", standing)
    start()

from __future__ import annotations

from dataclasses import replace as changed

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "After its state a subscription gets each change. This platform leaves out the first after the state."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Start, pause, resume and stop are seen by everybody who watches",)

read_state = topics.state


def state(person, topic):
    found = read_state(person, topic)
    return found and changed(found, number=found.number + 1)


if __name__ == "__main__":
    replace(topics, "state", state)
    start()

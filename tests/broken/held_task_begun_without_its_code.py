from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "Who takes up a task that was held before it was begun scans its code. This platform lets it begin."
REQUIREMENTS = ("TSK-003",)
SCENARIOS = ("What was held before it was begun is begun with its code all the same",)


if __name__ == "__main__":
    replace(rules, "after", lambda verb, has_begun: rules.VERBS[verb][1])
    start()

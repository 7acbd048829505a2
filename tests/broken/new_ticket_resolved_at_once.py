from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "A new ticket is opened before it is resolved. This platform resolves it straight away."
REQUIREMENTS = ("TKT-004",)
SCENARIOS = ("A ticket moves only along its table of states", "A new ticket is not resolved before anybody has opened it")


if __name__ == "__main__":
    replace(rules.TRANSITIONS, "new", (*rules.TRANSITIONS["new"], "resolved"))
    start()

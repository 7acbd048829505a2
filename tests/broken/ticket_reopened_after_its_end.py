from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "A closed ticket is taken up again by nobody. This platform opens it."
REQUIREMENTS = ("TKT-004", "TKT-013")
SCENARIOS = ("A ticket moves only along its table of states", "A closed ticket is taken up again by nobody")


if __name__ == "__main__":
    replace(rules.TRANSITIONS, "closed", ("open",))
    start()

from __future__ import annotations

from reference.tickets import escalation
from tests.broken._starting import replace, start

RULE = "An escalated ticket goes to the lead or to the level's person. This platform leaves it where it was."
REQUIREMENTS = ("TKT-002", "TKT-008")
SCENARIOS = (
    "A grave trouble that nobody takes goes to the site's lead, who takes and resolves it",
    "The platform looks for late tickets by itself, at a quarter past and a quarter to each hour",
    "A ticket goes up one level at a time, each time to that level's person",
)


def whom(session, ticket, levels):
    return None


if __name__ == "__main__":
    replace(escalation, "whom", whom)
    start()

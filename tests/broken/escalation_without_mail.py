from __future__ import annotations

from reference.notifications import service
from tests.broken._starting import replace, start

RULE = "Who gets an escalated ticket is told by mail, too. This platform sends none."
REQUIREMENTS = ("TKT-002",)
SCENARIOS = ("A grave trouble that nobody takes goes to the site's lead, who takes and resolves it",)


if __name__ == "__main__":
    replace(service, "BY_EMAIL", service.BY_EMAIL - {"ticket.escalated"})
    start()

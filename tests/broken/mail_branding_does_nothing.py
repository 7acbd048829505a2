from __future__ import annotations

from reference.plugins import service
from tests.broken._starting import replace, start

RULE = "A tenant's mails come in the name that it wants. This platform sends them as ever."
REQUIREMENTS = ("PLG-008",)
SCENARIOS = (
    "The notification mails of a tenant come in its own name, and those of others do not",
    "Only the address is needed, and all is as ever once it is switched off",
)


if __name__ == "__main__":
    replace(service, "branded", lambda session, mail: mail)
    start()

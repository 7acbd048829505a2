from __future__ import annotations

from reference.tickets import api
from tests.broken._starting import replace, start

RULE = "A viewer changes no ticket of others. This platform asks for no right."
REQUIREMENTS = ("TKT-018",)
SCENARIOS = (
    "A viewer looks at tickets and changes none",
    "An operator neither closes nor cancels what somebody else reported",
)


def may(role, permission, modules=None):
    return True


if __name__ == "__main__":
    replace(api, "may", may)
    start()

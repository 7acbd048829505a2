from __future__ import annotations

from reference.core.calls import Call
from tests.broken._starting import replace, start

RULE = "A change of what has changed meanwhile is refused. This platform does not look at the version."
REQUIREMENTS = ("MIS-020", "MIS-022", "API-053", "PLG-018")
SCENARIOS = (
    "A decision on what has changed meanwhile is refused",
    "A change of a rule that has changed meanwhile is refused",
    "Of two who rename a ticket from the same version one does",
    "Who comes from an older version of a ticket is refused, and the newer state stays",
    "Of two who name a device from the same version one does",
    "Of two changes of a configuration from the same version one is made",
)


def check_version(call, record):
    pass


if __name__ == "__main__":
    replace(Call, "check_version", check_version)
    start()

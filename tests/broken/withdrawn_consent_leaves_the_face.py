from __future__ import annotations

from reference.attendance import enrolled
from tests.broken._starting import replace, start

RULE = "Who withdraws the consent is forgotten by the face service. This platform does not tell it."
REQUIREMENTS = ("ATT-021", "ATT-022")
SCENARIOS = (
    "Who withdraws the consent is forgotten by the face service",
    "What the service does not find good enough is not kept, neither here nor there",
)


if __name__ == "__main__":
    replace(enrolled, "forget", enrolled.withdraw)
    start()

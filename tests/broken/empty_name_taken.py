from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "A name has at least one character. This platform takes none for one."
REQUIREMENTS = ("API-030",)
SCENARIOS = ("One fault is told once, and nothing is made of the rest",)

check_strictly = inputs.check


def check(model, value, faults):
    if isinstance(value, dict) and isinstance(value.get("name"), str) and not value["name"].strip():
        value = value | {"name": "Unnamed"}
    return check_strictly(model, value, faults)


if __name__ == "__main__":
    replace(inputs, "check", check)
    start()

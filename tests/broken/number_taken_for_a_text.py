from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "A text that is a number is refused. This platform takes it as it would be written."
REQUIREMENTS = ("API-029",)
SCENARIOS = ("One fault is told once, and nothing is made of the rest",)

check_strictly = inputs.check


def check(model, value, faults):
    if isinstance(value, dict) and isinstance(value.get("name"), int):
        value = value | {"name": str(value["name"])}
    return check_strictly(model, value, faults)


if __name__ == "__main__":
    replace(inputs, "check", check)
    start()

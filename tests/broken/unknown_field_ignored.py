from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "A field that an operation does not know is refused. This platform ignores it."
REQUIREMENTS = ("API-032",)
SCENARIOS = ("One fault is told once, and nothing is made of the rest",)

check_all = inputs.check


def check(model, value, faults):
    return check_all(model, {name: value[name] for name in value if name in model.model_fields}, faults)


if __name__ == "__main__":
    replace(inputs, "check", check)
    start()

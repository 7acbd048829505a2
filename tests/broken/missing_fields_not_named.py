from __future__ import annotations

from reference.core import errors, inputs
from tests.broken._starting import replace, start

RULE = ("What is refused as incomplete names the fields that are missing. This platform only says that something is "
        "wrong.")
REQUIREMENTS = ("ACC-016",)
SCENARIOS = ("A sign-in that lacks something says what",)


def faulty(faults):
    return errors.faulty([])


if __name__ == "__main__":
    replace(inputs, "faulty", faulty)
    start()

from __future__ import annotations

from uuid import uuid4

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "A result is known again. This platform gives it another fingerprint each time."
REQUIREMENTS = ("EXP-024",)
SCENARIOS = ("A result is known again, until its version is another",)

make = sarif._result


def result(rule, message, file, fingerprint):
    return make(rule, message, file, f"{fingerprint}-{uuid4()}")


if __name__ == "__main__":
    replace(sarif, "_result", result)
    start()

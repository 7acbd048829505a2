from __future__ import annotations

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "A dependency with another version has another fingerprint. On this platform it keeps the first."
REQUIREMENTS = ("EXP-024",)
SCENARIOS = ("A result is known again, until its version is another",)

make = sarif._result


def result(rule, message, file, fingerprint):
    return make(rule, message, file, "-".join(fingerprint.split("-")[:2]))


if __name__ == "__main__":
    replace(sarif, "_result", result)
    start()

from __future__ import annotations

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "What is sent again with its key is not asked again. This platform does not look at the key."
REQUIREMENTS = ("CON-015",)
SCENARIOS = ("What is sent twice with one key is asked once",)


def begin(call):
    pass


if __name__ == "__main__":
    replace(idempotency, "begin", begin)
    start()

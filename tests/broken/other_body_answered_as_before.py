from __future__ import annotations

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "A key does not serve for another body. This platform answers that one as it did the first."
REQUIREMENTS = ("API-038",)
SCENARIOS = ("A key does not serve for anything else",)

digest = idempotency._digest


def digest_of_place_alone(*parts):
    return digest(*parts) if parts[0] == "POST" else "whatever was sent"


if __name__ == "__main__":
    replace(idempotency, "_digest", digest_of_place_alone)
    start()

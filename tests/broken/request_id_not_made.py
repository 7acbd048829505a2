from __future__ import annotations

from reference.core import envelope
from tests.broken._starting import replace, start

RULE = "The platform makes a request id where the caller sends none. This one leaves it empty."
REQUIREMENTS = ("API-018",)
SCENARIOS = ("A request is known by its id",)


def nothing():
    return ""


if __name__ == "__main__":
    replace(envelope, "uuid4", nothing)
    start()

from __future__ import annotations

from reference.core import calls
from reference.core.errors import Fault, faulty
from tests.broken._starting import replace, start

RULE = "What is no id is as unknown as an id that nobody has. This platform says that it is not well formed."
REQUIREMENTS = ("API-035",)
SCENARIOS = ("What is no id is as unknown as an id that nobody has",)


def not_found():
    return faulty([Fault("id", "format", "This is no id.")])


if __name__ == "__main__":
    replace(calls, "not_found", not_found)
    start()

from __future__ import annotations

import re

from reference.core import envelope
from tests.broken._starting import replace, start

RULE = "A request id that the caller sends comes back with the answer. This platform always makes one of its own."
REQUIREMENTS = ("API-018",)
SCENARIOS = ("A request is known by its id",)


if __name__ == "__main__":
    replace(envelope, "REQUEST_ID_FORM", re.compile("(?!)"))
    start()

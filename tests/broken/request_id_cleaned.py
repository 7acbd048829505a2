from __future__ import annotations

import re

from reference.core import envelope
from tests.broken._starting import replace, start

RULE = "A request id is echoed whatever it says. This platform takes out what looks dangerous."
REQUIREMENTS = ("API-050",)
SCENARIOS = ("A request id is a text and nothing else",)


def request_id_of(given):
    return re.sub(r"[^\w-]", "", given)


if __name__ == "__main__":
    replace(envelope, "request_id_of", request_id_of)
    start()

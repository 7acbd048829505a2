from __future__ import annotations

from reference.core import retries
from tests.broken._starting import replace, start

RULE = "What is not taken is tried three more times. This platform tries it once more."
REQUIREMENTS = ("PLG-019",)
SCENARIOS = ("What is not taken is tried three more times, and the notification is as good as ever",)


if __name__ == "__main__":
    replace(retries, "RETRIES", 1)
    start()

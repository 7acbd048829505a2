from __future__ import annotations

from datetime import time

from reference.plugins import export
from tests.broken._starting import replace, start

RULE = "The figures are mailed at the hour that was chosen. This platform mails them at midnight."
REQUIREMENTS = ("PLG-009",)
SCENARIOS = ("Each recipient gets one mail at the hour that was chosen, by itself",)


def midnight(hour):
    return time()


if __name__ == "__main__":
    replace(export, "time", midnight)
    start()

from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "Each turn is told in the trail. This platform does not tell it."
REQUIREMENTS = ("AUD-006",)
SCENARIOS = ("Beginning, renaming, asking and deleting is told, each once",)


class Audit:
    @staticmethod
    def tell(*_told, **_details):
        pass


if __name__ == "__main__":
    replace(turns, "audit", Audit)
    start()

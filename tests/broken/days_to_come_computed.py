from __future__ import annotations

from reference.analytics import api
from tests.broken._starting import replace, start

RULE = "A day that has not come cannot be computed. This platform tries."
REQUIREMENTS = ("ANA-004",)
SCENARIOS = ("A day that has not come cannot be computed",)


class Figures:
    def __getattr__(self, name):
        return getattr(figures, name)

    def today(self):
        return api.date(2999, 1, 1)


figures = api.figures


if __name__ == "__main__":
    replace(api, "figures", Figures())
    start()

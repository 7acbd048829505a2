from __future__ import annotations

from reference.core import limits
from tests.broken._starting import replace, start

RULE = "Ten tables of figures a minute are all. This platform makes as many as somebody wants."
REQUIREMENTS = ("ANA-017",)
SCENARIOS = ("Ten tables a minute, and as many documents",)

limit_of = limits.limit_of


def as_all_others(endpoint, asked):
    return limits.GENERAL if endpoint.__module__ == "reference.analytics.api" else limit_of(endpoint, asked)


if __name__ == "__main__":
    replace(limits, "limit_of", as_all_others)
    start()

from __future__ import annotations

from reference.core import limits
from tests.broken._starting import replace, start

RULE = "Five batches a minute are served. This platform serves six."
REQUIREMENTS = ("EXP-050",)
SCENARIOS = ("The sixth batch of a minute is refused",)

count_all, look_at_all = limits.count, limits.look


def one_more(limit):
    return limits.Limit(limit.name, limit.most + 1, limit.counts_refusals) if limit.name == "export:batch" else limit


def count(limit, who):
    return count_all(one_more(limit), who)


def look(limit, who):
    return look_at_all(one_more(limit), who)


if __name__ == "__main__":
    replace(limits, "count", count)
    replace(limits, "look", look)
    start()

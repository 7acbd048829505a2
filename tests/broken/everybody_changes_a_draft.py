from __future__ import annotations

from reference.work_orders import access
from tests.broken._starting import replace, start

RULE = "A draft is its author's. On this platform whoever may write changes and submits it."
REQUIREMENTS = ("WO-018",)
SCENARIOS = ("A draft is its author's",)


def let_pass(person, order, verb):
    pass


if __name__ == "__main__":
    replace(access, "require", let_pass)
    start()

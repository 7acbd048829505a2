from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A port is a number from 1 to 65535. This platform takes 65536."
REQUIREMENTS = ("MIS-027",)
SCENARIOS = ("An entry of the scope that is no target is refused by its place",)

split = rules._host_and_port


def host_and_port(text):
    return split(text.removesuffix(":65536"))


if __name__ == "__main__":
    replace(rules, "_host_and_port", host_and_port)
    start()

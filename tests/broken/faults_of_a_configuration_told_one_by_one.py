from __future__ import annotations

from reference.core.errors import Problem
from reference.plugins.catalogue import Plugin
from tests.broken._starting import replace, start

RULE = "All that is wrong with a configuration is told at once. This platform tells the first."
REQUIREMENTS = ("PLG-011",)
SCENARIOS = ("All that is wrong with a configuration is told at once, and nothing of it stays",)

checked = Plugin.checked


def first_of_it(plugin, config):
    try:
        return checked(plugin, config)
    except Problem as problem:
        problem.errors = problem.errors[:1]
        raise


if __name__ == "__main__":
    replace(Plugin, "checked", first_of_it)
    start()

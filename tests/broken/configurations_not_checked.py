from __future__ import annotations

from reference.plugins.catalogue import Plugin
from tests.broken._starting import replace, start

RULE = "Only a right configuration is stored and switched on. This platform takes any."
REQUIREMENTS = ("PLG-010", "PLG-011")
SCENARIOS = (
    "Nothing is switched on that lacks what it needs",
    "All that is wrong with a configuration is told at once, and nothing of it stays",
    "Each field of a configuration has its bounds",
)


def take_any(plugin, config):
    return dict(config)


if __name__ == "__main__":
    replace(Plugin, "checked", take_any)
    start()

from __future__ import annotations

import re

from reference.audit import rules
from reference.core.audit import Trail
from reference.plugins.records import PluginConfiguration
from tests.broken._starting import replace, start

RULE = "The trail tells of a plugin without its secret. This platform tells it."
REQUIREMENTS = ("AUD-007",)
SCENARIOS = ("What is done with a plugin is told, and its secret is not",)


if __name__ == "__main__":
    replace(rules, "SECRET_NAME", re.compile("(?!)"))
    replace(PluginConfiguration, "trail", Trail.of("plugin", silent="exported_on"))
    start()

from __future__ import annotations

from reference.plugins import api
from reference.plugins.catalogue import PLUGINS
from tests.broken._starting import replace, start

RULE = "What is not offered is unknown. This platform takes any name for that of a plugin."
REQUIREMENTS = ("PLG-012",)
SCENARIOS = ("What is not offered can be neither looked at nor switched on nor configured",)


class Any(dict):
    def get(self, name, default=None):
        return super().get(name) or self["email-branding"]


if __name__ == "__main__":
    replace(api, "PLUGINS", Any(PLUGINS))
    start()

from __future__ import annotations

from reference.plugins import api
from reference.plugins.catalogue import PLUGINS
from tests.broken._starting import replace, start

RULE = "Three plugins are offered from the start. This platform leaves one out."
REQUIREMENTS = ("PLG-003", "PLG-005")
SCENARIOS = ("Three plugins are offered from the start, and each says what it needs",)


if __name__ == "__main__":
    replace(api, "PLUGINS", {name: plugin for name, plugin in PLUGINS.items() if name != "chat-webhook"})
    start()

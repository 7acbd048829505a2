from __future__ import annotations

from sqlalchemy import select

from reference.plugins import service
from reference.plugins.records import PluginConfiguration
from tests.broken._starting import replace, start

RULE = "What is switched off does nothing more. This platform has it go on."
REQUIREMENTS = ("PLG-007", "PLG-008")
SCENARIOS = (
    "Nothing more is posted once the webhook is switched off",
    "Only the address is needed, and all is as ever once it is switched off",
)


def on_or_off(session, name):
    return session.scalar(select(PluginConfiguration).where(PluginConfiguration.name == name))


if __name__ == "__main__":
    replace(service, "enabled", on_or_off)
    start()

from __future__ import annotations

from sqlalchemy import select

from reference.core.database import EVERY_TENANT, transaction
from reference.plugins import service
from reference.plugins.records import PluginConfiguration
from tests.broken._starting import replace, start

RULE = "A plugin does nothing for a tenant that has not switched it on. This platform has it work for all."
REQUIREMENTS = ("PLG-017", "PLG-008")
SCENARIOS = (
    "The webhook of one tenant posts nothing of another's",
    "The notification mails of a tenant come in its own name, and those of others do not",
)


def anybodys(session, name):
    with transaction(EVERY_TENANT) as other:
        return other.scalar(select(PluginConfiguration).where(PluginConfiguration.name == name,
                                                              PluginConfiguration.enabled))


if __name__ == "__main__":
    replace(service, "enabled", anybodys)
    start()

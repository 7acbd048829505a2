from __future__ import annotations

from sqlalchemy import select

from reference.core.database import EVERY_TENANT, transaction
from reference.plugins import api
from reference.plugins.records import PluginConfiguration
from tests.broken._starting import replace, start

RULE = "What one tenant configures is nothing of another's. This platform shows whatever somebody has configured."
REQUIREMENTS = ("PLG-017",)
SCENARIOS = ("What one tenant configures is nothing of another's",)


def anybodys(session, found):
    with transaction(EVERY_TENANT) as other:
        return other.scalar(select(PluginConfiguration).where(PluginConfiguration.name == found.name))


if __name__ == "__main__":
    replace(api, "configuration", anybodys)
    start()

from __future__ import annotations

from secrets import token_hex

from reference.core import identity
from reference.core.settings import settings
from tests.broken._starting import replace, start

RULE = "Tokens outlive a restart. This platform signs with another key each time that it starts."
REQUIREMENTS = ("ACC-044",)
SCENARIOS = ("A token outlives a restart of the platform",)

key_of_this_start = token_hex(32)


def own_settings():
    return settings().model_copy(update={"jwt_secret": key_of_this_start})


if __name__ == "__main__":
    replace(identity, "settings", own_settings)
    start()

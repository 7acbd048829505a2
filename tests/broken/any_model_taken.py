from __future__ import annotations

from reference.conversations import chat_api
from tests.broken._starting import replace, start

RULE = "Only the models that are configured are offered. This platform asks any."
REQUIREMENTS = ("CON-012",)
SCENARIOS = ("A model that is not offered is refused",)


class AllThereAre(tuple):
    def __contains__(self, name):
        return True


class Settings:
    llm_models = AllThereAre(("standard",))


if __name__ == "__main__":
    replace(chat_api, "settings", Settings)
    start()

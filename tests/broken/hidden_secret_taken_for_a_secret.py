from __future__ import annotations

from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "Who sends a secret as it is shown keeps it. This platform takes the stars for one."
REQUIREMENTS = ("PLG-015",)
SCENARIOS = ("Who sends a secret as it is shown keeps it",)

store = api.store


def forget_first(call, session, found, known, sent):
    if known is not None and api.SECRET in sent:
        sent = {**sent, api.SECRET: str(sent[api.SECRET]) * 2}
    return store(call, session, found, known, sent)


if __name__ == "__main__":
    replace(api, "store", forget_first)
    start()

from __future__ import annotations

from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "A secret that is taken away is gone. This platform keeps it."
REQUIREMENTS = ("PLG-015",)
SCENARIOS = ("A secret that is taken away is gone",)

store = api.store


def with_the_old_one(call, session, found, known, sent):
    if known is not None and known.signing_secret is not None:
        sent = {api.SECRET: known.signing_secret, **sent}
    return store(call, session, found, known, sent)


if __name__ == "__main__":
    replace(api, "store", with_the_old_one)
    start()

from __future__ import annotations

from reference.core import cause
from reference.plugins import api
from tests.broken._starting import replace, start

RULE = "What is stored anew replaces all. This platform keeps the fields that are not named."
REQUIREMENTS = ("PLG-002",)
SCENARIOS = ("What is stored anew replaces all, and what is changed to nothing goes",)

store = api.store


def merge(call, session, found, known, sent):
    if known is not None and cause.present().method == "PUT":
        sent = {**known.config, **sent}
    return store(call, session, found, known, sent)


if __name__ == "__main__":
    replace(api, "store", merge)
    start()

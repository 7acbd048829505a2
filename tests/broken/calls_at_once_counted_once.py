from __future__ import annotations

from reference.analytics import recorder
from tests.broken._starting import replace, start

RULE = "Twenty calls at once are twenty. This platform keeps one of those that come together."
REQUIREMENTS = ("ANA-020",)
SCENARIOS = ("Twenty calls at once are twenty",)

store = recorder.store


if __name__ == "__main__":
    replace(recorder, "store", lambda calls: store(calls[-1:]))
    start()

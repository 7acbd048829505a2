from __future__ import annotations

from reference.analytics import recorder
from tests.broken._starting import replace, start

RULE = "Each call counts once. This platform counts it twice."
REQUIREMENTS = ("ANA-001", "ANA-018")
SCENARIOS = (
    "Each call counts once, within two seconds",
    "Each tenant has its own figures",
)


class Recorder(recorder.Recorder):
    def note(self, call):
        super().note(call)
        super().note(call)


if __name__ == "__main__":
    replace(recorder, "Recorder", Recorder)
    start()

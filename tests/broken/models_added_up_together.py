from __future__ import annotations

from reference.analytics import figures
from tests.broken._starting import replace, start

RULE = "What language models cost is told by model. This platform tells of the first alone."
REQUIREMENTS = ("ANA-003",)
SCENARIOS = ("What language models cost is told by day and model",)

models = figures.models


if __name__ == "__main__":
    replace(figures, "models", lambda session, first, last: models(session, first, last)[:1])
    start()

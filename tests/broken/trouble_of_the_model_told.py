from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "Where the model is and what it says of its troubles is nobody's business. This platform tells its address."
REQUIREMENTS = ("CON-032",)
SCENARIOS = (
    "A question that nobody answers is kept, and answered once when it is asked again",
    "Whatever is no answer is none, and is shown to nobody",
)


tell = turns.Turn.unanswered


def unanswered(self, trouble):
    problem = tell(self, trouble)
    problem.detail = f"{trouble.service.url}: {trouble}"
    return problem


if __name__ == "__main__":
    replace(turns.Turn, "unanswered", unanswered)
    start()

from __future__ import annotations

from reference.exports import document
from tests.broken._starting import replace, start

RULE = "The JSON export says what the analysis says. This platform's says nothing of its metrics."
REQUIREMENTS = ("EXP-005",)
SCENARIOS = ("An analysis is had as a file that holds all of it",)

from_whole = document.AnalysisAnswer.model_validate


class Part:
    @staticmethod
    def model_validate(analysis):
        return from_whole(analysis).model_copy(update={"code_metrics": None})


if __name__ == "__main__":
    replace(document, "AnalysisAnswer", Part)
    start()

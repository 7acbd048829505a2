from __future__ import annotations

from pydantic import model_validator

from reference.projects import analyses_api
from reference.projects.shapes import NewAnalysis
from tests.broken._starting import replace, start

RULE = "An analysis with a nameless dependency is refused. This platform leaves the dependency out."
REQUIREMENTS = ("EXP-042",)
SCENARIOS = ("An analysis that is not whole is refused, and nothing of it is kept",)


class Lenient(NewAnalysis):
    @model_validator(mode="before")
    @classmethod
    def leave_out(cls, sent):
        named = [each for each in sent.get("dependencies", []) if isinstance(each, dict) and each.get("name")]
        return {**sent, "dependencies": named}


if __name__ == "__main__":
    replace(analyses_api, "NewAnalysis", Lenient)
    start()

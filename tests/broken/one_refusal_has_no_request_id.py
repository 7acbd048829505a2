from __future__ import annotations

from reference.core import application
from tests.broken._starting import replace, start

RULE = "Every refusal names the request. This platform forgets that where the method is none."
REQUIREMENTS = ("API-024",)
SCENARIOS = ("Whatever is refused has one shape, and tells nothing of the inside",)

answer = application.problem_answer


def problem_answer(problem, request_id):
    return answer(problem, "" if problem.status == 405 else request_id)


if __name__ == "__main__":
    replace(application, "problem_answer", problem_answer)
    start()

from __future__ import annotations

from uuid import uuid4

from reference.core import application
from tests.broken._starting import replace, start

RULE = "A refusal carries the request's id as its instance. This platform puts a fresh one there."
REQUIREMENTS = ("API-018", "API-025",)
SCENARIOS = ("A request is known by its id", "What does not exist is answered as a problem, never as a page")

answer = application.problem_answer


def problem_answer(problem, request_id):
    return answer(problem, str(uuid4()))


if __name__ == "__main__":
    replace(application, "problem_answer", problem_answer)
    start()

"""The language model as a scenario lets it fare, and what the platform has asked it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.domain.missions import Mission
    from support.stand_ins.language_model import LanguageModel, ModelRequest
    from support.world import World

# How it can be in trouble: the words of a feature -> status and content of its answers.
MODEL_TROUBLES: dict[str, tuple[int, bytes | None]] = {
    "answers that it is broken": (500, b'{"error": "Traceback: secret-host.example:5000"}'),
    "answers that it is busy": (503, b'{"error": "secret-host.example is busy"}'),
    "turns everybody away": (401, b'{"error": "the key of-the-suite-and-no-secret is not known"}'),
    "sends somewhere else": (302, None),
    "answers what nobody understands": (200, b"<!doctype html>"),
    "answers something else": (200, b'{"choices": "none"}'),
    "answers without a choice": (200, b'{"choices": []}'),
    "says nothing": (200, b'{"choices": [{"message": {"content": ""}}]}'),
    "says only blanks": (200, b'{"choices": [{"message": {"content": " \\n "}}]}'),
    "says what cannot be stored": (200, b'{"choices": [{"message": {"content": "a\\u0000b"}}]}'),
    "counts fewer tokens than none": (
        200, b'{"choices": [{"message": {"content": "Hm."}}], "usage": {"prompt_tokens": -1}}'),
}
# What stands in them, or in its address, and is nobody's business.
INSIDE = ("secret-host", "Traceback", "of-the-suite", "127.0.0.1", "doctype")
TRIES = 3


class LanguageModelWorld:
    """The language model of a scenario."""

    def __init__(self, world: World):
        self._world = world

    @property
    def service(self) -> LanguageModel:
        """:raises WrongScenario: when the platform asks somebody else."""
        service = self._world.target.language_model
        if service is None:
            raise WrongScenario("this target asks another language model: tag the scenario @requires.language_model")
        return service

    def answer_to(self, question: str) -> str:
        """What it says to a question, if the scenario lets it say nothing else."""
        from support.stand_ins.language_model import words_about

        return words_about(question)

    def asked(self, times: int) -> list[ModelRequest]:
        """What it was asked in this scenario.

        :raises Finding: when that was more or less often than ``times``.
        """
        asked = self.service.asked()
        if len(asked) != times:
            raise Finding(f"the language model should have been asked {times} times, and was {len(asked)} times:\n"
                          f"{self.service.transcript()}")
        return asked

    def last_asked(self) -> ModelRequest:
        """:raises Finding: when it was asked nothing."""
        asked = self.service.asked()
        if not asked:
            raise Finding("the language model should have been asked something, and was asked nothing")
        return asked[-1]

    def require_told(self, expected: list[dict[str, str]]) -> None:
        """With its last question it was told exactly this, in this order.

        :raises Finding: showing what it was told.
        """
        told = self.last_asked().messages
        if told != expected:
            raise Finding(f"the language model should have been told {expected}, and was told {told}")

    def require_told_questions(self, first: int, last: int, text: str) -> None:
        """With its last question it was told "Question <first>" to "Question <last>", each with its answer, and the text.

        :raises Finding: showing what it was told.
        """
        questions = [f"Question {number}" for number in range(first, last + 1)]
        turns = [each for question in questions for each in (
            {"role": "user", "content": question}, {"role": "assistant", "content": self.answer_to(question)})]
        self.require_told([*turns, {"role": "user", "content": text}])

    def require_asked_properly(self, model: str) -> None:
        """It was asked once: at its address, with its key, and with nothing but the model, the messages and whether the
        answer is to come as a stream.

        :raises Finding: showing how it was asked.
        """
        (asked,) = self.asked(1)
        how = {"method": asked.method, "path": asked.path, "model": asked.body.get("model"),
               "says": sorted(asked.body), "stream": asked.body.get("stream"),
               "kind": asked.headers.get("content-type", "").split(";")[0]}
        expected = {"method": "POST", "path": "/chat/completions", "model": model, "says": ["messages", "model", "stream"],
                    "stream": False, "kind": "application/json"}
        scheme, _, key = asked.headers.get("authorization", "").partition(" ")
        if how != expected or scheme != "Bearer" or not key.strip():
            raise Finding(f"the language model should be asked as {expected} and with its key, and was as {how} and with "
                          f"{scheme or 'no'} {'key' if key else ''}")

    def require_told_of_mission(self, mission: Mission, status: str) -> None:
        """With its last question it was told first what the mission is called, how it stands, and its numbers.

        :raises Finding: naming what it was not told.
        """
        first = self.last_asked().messages[0]
        numbers = self._world.missions.statistics(mission)
        flat = {name: value for name, value in numbers.items() if isinstance(value, int)}
        missing = [f"{name} {value}" for name, value in flat.items()
                   if not re.search(rf"{name.replace('_', '[_ ]')}\W+{value}\b", first["content"], re.IGNORECASE)]
        missing += [each for each in (mission.name, status) if each not in first["content"]]
        if first["role"] != "system" or missing:
            raise Finding(f"the language model should be told first how {mission.name} stands, and is told nothing of "
                          f"{missing}: {first}")

    def require_same_request(self, times: int) -> None:
        """All of these questions were tries of one: they carry one id of the request and one key.

        :raises Finding: showing what they carry.
        """
        asked = self.asked(times)
        for name in ("x-request-id", "idempotency-key"):
            carried = [each.headers.get(name) for each in asked]
            if len(set(carried)) != 1 or not carried[0]:
                raise Finding(f"all tries of one question should carry the same {name}, and carry {carried}")
        mine = self._world.outcomes.last()[0].answer.request_id
        if asked[0].headers["x-request-id"] != mine:
            raise Finding(f"the tries should carry the id of the request that caused them, {mine}, and carry "
                          f"{asked[0].headers['x-request-id']}")

    def require_nothing_told_of_the_inside(self, text: str) -> None:
        """:raises Finding: when what somebody was answered shows words of the service, its address or its key."""
        shown = [each for each in (*INSIDE, self.service.url.removeprefix("http:")) if each in text]
        if shown:
            raise Finding(f"nothing of the language model's own words or address should be shown, and there is {shown}: "
                          f"{text[:300]}")

"""The language model: real HTTP on loopback, in the protocol that most of them speak. It says what a scenario lets it."""

from __future__ import annotations

import json
import re
import threading
from typing import Any

from support.stand_ins.http_service import Asked, HttpService, Reply

PATH = "/chat/completions"
MODELS = ("standard", "large")  # those that the platform is to know; the first where none is chosen
PROMPT_TOKENS, COMPLETION_TOKENS = 12, 30
SHOWN = 80  # characters of a question


def words_about(question: str) -> str:
    """What it says to a question, if nobody has told it something else."""
    return f"You asked: “{question}”. I would look it up."


class ModelRequest(Asked):
    """One question that it was asked, with what was said before."""

    @property
    def messages(self) -> list[dict[str, str]]:
        return self.body.get("messages", [])

    @property
    def question(self) -> str:
        return self.messages[-1].get("content", "") if self.messages else ""

    def __str__(self) -> str:
        return (f"{self.at:%H:%M:%S.%f} {self.method} {self.path} “{self.question[:SHOWN]}” after "
                f"{len(self.messages) - 1} messages (request id {self.headers.get('x-request-id', 'none')})")


class LanguageModel(HttpService):
    """One service for a run. It says something about each question, in words of its own or of the scenario."""

    name = "language model"
    asked_as = ModelRequest
    requests: list[ModelRequest]

    def _forget(self) -> None:
        super()._forget()
        self._text: str | None = None  # what it says to everything; None: words about the question
        self._usage: dict[str, int] = {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": COMPLETION_TOKENS}
        self._takes_seconds = 0.0
        self._breaks_off = False

    def say(self, text: str) -> None:
        """Say this to whatever is asked."""
        self._text = text

    def count(self, prompt: int, completion: int) -> None:
        """Say that each answer has used so many tokens."""
        self._usage = {"prompt_tokens": prompt, "completion_tokens": completion}

    def count_nothing(self) -> None:
        """Say nothing of tokens."""
        self._usage = {}

    def take(self, seconds: float) -> None:
        """Think so long about each question."""
        self._takes_seconds = seconds

    def break_off(self) -> None:
        """Go away in the middle of each answer."""
        self._breaks_off = True

    def come_back(self) -> None:
        super().come_back()
        self._breaks_off = False

    def asked(self) -> list[ModelRequest]:
        """What it was asked, oldest first."""
        with self._changed:
            return list(self.requests)

    def _answer(self, request: ModelRequest) -> Reply:
        threading.Event().wait(self._takes_seconds)
        return super()._answer(request)

    def _as_it_should_be(self, request: ModelRequest) -> Reply:
        if (request.method, request.path) != ("POST", PATH):
            return Reply(404, b'{"error": "no such operation"}')
        model, text = request.body.get("model", ""), words_about(request.question) if self._text is None else self._text
        total = {"total_tokens": sum(self._usage.values())} if self._usage else {}
        usage = {"usage": {**self._usage, **total}} if self._usage else {}
        if not request.body.get("stream"):
            choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
            return Reply(200, _json({"object": "chat.completion", "model": model, "choices": [choice], **usage}),
                         breaks_off=self._breaks_off)
        pieces = [{"role": "assistant"}, *({"content": piece} for piece in re.findall(r"\s*\S+|\s+$", text))]
        chunks = [{"object": "chat.completion.chunk", "model": model, "choices": [{"index": 0, "delta": piece}]}
                  for piece in pieces]
        if self._breaks_off:
            chunks = chunks[:max(2, len(chunks) // 2)]
        else:
            chunks.append({"object": "chat.completion.chunk", "model": model, "choices": [], **usage})
        sent = [b"data: %s\n\n" % _json(chunk) for chunk in chunks]
        return Reply(200, sent if self._breaks_off else [*sent, b"data: [DONE]\n\n"], "text/event-stream",
                     breaks_off=self._breaks_off)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()

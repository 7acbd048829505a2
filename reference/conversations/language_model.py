"""The language model, asked over the protocol that most of them speak: what it says, in pieces or as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from http.client import HTTPResponse
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from reference.conversations.rules import MOST_TOKENS
from reference.core.inputs import is_storable
from reference.core.outside import ANSWER_BYTES, Service, Trouble
from reference.core.settings import settings

PATH = "/chat/completions"
DATA = "data:"
DONE = "[DONE]"

Tokens = Annotated[int, Field(ge=0, le=MOST_TOKENS)]


class Usage(BaseModel):
    """What it has used; what it does not say is nothing."""

    prompt_tokens: Tokens = 0
    completion_tokens: Tokens = 0
    total_tokens: Tokens | None = None


class Words(BaseModel):
    content: str | None = None


class Choice(BaseModel):
    message: Words = Words()
    delta: Words = Words()


class Completion(BaseModel):
    """An answer, or a piece of one."""

    choices: list[Choice]
    model: Annotated[str, Field(max_length=255)] | None = None
    usage: Usage | None = None


class Said(BaseModel):
    """What it said in the end, and what that has used."""

    text: str
    model: str
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


def service() -> Service:
    given = settings()
    return Service("language model", given.llm_base_url, given.llm_api_key, given.llm_timeout_seconds)


def ask(messages: Sequence[dict[str, str]], model: str) -> Said:
    """What it answers to the last of the messages; raises Trouble."""
    (said,) = _asked(messages, model, stream=False)
    return said


def stream(messages: Sequence[dict[str, str]], model: str) -> Iterator[str | Said]:
    """The same while it speaks: each piece of its text, and last all of it; raises Trouble."""
    return _asked(messages, model, stream=True)


def _asked(messages: Sequence[dict[str, str]], model: str, *, stream: bool) -> Iterator[Any]:
    asked = service()
    body = {"model": model, "messages": list(messages), "stream": stream}

    def read(response: HTTPResponse) -> Iterator[str | Said]:
        yield from (_pieces if stream else _whole)(asked, response, model)

    return asked.pieces("POST", PATH, body, read)


def _whole(asked: Service, response: HTTPResponse, model: str) -> Iterator[Said]:
    answer = _understood(asked, response.read(ANSWER_BYTES))
    text = "".join(choice.message.content or "" for choice in answer.choices[:1])
    yield _said(asked, _kept(asked, text), answer.model or model, answer.usage)


def _pieces(asked: Service, response: HTTPResponse, model: str) -> Iterator[str | Said]:
    """Its text as it comes. Without its last word it was broken off."""
    text, usage, left = "", None, ANSWER_BYTES
    while line := response.readline(left):
        left -= len(line)
        content = line.decode("utf-8", "replace").strip()
        if not content.startswith(DATA):
            continue
        content = content.removeprefix(DATA).strip()
        if content.upper() == DONE:
            yield _said(asked, text, model, usage)
            return
        answer = _understood(asked, content)
        usage, model = answer.usage or usage, answer.model or model
        piece = "".join(choice.delta.content or "" for choice in answer.choices[:1])
        if piece:
            text += _kept(asked, piece)
            yield piece
    raise Trouble(asked, "it broke off")


def _understood(asked: Service, content: str | bytes) -> Completion:
    try:
        return Completion.model_validate(json.loads(content))
    except (ValidationError, ValueError, RecursionError):
        raise Trouble(asked, "its answer is not understood") from None


def _kept(asked: Service, text: str) -> str:
    if not is_storable(text):
        raise Trouble(asked, "its answer cannot be stored")
    return text


def _said(asked: Service, text: str, model: str, usage: Usage | None) -> Said:
    if not text.strip():
        raise Trouble(asked, "it says nothing")
    used = usage or Usage()
    total = used.prompt_tokens + used.completion_tokens if used.total_tokens is None else used.total_tokens
    return Said(text=text, model=_kept(asked, model), **used.model_dump() | {"total_tokens": total})

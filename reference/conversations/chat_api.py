"""Turns over HTTP: ask the language model something, and be answered at once or as it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Any

from fastapi import Response
from fastapi.responses import StreamingResponse
from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema

from reference.conversations import rules, turns
from reference.conversations.api import MayUse
from reference.conversations.shapes import TurnAnswer
from reference.core import inputs
from reference.core.answers import takes
from reference.core.calls import Call
from reference.core.inputs import Body
from reference.core.routes import Router
from reference.core.settings import settings

router = Router(prefix="/api/v2/chat", tags=["conversations"])

EVENTS = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}


def not_blank(text: str) -> str:
    if not text.strip():
        raise inputs.fault("too_short")
    return text


def known_model(name: Any) -> str:
    if not isinstance(name, str):
        raise inputs.fault("type")
    if name not in settings().llm_models:
        raise inputs.fault("not_allowed", f"Allowed: {', '.join(settings().llm_models)}.")
    return name


Words = Annotated[str, BeforeValidator(inputs.refuse_unstorable), Field(min_length=1, max_length=rules.LONGEST_MESSAGE),
                  AfterValidator(not_blank)]  # kept as they were sent, blanks at their ends too
Model = Annotated[str, PlainValidator(known_model), WithJsonSchema({"type": "string"})]


class Question(Body):
    """What is asked, and where: a conversation of nobody is unknown, as in an address. Without one it begins another."""

    message: Words
    conversation_id: str | None = None
    model: Model | None = None


@router.post("", response_model=TurnAnswer, openapi_extra=takes(Question), responses={404: {}})
def chat(call: MayUse) -> Response:
    """Ask something, and wait for the answer."""
    return call.answer(turns.ask(call, *asked(call)))


@router.post("/stream", response_class=Response, openapi_extra=takes(Question), responses=EVENTS | {404: {}})
def stream(call: MayUse) -> Response:
    """Ask something, and get the answer as it is given."""
    events: Iterator[str] = turns.events(call, *asked(call))
    first = next(events)  # what is refused is refused before the stream begins
    return StreamingResponse(chain([first], events), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


def asked(call: Call) -> tuple[str, str | None, str]:
    """The text, the conversation and the model of a question."""
    wanted = call.body(Question)
    return wanted.message, wanted.conversation_id, wanted.model or settings().llm_models[0]

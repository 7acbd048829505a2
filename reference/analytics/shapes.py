"""How figures are answered."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from reference.core.answers import Answer, Moment

Milliseconds = Annotated[float, AfterValidator(lambda value: round(value, 1))]


class Tokens(Answer):
    """What language models were sent and what they answered."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0


class Times(Answer):
    """How often something was asked for, and how long that took: nearest rank, and nothing where nobody asked."""

    calls: int = 0
    errors: int = 0
    avg_response_ms: Milliseconds | None = None
    p95_response_ms: Milliseconds | None = None


class Figures(Tokens, Times):
    unique_people: int = 0


class Day(Figures):
    """``final``: the day is over. ``aggregated_at``: when its figures were put down."""

    date: date
    final: bool
    aggregated_at: Moment | None = None


class Summary(Figures):
    date_from: date
    date_to: date
    by_status: dict[str, int]


class Route(Times):
    method: str
    route: str


class ModelTokens(Tokens):
    date: date
    model: str
    turns: int

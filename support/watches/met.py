"""Which operations a scenario met, and how they answered: granted or refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.drivers.description import Description
    from support.drivers.http import Exchange

SUCCESS, REFUSAL = "success", "refusal"


def met(description: Description, exchanges: Iterable[Exchange]) -> dict[str, list[str]]:
    """For each operation that was asked for, by its name, how it answered."""
    found: dict[str, set[str]] = {}
    for exchange in exchanges:
        operation, status = description.asked_for(exchange.method, exchange.path), exchange.answer.status
        if operation is not None and (status < 300 or 400 <= status < 500):
            found.setdefault(operation.name, set()).add(SUCCESS if status < 300 else REFUSAL)
    return {name: sorted(ways) for name, ways in found.items()}


def expected(description: Description) -> dict[str, list[str]]:
    """How each operation can answer, as far as the description says it: what scenarios should have met. That it was asked
    too often is no refusal of its own."""
    return {each.name: [way for way, digit in ((SUCCESS, "2"), (REFUSAL, "4"))
                        if any(status.startswith(digit) for status in each.body.get("responses", {}) if status != "429")]
            for each in description.operations}

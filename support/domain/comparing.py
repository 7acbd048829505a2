"""In what something differs from what it should be, value by value: the rest would only hide it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def differences(expected: Mapping[str, Any], seen: Mapping[str, Any]) -> str:
    """``name should be 1, and is 2`` for each value that differs; empty when none does."""
    return "; ".join(f"{name} should be {value!r}, and is {seen.get(name)!r}"
                     for name, value in expected.items() if seen.get(name) != value)


def some_of(faults: Sequence[str], most: int = 10) -> str:
    """The first fault goes on with the sentence, so that its first line says what is wrong; the others stand below."""
    more = [f"and {len(faults) - most} more"] if len(faults) > most else []
    return "\n  ".join([*faults[:most], *more])

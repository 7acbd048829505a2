"""What the tags of a scenario say of it: how grave a failure is, how long it may take, what is measured against a limit.

Tags are given without their ``@``, outermost first (the feature's, the rule's, its own): the innermost decides.
"""

from __future__ import annotations

from collections.abc import Iterable

SEVERITIES = ("blocker", "critical", "normal", "minor")  # most severe first
MEMORY_LIMIT_MB = 50.0  # of limit.memory without a value


def severity(tags: Iterable[str]) -> str:
    """How grave a failure is: one of ``SEVERITIES``; ``normal`` where no tag says."""
    return next((tag for tag in reversed([*tags]) if tag in SEVERITIES), "normal")


def time_limit(tags: Iterable[str], default: float) -> float:
    """The seconds after which the scenario is stopped: ``timeout=20``, else ``default``."""
    return _number(tags, "timeout", default)


def measured_limits(tags: Iterable[str]) -> dict[str, float]:
    """What the scenario promises of its own run, by unit: ``seconds`` (limit.seconds=) and ``memory_mb`` (limit.memory)."""
    tags = [*tags]
    found = {"seconds": _number(tags, "limit.seconds", None), "memory_mb": _number(tags, "limit.memory", None)}
    if found["memory_mb"] is None and "limit.memory" in tags:
        found["memory_mb"] = MEMORY_LIMIT_MB
    return {unit: value for unit, value in found.items() if value is not None}


def _number(tags: Iterable[str], name: str, default: float | None) -> float | None:
    values = [tag.partition("=")[2] for tag in tags if tag.startswith(f"{name}=")]
    if not values:
        return default
    try:
        return float(values[-1])
    except ValueError:  # the inspection of the tags refuses it by its name
        return default

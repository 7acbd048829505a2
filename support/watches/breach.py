"""What a watch found: a promise that holds for every scenario, and that this one saw broken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Breach:
    """What was seen, in words, and the rows of the registry that promise otherwise."""

    words: str
    requirements: tuple[str, ...]

"""Thousands of known texts, looked for in another text all at once."""

from __future__ import annotations

import threading
from typing import Any

_BLOCK = 64  # values: so many more are looked for one by one before they are put into an expression
_BEGINNING = 8  # characters by which an expression knows a value: whether the whole of it is there is seen then


class KnownValues:
    """Values that are added one by one, while others may be looking for them.

    The newest are looked for one by one, the others by expressions of RE2, which takes no longer for a thousand than for
    one. An expression cannot be added to: as in a binary counter two of the same size become one of twice the size, so
    that there are few of them and none is made anew for each value.
    """

    def __init__(self) -> None:
        self._adding = threading.Lock()
        self._all: set[str] = set()
        self._newest: tuple[str, ...] = ()
        self._blocks: tuple[tuple[tuple[str, ...], Any], ...] = ()  # the values, and their expression

    def __contains__(self, value: str) -> bool:
        return value in self._all

    def add(self, value: str) -> None:
        """Look for this one, too."""
        with self._adding:
            self._all.add(value)
            newest = (*self._newest, value)
            if len(newest) >= _BLOCK:
                blocks, values = self._blocks, newest
                while blocks and len(blocks[-1][0]) <= len(values):
                    values += blocks[-1][0]
                    blocks = blocks[:-1]
                self._blocks = (*blocks, (values, _expression(values)))  # first: rather looked for twice than not at all
                newest = ()
            self._newest = newest

    def found_in(self, text: str) -> list[str]:
        """Those that stand in the text, longest first: a shorter one may be a part of it."""
        found = {value for value in self._newest if value in text}
        if self._blocks:
            content = _content(text)
            for values, expression in self._blocks:
                if expression.search(content):
                    found.update(value for value in values if value in text)
        return sorted(found, key=len, reverse=True)


def _expression(values: tuple[str, ...]) -> Any:
    import re2  # only a long run needs it

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # byte by byte, whatever they are
    options.max_mem = 64 * 1024 * 1024
    return re2.compile(b"|".join(sorted({re2.escape(_content(value)[:_BEGINNING]) for value in values})), options)


def _content(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")

"""The names of the reference platform's broken variants."""

from __future__ import annotations

import difflib
from collections.abc import Collection

_SHOWN = 3


def no_such_variant(name: str, known: Collection[str]) -> str:
    """In words: there is none of this name, and which are the nearest."""
    near = difflib.get_close_matches(name, known, n=_SHOWN, cutoff=0.0)
    nearest = f"the nearest of {len(known)}: {', '.join(near)}" if near else "there are none"
    return f"there is no broken variant {name!r}; {nearest} (each is a module of tests/broken)"

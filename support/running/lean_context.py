"""What behave does at each step and nobody needs: together a sixth of a run of short scenarios."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from behave.matchers import Match
from behave.runner import Context


class LeanContext(Context):
    """Takes no stack trace at each assignment: behave keeps it to say where a name was set that is set again below."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name[0] == "_":
            self.__dict__[name] = value
            return
        if any(name in frame for frame in self._stack[1:]):
            self._emit_warning(name, {"attr": name, "filename": "an earlier step or hook", "line": 0, "function": ""})
        self._record[name] = ("", 0, "", "")
        self._stack[0][name] = value
        self._origin.setdefault(name, self._mode)


def keep_places_of_steps() -> None:
    """Find out once for each step's function in which file it stands, relative to here: not at each of its steps."""
    if not hasattr(Match.make_location, "cache_info"):
        Match.make_location = staticmethod(lru_cache(maxsize=None)(Match.make_location))

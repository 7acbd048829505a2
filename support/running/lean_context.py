"""What behave does at each step and nobody needs: together a sixth of a run of short scenarios."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from behave.matchers import Match
from behave.runner import Context, ContextMode

_BELOW_A_STEP = ("table", "text")


class LeanContext(Context):
    """Takes no stack trace at each assignment: behave keeps it to say where a name was set that is set again below.

    Besides it notes whether a step's code looked at what stands below its sentence.
    """

    def left_unread(self) -> list[str]:
        """Of ``table`` and ``text`` those that the step in hand has and that its code did not look at."""
        return [name for name in _BELOW_A_STEP if name not in self._read and super(LeanContext, self).__getattr__(name)
                is not None]

    def use_with_user_mode(self) -> _UserMode:
        """As behave's, which makes a generator for it at each hook and each step."""
        return _UserMode(self.__dict__)

    def _pop(self, capture_sink: Any = None) -> None:
        if self._stack[0]["@cleanups"]:
            super()._pop(capture_sink)
        else:  # behave would capture what nothing prints
            self._stack.pop(0)

    def __getattr__(self, name: str) -> Any:
        if name in _BELOW_A_STEP:
            self.__dict__.setdefault("_read", set()).add(name)
        return super().__getattr__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name[0] == "_":
            self.__dict__[name] = value
            return
        if name in _BELOW_A_STEP:  # behave sets both when a step begins
            self.__dict__.setdefault("_read", set()).discard(name)
        if any(name in frame for frame in self._stack[1:]):
            self._emit_warning(name, {"attr": name, "filename": "an earlier step or hook", "line": 0, "function": ""})
        self._record[name] = ("", 0, "", "")
        self._stack[0][name] = value
        self._origin.setdefault(name, self._mode)


class _UserMode:
    """What is set on the context inside is set by the suite's own code."""

    __slots__ = ("_before", "_of_context")

    def __init__(self, of_context: dict[str, Any]):
        self._of_context = of_context

    def __enter__(self) -> None:
        self._before = self._of_context["_mode"]
        self._of_context["_mode"] = ContextMode.USER

    def __exit__(self, *_: object) -> None:
        self._of_context["_mode"] = self._before


def keep_places_of_steps() -> None:
    """Find out once for each step's function in which file it stands, relative to here: not at each of its steps."""
    if not hasattr(Match.make_location, "cache_info"):
        Match.make_location = staticmethod(lru_cache(maxsize=None)(Match.make_location))

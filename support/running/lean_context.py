"""behave's context, without what it costs and nobody reads."""

from __future__ import annotations

from typing import Any

from behave.runner import Context

# Where an attribute was set, as behave words it in a warning: file, line, the line's text, function.
_NOT_KEPT = ("where it was first set", 0, "", "a step or a hook")


class LeanContext(Context):
    """Takes no stack trace at each assignment, which would be a sixth of a run of short scenarios.

    behave needs the trace only to say where an attribute was set that another one hides.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name[0] == "_" or any(name in frame for frame in self._stack[1:]):
            super().__setattr__(name, value)  # it may hide another: behave's own warning
            return
        self._record[name] = _NOT_KEPT
        self._stack[0][name] = value
        self._origin.setdefault(name, self._mode)

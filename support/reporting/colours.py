"""Colours on a terminal: one for each way in which a scenario can end; none where nobody could see them."""

from __future__ import annotations

import os
from typing import Any

from behave.configuration import COLOR_OFF_VALUES, COLOR_ON_VALUES
from behave.formatter.ansi_escapes import colors, escapes

_COLOURS = {
    "passed": "green", "failed": "red", "timed_out": "red", "error": "magenta", "undefined": "magenta",
    "pending": "magenta", "flaky": "yellow", "skipped": "cyan", "blocked": "blue", "not_run": "grey",
    "warning": "yellow", "soft": "grey", "strong": "bold",
}


def is_terminal(stream: Any) -> bool:
    """Whether somebody looks at ``stream`` who can move the cursor in it."""
    return bool(getattr(stream, "isatty", lambda: False)()) and os.environ.get("TERM") != "dumb"


def wants_colours(stream: Any, config: Any) -> bool:
    """What ``--color`` or ``--no-color`` says; else colours on a terminal, unless NO_COLOR is set."""
    if config.color in COLOR_ON_VALUES:
        return True
    if config.color in COLOR_OFF_VALUES or os.environ.get("NO_COLOR"):
        return False
    return is_terminal(stream)


class Paint:
    """``paint("failed", "text")``: the text in the colour of that result, or as it is where no colours are wanted."""

    def __init__(self, wanted: bool):
        self._wanted = wanted

    def __call__(self, kind: str, text: str) -> str:
        return f"{colors[_COLOURS[kind]]}{text}{escapes['reset']}" if self._wanted else text

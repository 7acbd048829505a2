"""What behave does several times a scenario to capture what nobody prints or logs: handlers made anew, each logger's cache
emptied, texts looked through for their encoding."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from behave import capture
from behave.log_capture import LoggingCapture

_unused: list[LeanLoggingCapture] = []


def use_lean_capture() -> None:
    """From now on capturing costs little while there is nothing to capture."""
    if hasattr(capture.CaptureController.make_captured, "__wrapped__"):
        return
    capture.LoggingCapture = _one_of
    capture.CaptureController.make_captured = _unless_empty(capture.CaptureController.make_captured)


def _one_of(config: Any) -> LeanLoggingCapture:
    return _unused.pop() if _unused and _unused[-1].config is config else LeanLoggingCapture(config)


def _unless_empty(make_captured: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(make_captured)
    def made(controller: capture.CaptureController, *arguments: Any, **named: Any) -> Any:
        return make_captured(controller, *arguments, **named) if controller.has_output() else capture.NO_CAPTURED_DATA

    return made


class LeanLoggingCapture(LoggingCapture):
    """Captures as behave's does; one that captured nothing is taken again. The level of the root logger is touched only
    where it is another: setting it makes each logger find out anew what it lets pass."""

    def inveigle(self) -> None:
        """Capture from now on, in place of another that does."""
        if self.config.logging_clear_handlers:
            super().inveigle()
            return
        root = logging.getLogger()
        root.handlers[:] = [each for each in root.handlers if not isinstance(each, LoggingCapture)] + [self]
        self.old_level = root.level
        _set_level(root, self.level)

    def abandon(self) -> None:
        """Capture no longer."""
        if self.config.logging_clear_handlers:
            super().abandon()
            return
        root = logging.getLogger()
        root.handlers[:] = [each for each in root.handlers if each is not self]
        if self.old_level is not None:
            _set_level(root, self.old_level)
            self.old_level = None
        if not self.buffer and self not in _unused:
            _unused.append(self)


def _set_level(logger: logging.Logger, level: int) -> None:
    if logger.level != level:
        logger.setLevel(level)

"""The parts of what one scenario holds: each is loaded and made when a sentence first speaks of it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Part:
    """Stands for ``name: Class = part("module")`` in a class; the class of a part is the one of its annotation."""

    def __init__(self, module: str):
        self._module = module

    def __set_name__(self, owner: type, name: str) -> None:
        self._name, self._class = name, owner.__annotations__[name]

    def __get__(self, whole: Any, owner: type | None = None) -> Any:
        if whole is None:
            return self
        made = getattr(import_module(f"support.domain.{self._module}"), self._class)(whole)
        whole.__dict__[self._name] = made  # from now on it is found there
        return made


def part(module: str) -> Any:
    """A part of the module ``support.domain.<module>``."""
    return Part(module)

"""``python -m tests.broken._checking``: whether each variant still has what it replaces. Runs no scenario.

A variant whose function or table has another name by now breaks nothing any more; one whose function takes something else
by now breaks more than its rule. Nobody would know before all of them are run again. Each is tried in a copy of this
process, since it changes the platform's modules. Says each that is to be mended; the exit code is 1 then.
"""

from __future__ import annotations

import os
import pkgutil
import runpy
import sys
from collections.abc import Iterable
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from types import FunctionType
from typing import Any

import reference
from tests.broken import _starting

LEFT_OUT = ("reference.__main__", "reference.migrations")  # what does something as soon as it is loaded


def main() -> int:
    """Try all; the exit code."""
    for module in pkgutil.walk_packages(reference.__path__, "reference."):
        if not module.name.startswith(LEFT_OUT):
            import_module(module.name)
    _starting.start = lambda: None
    replace = _starting.replace
    _starting.replace = lambda place, name, by: replace(place, name, _fitting(place, name, by))
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))
    stale = [name for name in names if not _is_current(name)]
    return 1 if stale else 0


def _fitting(place: Any, name: str, by: Any) -> Any:
    """``by``, where it can be called as what it replaces.

    :raises TypeError: where it takes neither all that can be given, nor what must be.
    """
    before = vars(place).get(name) if hasattr(place, "__dict__") else None
    if isinstance(before, FunctionType) and isinstance(by, FunctionType):
        known = signature(before).parameters.values()
        if not (_takes(by, known) or _takes(by, [each for each in known if each.default is each.empty])):
            raise TypeError(f"{name} has other parameters by now: {signature(before)}")
    return by


def _takes(function: FunctionType, parameters: Iterable[Parameter]) -> bool:
    positional = [each.name for each in parameters if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]
    named = {each.name: None for each in parameters if each.kind is each.KEYWORD_ONLY}
    try:
        signature(function).bind(*positional, **named)
    except TypeError:
        return False
    return True


def _is_current(name: str) -> bool:
    copy = os.fork()
    if copy:
        return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) == 0
    sys.argv = [name]
    try:
        runpy.run_module(f"tests.broken.{name}", run_name="__main__")
    except BaseException as fault:
        sys.stdout.write(f"{name}: {type(fault).__name__}: {fault}\n")
        sys.stdout.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())

"""``python -m tests.broken._suite <place> <place of the platform>``: has loaded the suite, and is forked for runs of
behave."""

from __future__ import annotations

import gc
import pkgutil
import sys
from functools import partial
from importlib import import_module
from pathlib import Path

from behave.__main__ import main as behave

import support
from support.stack import platform_parts
from support.targets.base import load_modules
from tests.broken._forking import Forked, end_as, serve

LOADED_LATER = ("aiosmtpd.controller", "encodings.idna", "psycopg", "sqlalchemy.dialects.postgresql.psycopg")  # by a run


def load() -> None:
    """Load what a run loads. Of the features each run reads those of which it runs something: the others are known."""
    gc.disable()
    for module in pkgutil.walk_packages(support.__path__, "support."):
        if not module.name.endswith("__main__") and ".watched" not in module.name:
            import_module(module.name)
    for name in LOADED_LATER:
        import_module(name)
    load_modules(True)
    gc.freeze()  # it stays, and is shared as long as nobody looks through it
    gc.enable()


def begin(command: list[str], platform: Path) -> int:
    """Be ``behave …``, with a platform that is loaded already."""
    platform_parts.begin = partial(Forked, platform)
    sys.argv[:] = command
    return behave(command[1:])


if __name__ == "__main__":
    load()
    asked = serve(Path(sys.argv[1]))
    end_as(lambda: begin(asked, Path(sys.argv[2])))

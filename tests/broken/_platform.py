"""``python -m tests.broken._platform <place>``: has loaded the reference platform, and is forked for processes of variants.

A variant replaces something before the rest of the platform is loaded. Here all is loaded: a variant is as good as ever
where what it replaces is known to nobody but the place where it is replaced, so that everybody finds there what the variant
put. Where somebody else has taken hold of it, the forked process begins anew as ``python -m`` would have begun it.
"""

from __future__ import annotations

import gc
import os
import runpy
import sys
import types
from importlib import import_module
from pathlib import Path
from typing import Any

import psutil  # noqa: F401 - by whom a process is noted

from reference.core import application, loading
from reference.core.settings import settings
from support.stack import keeper
from support.stack.platform_parts import WATCHED
from tests.broken import _starting
from tests.broken._forking import end_as, serve

ASKS_FOR_SETTINGS = "reference.core.tasks"  # as soon as it is loaded; and so does all that needs it
# What both, or one of them, load as soon as they start.
OF_THE_API = ("reference.core.server", "psycopg", "sqlalchemy.dialects.postgresql.psycopg", "uvicorn.lifespan.on",
              "uvicorn.loops.auto", "uvicorn.protocols.websockets.websockets_sansio_impl", "anyio._backends._asyncio",
              "encodings.idna")
OF_THE_WORKER = ("reference.core.worker", "celery.apps.beat", "celery.apps.worker", "celery.bin.beat", "celery.bin.celery",
                 "celery.bin.worker", "celery.concurrency.prefork", "celery.worker.components", "celery.worker.consumer",
                 "celery.worker.autoscale", "celery.worker.strategy", "celery.app.builtins", "celery.app.control",
                 "celery.backends.base", "celery.fixups.django", "celery.loaders.app", "kombu.transport.redis",
                 "billiard.pool", "billiard.popen_fork", "billiard.sharedctypes")

_replace = _starting.replace
_ONE_PLACE = [object()]
ALONE = sys.getrefcount(_ONE_PLACE[0])


def load() -> None:
    """Load the platform, but for what asks for its settings."""
    gc.disable()
    sys.modules[ASKS_FOR_SETTINGS] = None  # whoever wants it now is told so
    for name in (*OF_THE_API, *OF_THE_WORKER):
        import_module(name)
    application.build()  # the areas
    loading.records_are_known()
    del sys.modules[ASKS_FOR_SETTINGS]
    if settings.cache_info().currsize:
        raise RuntimeError("something of the platform has asked for its settings while it was loaded")


def begin(command: list[str]) -> None:
    """Be ``python -m <variant> <part>``."""
    keeper.note(os.environ[keeper.MARK])
    sys.stdout.reconfigure(write_through=True)
    exec(compile((WATCHED / "sitecustomize.py").read_text(), "sitecustomize", "exec"), {"__name__": "sitecustomize"})
    _starting.replace = _replace_here_or_begin_anew
    module = command[2]
    sys.argv[:] = command[2:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _replace_here_or_begin_anew(place: Any, name: str, by: Any) -> None:
    if is_held_elsewhere(place, name):
        os.execv(sys.executable, sys.orig_argv)
    _replace(place, name, by)


def is_held_elsewhere(place: Any, name: str) -> bool:
    """Whether somebody but ``place`` has what it calls ``name``."""
    own = place if isinstance(place, dict) else _table_of(place)
    if name not in own:
        return True  # it came from elsewhere, or is gone: then it is said what is wrong
    if not gc.is_tracked(own[name]):  # a number or a text, which many have without having it from here
        return any(vars(module).get(name) is own[name] for module_name, module in list(sys.modules.items())
                   if module_name.startswith("reference") and vars(module) is not own)
    if sys.getrefcount(own[name]) == ALONE:  # which spares looking at everybody, as is seldom needed for a function
        return False
    is_borrowed = _comes_from_elsewhere(own[name], place)
    for holder in gc.get_referrers(own[name]):  # asked without a name for it here, which would hold it, too
        if holder is own or _is_its_own(holder, own[name]) or (is_borrowed and _is_of_modules(holder)):
            continue
        return True
    return False


def _comes_from_elsewhere(held: Any, place: Any) -> bool:
    """Whether a module only uses it: then others have it from where it is made, and not from this module."""
    if not isinstance(place, types.ModuleType):
        return False
    if isinstance(held, types.ModuleType):
        return held.__name__.rpartition(".")[0] != place.__name__
    return getattr(held, "__module__", None) not in (None, place.__name__)


def _is_of_modules(holder: Any) -> bool:
    """Whether it is a module's table of names, or the table of all modules."""
    if not isinstance(holder, dict):
        return False
    module = sys.modules.get(holder.get("__name__", ""))
    return holder is sys.modules or (module is not None and vars(module) is holder)


def _table_of(place: Any) -> dict[str, Any]:
    """A class shows its table only through a proxy."""
    table = vars(place)
    return table if isinstance(table, dict) else gc.get_referents(table)[0]


def _is_its_own(holder: Any, held: Any) -> bool:
    """Whether it is the question itself, the variant, or a part of what is asked about."""
    if isinstance(holder, types.FrameType) or (isinstance(holder, dict) and holder.get("__name__") == "__main__"):
        return True
    if not isinstance(held, type):
        return False
    if isinstance(holder, (types.GetSetDescriptorType, types.MemberDescriptorType)):
        return holder.__objclass__ is held
    methods = [each for each in vars(held).values() if isinstance(each, types.FunctionType)]
    variants = [each for each in held.__subclasses__() if each.__module__ == "__main__"]
    own = [held.__mro__, *(cell for each in methods for cell in each.__closure__ or ()),
           *variants, *(each.__bases__ for each in variants), *(each.__mro__ for each in variants)]
    return any(holder is each for each in own)


if __name__ == "__main__":
    load()
    asked = serve(Path(sys.argv[1]))
    end_as(lambda: begin(asked))

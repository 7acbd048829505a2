"""What cannot be shared by slots: refused before anything is started, with the way out."""

from __future__ import annotations

import multiprocessing
from typing import Any

from behave.formatter._registry import select_formatter_class

from support.drivers.own_address import address_of
from support.reporting.console import ConsoleFormatter
from support.reporting.listing import ListFormatter
from support.settings import Settings, UsageError, redact_url
from support.targets.base import SIGN_INS

_DATASTORES = ("database_url", "redis_url", "broker_url")
_PORTS = ("mail_port", "face_port", "language_model_port", "webhook_port")


def require_divisible(settings: Settings, config: Any) -> None:
    """Each slot can have all that it needs for itself.

    :raises UsageError: when something is there but once.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        raise UsageError("this system cannot fork a process, which slots need: leave --jobs out")
    given = [name for name in _DATASTORES if getattr(settings, name)]
    if given:
        instead = ("each slot boots its own" if settings.target == "reference" else
                   "several slots drive a deployed platform through its API alone")
        raise UsageError(f"{' and '.join(given)} (from {_sources(settings, given)}) would be emptied by each of "
                         f"{config.jobs} slots while another uses it. Leave it out ({instead}), or leave --jobs out")
    taken = [name for name in _PORTS if getattr(settings, name)]
    if taken:
        raise UsageError(f"only one of {config.jobs} slots could take {' and '.join(taken)} (from "
                         f"{_sources(settings, taken)}). Leave it out, or leave --jobs out")
    if settings.target == "deployed" and config.jobs > SIGN_INS and address_of("anybody", settings.base_url) is None:
        raise UsageError(f"from this address one may sign in {SIGN_INS} times a minute at {redact_url(settings.base_url)}: "
                         f"that is not enough for {config.jobs} slots. Give --jobs {SIGN_INS} at the most")
    if config.junit or config.summary:
        words = "--junit" if config.junit else "--summary"
        raise UsageError(f"{words} is written by behave, which sees no scenario of another slot. Leave it out: every run "
                         "has its junit.xml and its sum")
    strange = [name for name in config.format or [config.default_format]
               if not issubclass(select_formatter_class(name), ConsoleFormatter | ListFormatter)]
    if strange:
        raise UsageError(f"--format={strange[0]} looks on at one scenario after the other, and sees none of another slot. "
                         "Leave it out, or leave --jobs out")


def _sources(settings: Settings, names: list[str]) -> str:
    return " and ".join(dict.fromkeys(settings.sources[name] for name in names))

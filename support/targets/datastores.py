"""One look at whether the datastores of a run are still there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING

from support.settings import redact_url

if TYPE_CHECKING:
    from support.reporting.masking import Mask

SECONDS = 2.0  # that each may take for the simplest of questions


class Look:
    """Asks some datastores at once, each on a connection of its own, in the background."""

    def __init__(self, mask: Mask, seconds: float = SECONDS):
        self._mask = mask
        self._seconds = seconds
        self._asked: list[tuple[str, list[str], Thread]] = []  # which, what was said of it, who asks

    def at_database(self, url: str) -> None:
        self._begin(f"PostgreSQL does not answer in {self._seconds:g} s at {redact_url(url)}",
                    lambda: _ask_database(url, self._seconds))

    def at_redis(self, url: str) -> None:
        self._begin(f"Redis does not answer in {self._seconds:g} s at {redact_url(url)}",
                    lambda: _ask_redis(url, self._seconds))

    def wrong(self) -> list[str]:
        """In words which of them are not there; waits for the answers, ``seconds`` each at the most."""
        for _, _, thread in self._asked:
            thread.join(self._seconds)  # they all began at once
        found = [said[0] if said else silent for silent, said, _ in self._asked]
        return [self._mask(words) for words in dict.fromkeys(found) if words]

    def _begin(self, silent: str, ask: Callable[[], str]) -> None:
        said: list[str] = []

        def asking() -> None:
            words = ask()
            said.append(f"{silent}: {words}" if words else "")

        thread = Thread(target=asking, name="look at a datastore", daemon=True)
        thread.start()
        self._asked.append((silent, said, thread))


def _ask_redis(url: str, seconds: float) -> str:
    import redis

    from support.drivers.cache import connect

    with closing(connect(url, seconds)) as client:
        try:
            client.ping()
        except (redis.AuthenticationError, redis.BusyLoadingError, redis.ResponseError):
            return ""  # a refusal is an answer
        except (redis.RedisError, OSError) as fault:
            return _first_line(fault)
    return ""


def _ask_database(url: str, seconds: float) -> str:
    from sqlalchemy.exc import DBAPIError

    from support.drivers.database import Database

    # libpq gives a connection two seconds at the least.
    with closing(Database(url, application_name="muster look", connect_seconds=max(2, int(seconds)),
                          answer_seconds=seconds)) as database:
        try:
            database.value("SELECT 1")
        except DBAPIError as fault:
            words = _first_line(fault.orig)
            return "" if "FATAL:" in words else words  # a refusal is an answer
    return ""


def _first_line(fault: BaseException) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0]

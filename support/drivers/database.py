"""PostgreSQL as the suite asks it: text SQL in, plain dictionaries out, on one connection that is kept."""

from __future__ import annotations

import json
import re
import select
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any

import psycopg
import sqlalchemy.dialects.postgresql.psycopg  # noqa: F401 - else the first connection would load it, when all wait for it
from sqlalchemy import TextClause, create_engine, event, text
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from support.reporting.evidence import Evidence

APPLICATION_NAME = "muster"
_SHOWN_ROWS = 50  # of one answer in the evidence
_CANCEL_SECONDS = 2.0
ANSWER_SECONDS = 30.0  # for one exchange, where a run's settings say nothing else
_UNSURE = -1
_SHOWN_CHARACTERS = 200  # of a statement in an error
_LOST = "the connection was lost, and what was begun on it is not continued on another"

# Rows read the same whatever the server, the database or the role prefers.
_SESSION = "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex'; SET extra_float_digits = 1"

_as_text = lru_cache(maxsize=512)(text)


class _Connection(psycopg.Connection):
    """Ends itself when the server is silent for too long: psycopg alone would wait for ever."""

    answer_seconds = ANSWER_SECONDS

    def wait(self, gen, *arguments, timeout=None, **named):
        try:
            return super().wait(gen, *arguments, timeout=timeout or self.answer_seconds, **named)
        except psycopg.errors._WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError(f"PostgreSQL did not answer in {self.answer_seconds:g} s") from None


class Database:
    """One PostgreSQL database over one connection (SQLAlchemy Core, psycopg 3, autocommit).

    It connects with the first statement, and again when the server has dropped the connection meanwhile (a
    scenario that restarts PostgreSQL does that); a statement under way is never repeated. What breaks a statement off
    (a time limit, Ctrl-C) ends it on the server and costs the connection. One thread at a time is served, others wait.
    A server that is silent for ``answer_seconds`` costs the connection, too: the statement ends with an OperationalError.

    :param url: ``postgresql://login:password@host:port/name``; a driver named in it is disregarded.
    :param evidence_of: gives the evidence of the scenario in hand, or None; asked at each statement.
    :param session: what each connection is told at its beginning, beside what makes rows read the same.
    """

    def __init__(self, url: str, evidence_of: Callable[[], Evidence | None] = lambda: None, *,
                 application_name: str = APPLICATION_NAME, connect_seconds: int = 5,
                 answer_seconds: float = ANSWER_SECONDS, session: str = ""):
        self.url = make_url(url).set(drivername="postgresql+psycopg")
        self._evidence_of = evidence_of
        self._session = session
        self._engine = create_engine(
            self.url, isolation_level="AUTOCOMMIT", poolclass=NullPool, hide_parameters=True,
            connect_args={"connect_timeout": connect_seconds, "application_name": application_name})

        @event.listens_for(self._engine, "do_connect")
        def connect(_dialect: Any, _record: Any, arguments: Any, named: dict[str, Any]) -> _Connection:
            connection = _Connection.connect(*arguments, **named)
            connection.answer_seconds = answer_seconds
            return connection

        self._connection: Connection | None = None
        self._lock = threading.RLock()
        self._held = 0  # how many blocks rely on this very connection
        self._lock_wait: int | None = None  # milliseconds that a statement may wait for a lock; None: the server's own
        self._lock_wait_told: int | None = None  # the same, as the connection has it: told when a statement needs another

    def rows(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows that ``statement`` (text SQL with ``:name`` parameters) answers; none for one without rows."""
        return self._ask(statement, parameters)[0]

    def value(self, statement: str, **parameters: Any) -> Any:
        """The first column of the first row, or None when there is no row."""
        found = self.rows(statement, **parameters)
        return next(iter(found[0].values())) if found else None

    def execute(self, statement: str, **parameters: Any) -> int:
        """Do ``statement`` and answer how many rows it touched."""
        return self._ask(statement, parameters)[1]

    def script(self, statements: str) -> list[list[tuple]]:
        """Several statements without parameters in one round trip, unrecorded: the rows of each that answers rows.

        Without a BEGIN of their own they are one transaction. After an error nothing stays open.

        :raises psycopg.Error: what the server said.
        """
        with self._lock, self._whole_or_dropped() as connection:
            cursor = _driver_of(connection).cursor()
            try:
                cursor.execute(statements)
                return [result.fetchall() for result in cursor.results() if result.description]
            except psycopg.Error:
                if not cursor.connection.closed:
                    cursor.connection.rollback()
                raise

    def prepared(self, statement: str) -> list[tuple]:
        """The rows of a statement without parameters that is asked often: planned once, unrecorded."""
        with self._lock, self._whole_or_dropped() as connection:
            return _driver_of(connection).execute(statement, prepare=True).fetchall()

    def batch(self, statements: Sequence[str], prepared: Collection[str] = ()) -> list[list[tuple]]:
        """Several statements without parameters in one round trip, unrecorded: the rows of each, in their order.

        Those that are in ``prepared`` are planned once. Without a BEGIN of their own they are one transaction, in which
        each sees what was committed when it began. After an error nothing stays open.

        :raises psycopg.Error: what the server said.
        """
        with self._lock, self._whole_or_dropped() as connection:
            driver = _driver_of(connection)
            try:
                with driver.pipeline():
                    cursors = [driver.execute(statement, prepare=statement in prepared) for statement in statements]
                return [cursor.fetchall() if cursor.description else [] for cursor in cursors]
            except psycopg.Error:
                if not driver.closed:
                    driver.rollback()
                raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is asked inside is one transaction: committed at the end, rolled back on an error."""
        with self._lock:
            self._connected()
            with self._holding():
                try:
                    self.script("BEGIN")
                    yield
                    self.script("COMMIT")
                except BaseException:
                    self._roll_back()
                    raise

    @contextmanager
    def held(self, lock_seconds: float) -> Iterator[None]:
        """What is asked inside is asked on one connection, and waits no longer than ``lock_seconds`` for a lock.

        :raises psycopg.errors.LockNotAvailable: from a statement that would wait longer.
        :raises psycopg.OperationalError: from a statement inside, once the connection is lost.
        """
        with self._lock:
            self._connected()
            before, self._lock_wait = self._lock_wait, max(1, int(lock_seconds * 1000))
            try:
                with self._holding():
                    yield
            finally:
                self._lock_wait = before

    @contextmanager
    def locked(self, statement: str, **parameters: Any) -> Iterator[None]:
        """What ``statement`` locks is locked inside: in a transaction on a connection of its own, which is then undone."""
        with self._engine.connect() as other, other.execution_options(isolation_level="READ COMMITTED").begin() as undone:
            other.execute(_statement(statement), parameters)
            try:
                yield
            finally:
                undone.rollback()

    def close(self) -> None:
        """End the connection, if there is one, in whatever state it is. The next statement would open another."""
        with self._lock:
            self._drop()

    def _ask(self, statement: str, parameters: dict[str, Any]) -> tuple[list[dict[str, Any]], int]:
        rows, count, failure = [], 0, None
        with self._lock, self._whole_or_dropped() as connection:
            began = time.perf_counter()
            try:
                result = connection.execute(_statement(statement), parameters)
                rows = [dict(row) for row in result.mappings()] if result.returns_rows else []
                count = len(rows) if result.returns_rows else result.rowcount
            except BaseException as error:
                failure = error
                if isinstance(error, DBAPIError):
                    error.statement = _shortened(error.statement)
                raise
            finally:
                self._record(statement, parameters, rows, count, failure, (time.perf_counter() - began) * 1000)
        return rows, count

    def _record(self, statement: str, parameters: dict[str, Any], rows: list[dict[str, Any]], count: int,
                failure: BaseException | None, milliseconds: float) -> None:
        evidence = self._evidence_of()
        if evidence is None:
            return
        outcome = type(failure).__name__ if failure else f"{count} row{'' if count == 1 else 's'}"
        first = re.sub(r"\s+", " ", statement.strip())
        parts = [statement.strip()]
        if parameters:
            parts.append("parameters: " + _json(parameters))
        parts += [_json(row) for row in rows[:_SHOWN_ROWS]]
        if len(rows) > _SHOWN_ROWS:
            parts.append(f"… and {len(rows) - _SHOWN_ROWS} rows more")
        if failure:
            parts.append(str(getattr(failure, "orig", failure)))
        title = f"{first[:80]}{'…' if len(first) > 80 else ''} -> {outcome} ({milliseconds:.1f} ms)"
        evidence.record("sql", title, "\n".join(parts), milliseconds)

    def _connected(self) -> Connection:
        connection = self._the_same() if self._held else self._a_good_one()
        if self._lock_wait != self._lock_wait_told:
            _driver_of(connection).execute(f"SET lock_timeout = {self._lock_wait}" if self._lock_wait
                                           else "RESET lock_timeout")
            self._lock_wait_told = self._lock_wait
        return connection

    def _the_same(self) -> Connection:
        if self._is_lost():
            raise psycopg.OperationalError(_LOST)
        return self._connection

    def _a_good_one(self) -> Connection:
        if self._connection is not None and _is_dropped(self._connection):
            self._drop()
        if self._connection is None:
            connection = self._engine.connect()
            try:
                _driver_of(connection).execute("; ".join(filter(None, (_SESSION, self._session))))
            except BaseException:
                _discard(connection)
                raise
            self._connection, self._lock_wait_told = connection, None
        return self._connection

    @contextmanager
    def _whole_or_dropped(self) -> Iterator[Connection]:
        """The connection; gone after anything that the database did not say: half an exchange may be left on it."""
        connection = self._connected()
        driver = _driver_of(connection)
        try:
            yield connection
        except (DBAPIError, psycopg.Error):
            raise
        except BaseException:
            _cancel(driver)
            self._drop()
            raise

    @contextmanager
    def _holding(self) -> Iterator[None]:
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1

    def _roll_back(self) -> None:
        if self._is_lost():
            return
        self._lock_wait_told = _UNSURE  # what was told inside is taken back with all the rest
        try:
            _driver_of(self._connection).rollback()
        except psycopg.Error:  # the server rolls back what it loses
            self._drop()

    def _is_lost(self) -> bool:
        return self._connection is None or _is_broken(self._connection)

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            _discard(connection)


def _statement(statement: str) -> TextClause:
    return _as_text(statement)


def _shortened(statement: str | None) -> str | None:
    words = re.sub(r"\s+", " ", statement or "").strip()
    return f"{words[:_SHOWN_CHARACTERS]}…" if len(words) > _SHOWN_CHARACTERS else statement


def _driver_of(connection: Connection) -> psycopg.Connection:
    return connection.connection.driver_connection


def _is_broken(connection: Connection) -> bool:
    """Closed, or left in the middle of an exchange: it can serve nobody any more."""
    if connection.invalidated or connection.closed:
        return True
    driver = _driver_of(connection)
    states = psycopg.pq.TransactionStatus
    return driver.closed or driver.info.transaction_status in (states.ACTIVE, states.UNKNOWN)


def _is_dropped(connection: Connection) -> bool:
    """Broken, or ended by the server: something waits to be read while it is idle (or it had better be renewed)."""
    if _is_broken(connection):
        return True
    driver = _driver_of(connection)
    if driver.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
        return False
    return bool(select.select([driver.fileno()], [], [], 0)[0])


def _discard(connection: Connection) -> None:
    with suppress(SQLAlchemyError):  # closed already, or known to be lost: that is what is wanted
        connection.invalidate()
        connection.close()


def _cancel(driver: psycopg.Connection) -> None:
    """End the statement that is left running: the server would go on with it, and keep its locks."""
    if not driver.closed and driver.info.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
        with suppress(psycopg.Error):
            driver.cancel_safe(timeout=_CANCEL_SECONDS)


def _json(value: Any) -> str:
    return json.dumps(value, default=str, ensure_ascii=False)

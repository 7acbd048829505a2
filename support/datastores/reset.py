"""Puts the datastores back to the baseline after a scenario, touching only what is dirty."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psycopg
import redis
from sqlalchemy.exc import DBAPIError

from support.awaiting import looks
from support.datastores.baseline import MIGRATION_TABLES, Baseline, Dirt, Table
from support.datastores.blockers import Session, end_sessions, in_the_way, sessions_with
from support.datastores.guard import Refused, check_mark
from support.datastores.keys import clean_keys
from support.datastores.mark import Identity, read_identity
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.drivers.queue import Queue
from support.findings import Finding

_SHORTEST, _LONGEST = 0.001, 0.25  # seconds between two looks at somebody else's transaction
# Triggers that somebody wrote would do their work at a deletion, and RESTRICT would ask for an order of deletions.
_CHECKS_ARE_IN_THE_WAY = """SELECT has_parameter_privilege('session_replication_role', 'SET') AND (
  EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY(ARRAY[{tables}]::oid[]))
  OR EXISTS (SELECT FROM pg_constraint
              WHERE contype = 'f' AND confdeltype = 'r' AND confrelid = ANY(ARRAY[{tables}]::oid[])))"""
_UNCHECKED = "session_replication_role = replica"
_MOST_DEADLOCKS = 3  # in one reset
_MOST_NAMED = 5  # sessions


@dataclass
class ResetReport:
    """What one reset did."""

    seconds: float = 0.0
    statements: int = 0  # SQL statements, each counted, however many went in one round trip
    dirty: list[str] = field(default_factory=list)  # tables that held other rows than the baseline
    keys: int = 0  # Redis keys removed or put back
    tasks: int = 0  # waiting tasks removed
    leftovers: list[str] = field(default_factory=list)  # what did not come back, in words
    remark: str = ""  # how it had to be done, when not in the usual way


class ResetFailure(Finding):
    """The scenario left something that the reset could not or should not have to remove; ``report`` says the rest."""

    def __init__(self, message: str, report: ResetReport):
        super().__init__(message)
        self.report = report


class LeftBehind(ResetFailure):
    """Rows, keys or work remained: named in the message."""


class BlockedBy(ResetFailure):
    """Open transactions kept the reset waiting: ``sessions`` names them."""

    def __init__(self, message: str, report: ResetReport, sessions: Collection[Session]):
        super().__init__(message, report)
        self.sessions = tuple(sessions)


class Reset:
    """Brings tables, sequences, Redis keys and the task queue back to the baseline.

    Tables: one statement finds the dirty ones, one transaction in one round trip removes their rows, puts baseline
    rows and sequences back, and proves it. ``mode="truncate"`` truncates all tables instead, when any is dirty. Foreign
    keys need no order: all deletions are one statement, checked at its end. Where tables have triggers of their own, or
    keys that are checked row by row (RESTRICT), both are left aside if the role may (``session_replication_role``): on a
    connection of the reset's own, since setting that makes PostgreSQL forget every plan, and a reset twice as long.

    :param kept_keys: patterns of Redis keys that live apart from scenarios (a worker's sign of life).
    :param untouched: tables that are never emptied.
    :param passing: tables that fill by themselves whenever that may be: emptied, and never something left behind.
    :param lock_seconds: how long to wait for somebody else's transaction.
    :param work_seconds: how long to wait for tasks that run.
    :param end_blockers: end the sessions that kept the reset waiting, so that the next scenario starts clean.
    :param only_marked: the database is not the run's own. Each time before rows are removed, and on the very connection
        that removes them, it has to carry its mark and to be the one that it was at first: an address with several
        hosts, a pooler or a fail-over may have led elsewhere meanwhile.
    """

    def __init__(self, database: Database, cache: Cache | None = None, queue: Queue | None = None,
                 mode: str = "delete", *, kept_keys: Collection[str] = (),
                 untouched: Collection[str] = MIGRATION_TABLES, passing: Collection[str] = (), lock_seconds: float = 5.0,
                 work_seconds: float = 10.0, end_blockers: bool = True, only_marked: bool = False):
        if mode not in ("delete", "truncate"):
            raise ValueError(f"mode is {mode!r}, and can be delete or truncate")
        self.database, self.cache, self.queue, self.mode = database, cache, queue, mode
        self.kept_keys, self.untouched, self.passing = tuple(kept_keys), frozenset(untouched), frozenset(passing)
        self.lock_seconds, self.work_seconds, self.end_blockers = lock_seconds, work_seconds, end_blockers
        self.only_marked = only_marked
        self.identity: Identity | None = None  # of the database when it was first asked, where only a marked one will do
        self.baseline: Baseline | None = None
        self.without_checks: bool | None = None  # whether foreign keys and triggers can be left unchecked
        self._cleaner: Database | None = None  # the connection that leaves them unchecked

    def take_baseline(self) -> None:
        """Look at what there is now: that is where every ``run`` goes back to. Raises as ``measure``."""
        with self._not_kept_waiting("The baseline could not be taken"):
            self.baseline = Baseline.take(self.database, self.cache, untouched=self.untouched, kept_keys=self.kept_keys,
                                          passing=self.passing)
            self._look_whether_checks_are_in_the_way(self.baseline)

    def measure(self) -> dict[str, int]:
        """Rows more (or fewer) than in the baseline, for each table where the number differs.

        :raises BlockedBy: when somebody's lock held it up for ``lock_seconds``; nobody is ended.
        """
        baseline = self._baseline()
        with self._not_kept_waiting("The rows could not be counted"):
            return baseline.measure(self.database)

    def run(self) -> ResetReport:
        """Back to the baseline.

        All that can be cleaned is cleaned first; then what went wrong is raised, once.

        :raises LeftBehind: when something does not come back, or work still ran.
        :raises BlockedBy: when an open transaction held it up for ``lock_seconds``.
        :raises Refused: when only a marked database may be emptied, and this is none, or another one than before.
        """
        return _Run(self, self._baseline()).do()

    def empty(self) -> ResetReport:
        """Remove every row, key and task but the mark and the migrations' own: before the seed. Raises as ``run``."""
        baseline = Baseline.take(self.database, untouched=self.untouched, kept_keys=self.kept_keys, passing=self.passing,
                                 empty=True)
        self._look_whether_checks_are_in_the_way(baseline)
        return _Run(self, baseline).do()

    def close(self) -> None:
        """End the reset's own connection, if there is one."""
        if self._cleaner is not None:
            self._cleaner.close()

    @property
    def cleaner(self) -> Database:
        """What removes rows: the database on a connection that leaves checks aside, where that is of use. A database
        that is not the run's own is cleaned on the connection that has just proved which one it is."""
        if self.only_marked or not self.without_checks:
            return self.database
        if self._cleaner is None:
            self._cleaner = Database(self.database.url.render_as_string(hide_password=False), session=f"SET {_UNCHECKED}")
        return self._cleaner

    def _look_whether_checks_are_in_the_way(self, baseline: Baseline) -> None:
        if self.without_checks is None:
            numbers = ", ".join(map(str, baseline.table_ids())) or "0"
            self.without_checks = self.database.script(_CHECKS_ARE_IN_THE_WAY.format(tables=numbers))[0][0][0]

    def _baseline(self) -> Baseline:
        if self.baseline is None:
            raise RuntimeError("no baseline was taken: call take_baseline() after the seed")
        return self.baseline

    @contextmanager
    def _not_kept_waiting(self, consequence: str) -> Iterator[None]:
        try:
            with self.database.held(self.lock_seconds):
                yield
        except psycopg.errors.LockNotAvailable:
            known = self.baseline or Baseline.take(self.database, untouched=self.untouched, empty=True)
            sessions = in_the_way(self.database, known.table_ids(), self.lock_seconds, "reading")
            words = f"{consequence}. It waited {self.lock_seconds:g} s for an open transaction:\n{_named(sessions)}"
            raise BlockedBy(words, ResetReport(leftovers=[words]), sessions) from None

    def prove_identity(self) -> None:
        """:raises Refused: when the connection leads to a database that may not be emptied, or to another than before."""
        url = self.database.url.render_as_string(hide_password=True)
        found = read_identity(self.database)
        check_mark(found, url)
        first = self.identity = self.identity or found
        if (first.database, first.server) != (found.database, found.server):
            raise Refused(f"{url} led to the database {first.database} on the server {first.server or '(unknown)'}, and "
                          f"now leads to {found.database} on {found.server or '(unknown)'}. Nothing was removed there. "
                          "Give the address of one server.")


class _Run:
    """One reset, from its first look to its report."""

    def __init__(self, reset: Reset, baseline: Baseline):
        self.reset, self.baseline, self.database = reset, baseline, reset.cleaner
        self.report = ResetReport()
        self.blockers: list[Session] = []

    def do(self) -> ResetReport:
        began = time.perf_counter()
        with self._reachable("The task queue", "its tasks are still there"):
            self._quieten()
        with self._reachable("PostgreSQL", "its rows are still there"):
            self._clean_tables()
        with self._reachable("The task queue", "its tasks are still there"):
            if self.reset.queue and not self.reset.queue.is_idle():  # begun while the tables were cleaned
                self._quieten()
                with self._reachable("PostgreSQL", "its rows are still there"):
                    self._clean_tables()
        with self._reachable("Redis", "its keys are still there"):
            self._clean_keys()
        self.report.seconds = time.perf_counter() - began
        message = "\n".join(self.report.leftovers)
        if self.blockers:
            raise BlockedBy(message, self.report, self.blockers)
        if self.report.leftovers:
            raise LeftBehind(message, self.report)
        return self.report

    # the task queue

    def _quieten(self) -> None:
        queue, seconds = self.reset.queue, self.reset.work_seconds
        if queue is None:
            return
        deadline = time.monotonic() + seconds
        while True:
            self.report.tasks += queue.purge()
            held = [task for task in queue.taken() if _is_held_back(task.eta)]
            queue.give_up(held)
            self.report.tasks += len(held)
            still = queue.await_idle(min(0.1, max(0.0, deadline - time.monotonic())))
            if not still:
                return
            if time.monotonic() >= deadline:
                break
        queue.give_up(still)
        self.report.tasks += queue.purge()
        self.report.leftovers.append(
            f"Work still ran {seconds:g} s after the scenario: {', '.join(map(str, still))}. It was given up.")

    # the tables

    def _clean_tables(self) -> None:
        self._count(2)
        with self.database.held(self.reset.lock_seconds):
            if self.reset.only_marked:
                self._count(2)
                self.reset.prove_identity()
            self._clean_what_is_dirty()

    def _clean_what_is_dirty(self) -> None:
        dirt = self._without_writers()
        if not dirt.tables and not dirt.sequences:
            return
        self.report.dirty += [table.label for table in dirt.tables if table.label not in self.report.dirty]
        try:
            dirt, after = self._put_back_in_spite_of_others(dirt)
        except psycopg.Error as error:
            if _is_lost(error):
                raise
            self._left(f"Rows could not be removed from {_labels(dirt.tables)}: {_first_line(error)}")
            return
        left = [table for table in after.tables if not table.passes]
        if left:
            extra = self.baseline.measure(self.database)
            names = (f"{table.label} ({extra[table.label]:+d} rows)" if table.label in extra
                     else f"{table.label} (other content)" for table in left)
            self._left(f"Not as in the baseline after the clean-up: {', '.join(names)}. Something still writes there.")
        if after.sequences:
            self._left("Not put back: sequence " + ", ".join(each.name for each in after.sequences))

    def _without_writers(self) -> Dirt:
        """What is dirty, once everybody who has written something has ended the transaction."""
        writers: frozenset[str] | None = None
        for _ in looks(self.reset.lock_seconds, shortest=_SHORTEST, longest=_LONGEST):
            dirt = self._dirt()
            writers = dirt.writers if writers is None else writers & dirt.writers
            if not writers:
                return dirt
        self._blocked(sessions_with(self.database, [int(each.split(":")[0]) for each in writers or ()]))
        return self._dirt()

    def _put_back_in_spite_of_others(self, dirt: Dirt) -> tuple[Dirt, Dirt]:
        """Put back; what was dirty in the end, and what still is. PostgreSQL ends one of two transactions that wait for
        each other, and the platform's own may begin at any moment: then ours has done nothing, and is done once more."""
        for _ in range(_MOST_DEADLOCKS):
            try:
                return dirt, self._put_back(dirt)
            except psycopg.errors.DeadlockDetected:
                dirt = self._without_writers()
        return dirt, self._put_back(dirt)

    def _put_back(self, dirt: Dirt) -> Dirt:
        """Put back, and look at once what is dirty still."""
        if self.reset.mode == "truncate" and dirt.tables:
            return self._with_blockers_ended(self._truncation())
        try:
            return self._with_blockers_ended(self._deletion(dirt))
        except (psycopg.IntegrityError, psycopg.NotSupportedError, psycopg.ProgrammingError) as error:
            # Such as two baseline rows that swapped a unique value: no order of single statements undoes it.
            after = self._with_blockers_ended(self._truncation())
            self.report.remark = f"truncated, since deleting failed: {_first_line(error)}"
            return after

    def _with_blockers_ended(self, statements: list[str]) -> Dirt:
        try:
            return self._look_after(statements)
        except psycopg.errors.LockNotAvailable:
            truncating = any(statement.startswith("TRUNCATE") for statement in statements)
            self._blocked(self._in_the_way("truncating" if truncating else "deleting"))
            return self._look_after(statements)

    def _deletion(self, dirt: Dirt) -> list[str]:
        statements = self._opening()
        if dirt.tables:
            statements += self._leaving_checks_aside()
        statements += _at_once(table.delete() for table in dirt.tables)
        statements += _at_once(table.restore() for table in dirt.tables if table.rows)
        if dirt.sequences:
            statements.append("SELECT " + ", ".join(sequence.put_back() for sequence in dirt.sequences))
        return [*statements, "COMMIT"]

    def _truncation(self) -> list[str]:
        statements = self._opening()
        # Without CASCADE: a table that is not to be touched makes it fail, and does not go with the others.
        statements.append(f"TRUNCATE {', '.join(table.sql_name for table in self.baseline.tables)}")
        statements += self._leaving_checks_aside()
        statements += _at_once(table.restore() for table in self.baseline.tables if table.rows)
        if self.baseline.sequences:
            statements.append("SELECT " + ", ".join(sequence.put_back() for sequence in self.baseline.sequences))
        return [*statements, "COMMIT"]

    def _opening(self) -> list[str]:
        return ["BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"]

    def _leaving_checks_aside(self) -> list[str]:
        """For this transaction, where it is of use and the connection does not do so by itself."""
        on_its_own = self.database is not self.reset.database
        return [] if on_its_own or not self.reset.without_checks else [f"SET LOCAL {_UNCHECKED}"]

    def _blocked(self, sessions: list[Session]) -> None:
        self._count(1)
        self.blockers += sessions
        ended = end_sessions(self.database, sessions) if self.reset.end_blockers else []
        self._count(1)
        self._left(f"The clean-up waited {self.reset.lock_seconds:g} s for an open transaction:\n{_named(sessions)}\n"
                   + (f"Ended: session {', '.join(map(str, ended))}." if ended else "It was not ended."))

    def _in_the_way(self, of: str) -> list[Session]:
        self._count(1)
        return in_the_way(self.database, self.baseline.table_ids(), self.reset.lock_seconds, of)

    def _dirt(self) -> Dirt:
        self._count(2)
        try:
            return self.baseline.dirt(self.database)
        except psycopg.errors.LockNotAvailable:
            self._blocked(self._in_the_way("reading"))
            self._count(2)
            return self.baseline.dirt(self.database)

    def _look_after(self, statements: list[str]) -> Dirt:
        """Do these in one round trip with the look that proves them."""
        probe = self.baseline.probe
        self._count(len(statements) + 1)
        # What changes rows is the same for the same dirt, and planned once.
        often = {probe, *(statement for statement in statements if statement.startswith("WITH "))}
        *_, probed = self.database.batch([*statements, probe], often)
        return self.baseline.dirt_of(probed)

    # the keys

    def _clean_keys(self) -> None:
        if self.reset.cache is None:
            return
        self.report.keys, restless = clean_keys(self.reset.cache, self.baseline)
        if restless:
            self._left(f"Redis keys that came back after the clean-up: {', '.join(restless)}. Something still writes there.")

    def _left(self, words: str) -> None:
        self.report.leftovers.append(words)

    def _count(self, statements: int) -> None:
        self.report.statements += statements

    @contextmanager
    def _reachable(self, what: str, consequence: str) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, psycopg.Error, redis.RedisError) as error:
            self._left(f"{what} did not let itself be cleaned, so {consequence}: {_first_line(error)}")


def _at_once(statements: Iterator[str]) -> list[str]:
    """Several changes as one statement, whose foreign keys are checked at its end."""
    parts = [f"change_{number} AS ({statement})" for number, statement in enumerate(statements)]
    return [f"WITH {', '.join(parts)} SELECT"] if parts else []


def _is_held_back(eta: str | None) -> bool:
    if not eta:
        return False
    due = datetime.fromisoformat(eta)
    return (due if due.tzinfo else due.replace(tzinfo=UTC)) > datetime.now(UTC)


def _is_lost(error: psycopg.Error) -> bool:
    return isinstance(error, psycopg.OperationalError) and not error.sqlstate


def _named(sessions: Collection[Session]) -> str:
    lines = [f"  {session}" for session in list(sessions)[:_MOST_NAMED]]
    if len(sessions) > _MOST_NAMED:
        lines.append(f"  and {len(sessions) - _MOST_NAMED} more")
    return "\n".join(lines) or "  (nobody that this role may see)"


def _labels(tables: Collection[Table]) -> str:
    return ", ".join(table.label for table in tables)


def _first_line(error: Exception) -> str:
    return (str(getattr(error, "orig", error)).strip().splitlines() or [type(error).__name__])[0]

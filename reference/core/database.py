"""The database: records, and transactions that are bound to one tenant.

A transaction belongs to a tenant, or says EVERY_TENANT. Each query in it that touches a tenant's records gets the
tenant's condition by itself, and each new record the tenant's id, so that a forgotten filter shows nothing foreign. What
cannot get it is refused, unless it names the tenant: plain SQL, bare tables, insertions past the session.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from select import POLLIN, poll
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import (
    BindParameter,
    DateTime,
    Engine,
    ExceptionContext,
    ForeignKey,
    TextClause,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy.exc import DBAPIError, InvalidatePoolError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column, with_loader_criteria
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql import Delete, Insert, Select, Update, visitors

from reference.core import clock
from reference.core.settings import settings

SCHEMA = "0001"  # the newest migration: what this code works with
RESTED_SECONDS = 1.0  # after which a connection is asked whether it still serves before it is used
log = logging.getLogger(__name__)


class Identified:
    """What has an id."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, sort_order=-3)


class Base(Identified, DeclarativeBase):
    """A record: id and times. Times are kept with their zone and come back in UTC."""

    type_annotation_map = {datetime: DateTime(timezone=True)}  # noqa: RUF012 - SQLAlchemy reads it as it stands

    created_at: Mapped[datetime] = mapped_column(default=clock.now, sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(default=clock.now, sort_order=91)


class TenantOwned:
    """A record that belongs to one tenant, and goes with it."""

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), sort_order=-2)


class OwnTenant(Identified):
    """The record of a tenant itself: in the tenant's transactions the only one there is."""


class Versioned:
    """A record with a version: 1 when made, one more with each transaction that changes it.

    ``UNVERSIONED`` are fields that count what happens to the record: they make no other version of it.
    """

    UNVERSIONED: ClassVar[frozenset[str]] = frozenset()

    version: Mapped[int] = mapped_column(default=1, sort_order=-1)


class _EveryTenant:
    """The type of EVERY_TENANT."""


EVERY_TENANT = _EveryTenant()


class TenantSession(Session):
    """A session of one tenant. ``outgoing`` are the messages that follow its commit (core.outbox)."""

    def __init__(self, bind: Any, tenant_id: UUID | _EveryTenant) -> None:
        super().__init__(bind, expire_on_commit=False)
        self.tenant_id = tenant_id
        self.outgoing: list[Any] = []
        self.bumped: set[int] = set()

    def _past_the_rules(self, *_: Any, **__: Any) -> None:
        raise RuntimeError("Add and change records one by one: what is done in bulk does not know its tenant.")

    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = _past_the_rules


@event.listens_for(TenantSession, "do_orm_execute")
def _keep_to_tenant(state: ORMExecuteState) -> None:
    tenant_id = state.session.tenant_id
    if tenant_id is EVERY_TENANT:
        return
    if not state.is_orm_statement and isinstance(state.statement, (Select, Update, Delete, Insert)):
        raise RuntimeError("Query records by their classes: a bare table does not know its tenant.")
    if (state.is_insert or isinstance(state.statement, TextClause)) and not _is_named(tenant_id, state):
        raise RuntimeError("Plain SQL and insertions past the session must be given their tenant.")
    if state.is_select or state.is_update or state.is_delete:
        state.statement = state.statement.options(
            with_loader_criteria(TenantOwned, lambda record: record.tenant_id == tenant_id, include_aliases=True),
            with_loader_criteria(OwnTenant, lambda record: record.id == tenant_id, include_aliases=True))


def _is_named(tenant_id: UUID, state: ORMExecuteState) -> bool:
    """Whether each set of the statement's parameters has the tenant's id among its values."""
    bound = [each.value for each in visitors.iterate(state.statement) if isinstance(each, BindParameter)]
    given = state.parameters if isinstance(state.parameters, (list, tuple)) else [state.parameters or {}]
    return all(tenant_id in (*bound, *values.values()) for values in given)


@event.listens_for(TenantSession, "before_flush")
def _stamp(session: TenantSession, _context: Any, _instances: Any) -> None:
    for record in session.new:
        if isinstance(record, TenantOwned) and session.tenant_id is not EVERY_TENANT:
            record.tenant_id = record.tenant_id or session.tenant_id
    for record in (*session.new, *session.dirty, *session.deleted):
        _refuse_foreign(session, record)
    for record in session.dirty:
        if _makes_another(record):
            record.updated_at = clock.now()
            if isinstance(record, Versioned) and id(record) not in session.bumped:
                session.bumped.add(id(record))
                record.version += 1


def _refuse_foreign(session: TenantSession, record: Any) -> None:
    if session.tenant_id is EVERY_TENANT:
        return
    if isinstance(record, TenantOwned) and record.tenant_id != session.tenant_id:
        raise RuntimeError("A record of another tenant cannot be stored here.")
    if isinstance(record, OwnTenant) and record.id != session.tenant_id:
        raise RuntimeError("Another tenant's own record cannot be stored here.")


def _makes_another(record: Base) -> bool:
    """Whether something was changed that makes it another version of the record."""
    unversioned = getattr(record, "UNVERSIONED", ())
    return any(field.history.has_changes() for field in inspect(record).attrs if field.key not in unversioned)


_engine: Engine | None = None
_pool: dict[str, int] = {"pool_size": 10, "max_overflow": 20}
_after_commit: list[Callable[[TenantSession], None]] = []


def configure(*, pool_size: int, max_overflow: int) -> None:
    """How many connections this process may hold. Before the first use."""
    _pool.update(pool_size=pool_size, max_overflow=max_overflow)


def engine() -> Engine:
    """This process's connections. They are checked when taken, so that a restarted database is no error."""
    global _engine
    if _engine is None:
        address = settings().database_url.replace("postgresql://", "postgresql+psycopg://", 1)
        _engine = create_engine(
            address, pool_timeout=5, hide_parameters=True, **_pool,
            connect_args={"connect_timeout": 3, "options": "-c timezone=UTC", "application_name": "reference"})
        event.listen(_engine, "handle_error", _hide_values)
        event.listen(_engine, "checkin", _note_rest)
        event.listen(_engine, "checkout", _ask_whether_it_serves)
    return _engine


def _note_rest(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info["rests_since"] = time.monotonic()


def _ask_whether_it_serves(connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    """Like SQLAlchemy's ping before use, but without a question each time: a server that goes closes its connections,
    which is seen here; so only a connection with something to say is asked, and one that has rested for a while."""
    rested = time.monotonic() - record.info.get("rests_since", time.monotonic())
    try:
        if rested > RESTED_SECONDS or _has_something_to_say(connection):
            engine().dialect.do_ping(connection)
    except engine().dialect.loaded_dbapi.Error:
        raise InvalidatePoolError from None


def _has_something_to_say(connection: Any) -> bool:
    looking = poll()
    looking.register(connection.fileno(), POLLIN)
    return bool(looking.poll(0))


def _hide_values(context: ExceptionContext) -> None:
    """Errors end in the log, and PostgreSQL tells the whole refused record in the lines after the first."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None:
            error.args = (str(error.args[0]).partition("\n")[0], *error.args[1:]) if error.args else ()


def leave_connections_behind() -> None:
    """After a fork: the parent's connections are not ours."""
    global _engine
    if _engine is not None:
        _engine.dispose(close=False)
        _engine = None


def after_commit(follow: Callable[[TenantSession], None]) -> None:
    """Have ``follow`` called after each commit that left outgoing messages."""
    _after_commit.append(follow)


@contextmanager
def transaction(tenant_id: UUID | _EveryTenant, *, snapshot: bool = False) -> Iterator[TenantSession]:
    """One transaction, bound to a tenant: committed at the end, rolled back by an exception.

    ``snapshot``: all its queries see the database at one and the same moment.
    """
    bind = engine().execution_options(isolation_level="REPEATABLE READ") if snapshot else engine()
    session = TenantSession(bind, tenant_id)
    try:
        yield session
        session.commit()
    finally:
        session.close()
    if session.outgoing:
        for follow in _after_commit:
            follow(session)


def look_up(statement: Select[Any], **values: Any) -> Any:
    """The one row that the statement finds with these values, or None: read by itself, outside of any transaction.

    For what is asked with each call. It gets no tenant's condition: the statement itself has to name the tenant.
    """
    with engine().connect() as connection:
        return connection.execution_options(isolation_level="AUTOCOMMIT").execute(statement, values).one_or_none()


def is_unavailable(error: SQLAlchemyError) -> bool:
    """Whether the database could not be reached, or broke off; not: whether it refused something."""
    if isinstance(error, DBAPIError):
        return isinstance(error, OperationalError) or error.connection_invalidated
    return type(error).__name__ == "TimeoutError"


def broken_rule(error: DBAPIError) -> str | None:
    """The name of the constraint or index that a change broke, None where it was none."""
    diagnostics = getattr(error.orig, "diag", None)
    return getattr(diagnostics, "constraint_name", None)


def is_up() -> bool:
    try:
        with engine().connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def await_schema() -> None:
    """Wait until the database answers and has the newest schema; raises SystemExit with the reason."""
    deadline = time.monotonic() + settings().start_seconds
    reason, told = "", ""
    while time.monotonic() < deadline:
        try:
            with engine().connect() as connection:
                found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if found == SCHEMA:
                return
            reason = f"its schema is {found}, this code needs {SCHEMA}"
        except SQLAlchemyError as error:
            absent = isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == "42P01"
            reason = "it has no schema yet" if absent else "it does not answer"
        if reason != told:
            log.info("waiting for the database: %s", reason)
            told = reason
        time.sleep(0.05)
    raise SystemExit(f"The database is not ready: {reason}. Run: python -m reference migrate")

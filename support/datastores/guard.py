"""Decides whether Muster may empty the datastores that it was given, before anything is started or written.

It may empty what the run booted itself, and what carries its mark (``mark.py``). Everything else is refused, with
the reason and what to do. The guard itself writes nothing but one key of its own in a Redis that carries the mark.

Which tables belong to the platform is told by the platform's own rule (domain/datastores.md): every table but
``tenants`` and the migrations' own has a ``tenant_id`` that refers to ``tenants``. A list of names would have to
follow every migration, and one taken at the time of marking would be empty for a database that was marked before its
first migration. A table that the rule does not tell has to be named when marking (``--also-table``).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import redis
from sqlalchemy.exc import DBAPIError, OperationalError

from support.addresses import is_same_number, next_number
from support.awaiting import looks
from support.datastores.baseline import MIGRATION_TABLES
from support.datastores.mark import MARK_KEY, Identity, Mark, read_identity, read_key
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.settings import UsageError, redact_url

HOW_TO_MARK = ("If everything in it may be deleted, mark it:\n"
               "  python -m support.datastores mark --database-url … --redis-url … --broker-url … --name {name}\n"
               "(the addresses can also stand in DATABASE_URL, MUSTER_REDIS_URL and MUSTER_BROKER_URL)")

_SIGN_IN_REFUSED = ("28", "3D")  # classes of SQLSTATE: the server answered, and it is no use to wait

_TABLES = """
SELECT n.nspname || '.' || c.relname AS name, n.nspname AS schema, c.relname AS bare, c.relkind::text AS kind,
       c.oid::bigint AS oid,
       EXISTS (SELECT FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY(f.conkey)
                 JOIN pg_class t ON t.oid = f.confrelid
                WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attname = 'tenant_id' AND t.relname = 'tenants'
                  AND t.relnamespace = c.relnamespace) AS of_a_tenant,
       has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
         AND has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE')
         AND has_table_privilege(c.oid, 'DELETE') AS writable,
       row_security_active(c.oid) AS filtered
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND n.nspname <> 'information_schema'
   AND n.nspname NOT LIKE 'pg\\_%'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      AND d.deptype = 'e')
 ORDER BY 1"""

_CLOSED_SEQUENCES = """
SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'S' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
   AND NOT (has_sequence_privilege(c.oid, 'UPDATE') AND has_sequence_privilege(c.oid, 'SELECT')) ORDER BY 1"""

_READ_ONLY = """
SELECT CASE WHEN pg_is_in_recovery() THEN 'it is a standby server'
            WHEN current_setting('transaction_read_only')::bool THEN 'its sessions are read-only'
       END"""

Answer = TypeVar("Answer")


class Refused(UsageError):
    """A datastore must not be emptied. Says what is wrong and what to do; nothing was changed."""


class Unreachable(Exception):
    """A datastore did not answer. The run ends with exit code 3."""


@dataclass(frozen=True)
class Datastores:
    """The addresses that a run was given; an empty one was not given (the run boots its own, or has none).

    :param database_name: what Redis' marks are to name when no database is given but one is booted.
    """

    database_url: str = ""
    redis_url: str = ""
    broker_url: str = ""
    database_name: str = ""

    @classmethod
    def of(cls, database_url: str = "", redis_url: str = "", broker_url: str = "",
           database_name: str = "") -> Datastores:
        """The same, with the broker on the number after the keys' when it has no address of its own."""
        return cls(database_url, redis_url, broker_url or (next_number(redis_url) if redis_url else ""), database_name)

    def numbers(self) -> dict[str, str]:
        """The Redis addresses that were given, by what they are for."""
        given = {"the platform's keys": self.redis_url, "the task queue": self.broker_url}
        return {what: url for what, url in given.items() if url}


def check(given: Datastores, *, truncate: bool = False, wait_seconds: float = 0.0) -> None:
    """Let the run begin, or stop it.

    :param truncate: the reset will truncate, which needs a right of its own.
    :param wait_seconds: how long a datastore may take until it answers.
    :raises Refused: when a given datastore must not be emptied.
    :raises Unreachable: when one does not answer.
    """
    with ExitStack() as opened:
        name = given.database_name
        if given.database_url:
            database = opened.enter_context(closing(reach_database(given.database_url, wait_seconds)))
            name = check_database(database, given.database_url, truncate=truncate)
        check_numbers(given)
        for what, url in given.numbers().items():
            check_number(opened.enter_context(closing(reach_cache(url, wait_seconds))), what, name)


def check_database(database: Database, url: str, *, truncate: bool = False) -> str:
    """The name of a database that may be emptied.

    :raises Refused: when it may not.
    """
    name, found = name_of(database, url), read_identity(database)
    check_mark(found, url)
    check_tables(database, name, found.mark)
    check_rights(database, name, truncate=truncate)
    return name


def check_mark(found: Identity, url: str) -> None:
    """:raises Refused: when the database that is found behind ``url`` carries no mark, or another database's."""
    name, mark = found.database, found.mark
    how = HOW_TO_MARK.format(name=name)
    if mark.name is None:
        raise Refused(f"The database {name} ({redact_url(url)}) does not carry Muster's mark, so it is not emptied.\n"
                      + how)
    if mark.name != name:
        raise Refused(f"The mark of the database {name} names another one: {mark.name}. Perhaps this is a copy, or "
                      f"was renamed. It is not emptied.\n{how}")
    if mark.server and not found.server:
        raise Refused(f"The mark of the database {name} names its server, and the role may not read which server this "
                      f"is. It is not emptied. Let the role execute pg_control_system(), or mark it as this role.\n{how}")
    if mark.server and mark.server != found.server:
        raise Refused(f"The mark of the database {name} names another server: {mark.server}, and this is {found.server}. "
                      f"Perhaps this is a copy that was restored here. It is not emptied.\n{how}")


def name_of(database: Database, url: str) -> str:
    """The name that the server gives to the database behind ``url``.

    :raises Refused: when that is not the one in the address (a pooler in between can lead elsewhere).
    """
    name = database.value("SELECT current_database()::text")
    asked = unquote(urlsplit(url).path.lstrip("/"))
    if asked != name:
        raise Refused(f"{redact_url(url)} names the database {asked or '(none)'}, and leads to {name}. "
                      "Give the address of the database itself.")
    return name


def foreign_tables(database: Database, also: frozenset[str] = frozenset()) -> list[str]:
    """Tables (``schema.name``) that are not told to be the platform's, by its rule or by name."""
    return [row["name"] for row in database.rows(_TABLES) if not _is_known(row, also)]


def check_tables(database: Database, name: str, mark: Mark) -> None:
    """:raises Refused: when the database holds tables of somebody else."""
    if foreign := foreign_tables(database, mark.tables):
        raise Refused(
            f"The database {name} holds tables that are not the platform's: {', '.join(foreign)}. It is not emptied.\n"
            "The platform's tables have a tenant_id that refers to tenants. If these may be emptied too, name them: "
            "python -m support.datastores mark … " + " ".join(f"--also-table {each}" for each in foreign))


def check_rights(database: Database, name: str, *, truncate: bool = False) -> None:
    """:raises Refused: when the role can read the database and not clean it. Found out without writing."""
    role = database.value("SELECT current_user::text")
    if why := database.value(_READ_ONLY):
        raise Refused(f"The database {name} cannot be written to: {why}. Give the address of a writable one.")
    tables = [row for row in database.rows(_TABLES) if row["bare"] not in MIGRATION_TABLES]
    if closed := [row["name"] for row in tables if not row["writable"]]:
        raise Refused(f"The role {role} may not change {_some(closed)} in the database {name}, so nothing could be "
                      "cleaned up. Give an address with the platform's own role, which owns the tables.")
    if closed := [row["name"] for row in database.rows(_CLOSED_SEQUENCES)]:
        raise Refused(f"The role {role} may not set {_some(closed)} in the database {name}, so numbers could not be "
                      "put back. Give an address with the platform's own role, which owns the sequences.")
    if hidden := [row["name"] for row in tables if row["filtered"]]:
        raise Refused(f"Row security hides rows of {_some(hidden)} from the role {role}, so leftovers could not be "
                      f"seen. Give an address with the role that owns the tables of {name}.")
    if truncate and (kept := [row["name"] for row in tables if not database.value(
            "SELECT has_table_privilege(CAST(:oid AS oid), 'TRUNCATE')", oid=row["oid"])]):
        raise Refused(f"The role {role} may not truncate {_some(kept)} in the database {name}. Use reset=delete.")


def check_numbers(given: Datastores) -> None:
    """:raises Refused: when keys and queue share one number: a queue's clean-up would meet the keys."""
    if given.redis_url and given.broker_url and is_same_number(given.redis_url, given.broker_url):
        raise Refused("The platform's keys and its task queue are on one number of Redis: "
                      f"{redact_url(given.redis_url)}. Give each its own (redis_url and broker_url).")


def check_number(cache: Cache, what: str, name: str) -> None:
    """:raises Refused: when this number of Redis does not carry the mark of the database ``name``, or is read-only."""
    place = f"{redact_url(cache.url)} (Redis, {what})"
    found = _ask(cache.url, lambda: read_key(cache))
    if found is None:
        raise Refused(f"{place} does not carry Muster's mark (the key {MARK_KEY}), so it is not emptied.\n"
                      + HOW_TO_MARK.format(name=name or "<database name>"))
    if found != name:
        raise Refused(f"{place} is marked as belonging to the database {found}, and this run's is {name or '(none)'}. "
                      "It is not emptied. Give the Redis that goes with the database, or unmark it and mark it anew.")
    try:
        cache.set(f"{MARK_KEY}:writable", "1", seconds=1)
        cache.delete(f"{MARK_KEY}:writable")
    except redis.ResponseError as error:
        raise Refused(f"{place} cannot be written to: {error}. Give an address that can.") from None


def reach_database(url: str, wait_seconds: float = 0.0) -> Database:
    """A database that answers.

    :raises Unreachable: when it does not within ``wait_seconds``.
    :raises Refused: when the server lets nobody in with this address.
    """
    database = Database(url, application_name="muster guard")
    _ask(url, lambda: database.value("SELECT 1"), wait_seconds)
    return database


def reach_cache(url: str, wait_seconds: float = 0.0) -> Cache:
    """A number of Redis that answers. Raises as ``reach_database``."""
    cache = Cache(url)
    _ask(url, cache.client.ping, wait_seconds)
    return cache


def _ask(url: str, question: Callable[[], Answer], wait_seconds: float = 0.0) -> Answer:
    for _ in looks(wait_seconds, shortest=0.05, longest=1.0):
        try:
            return question()
        except (redis.AuthenticationError, redis.ResponseError) as error:
            raise Refused(f"{redact_url(url)} does not let the suite in: {error}") from None
        except (OperationalError, redis.RedisError, OSError) as error:
            _raise_refusal(url, error)
            last_seen = _first_line(error, url)
    raise Unreachable(f"{redact_url(url)} does not answer: {last_seen}\nIs it running, and is the address right?")


def _raise_refusal(url: str, error: Exception) -> None:
    words = _first_line(error, url)
    state = str(getattr(getattr(error, "orig", None), "sqlstate", None) or "")
    answered = state.startswith(_SIGN_IN_REFUSED) or ("FATAL:" in words and "starting up" not in words)
    if isinstance(error, DBAPIError) and answered:
        raise Refused(f"{redact_url(url)} does not let the suite in: {words.split('FATAL:')[-1].strip()}") from None


def _first_line(error: Exception, url: str) -> str:
    words = (str(getattr(error, "orig", error)).strip().splitlines() or [type(error).__name__])[0]
    password = unquote(urlsplit(url).password or "")
    return words.replace(password, "***") if password else words


def _is_known(row: dict, also: frozenset[str]) -> bool:
    if row["name"] in also or row["bare"] in MIGRATION_TABLES:
        return True
    return row["kind"] != "f" and (row["bare"] == "tenants" or row["of_a_tenant"])


def _some(names: list[str], most: int = 5) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")

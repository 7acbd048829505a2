"""``python -m support.datastores mark | unmark | status``: which datastores Muster may empty.

Exit codes: 0 done (status: it may be emptied), 2 refused or wrongly asked, 3 not reachable.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from typing import NoReturn

from sqlalchemy.exc import ProgrammingError

from support.datastores import guard
from support.datastores.guard import Datastores, Refused, Unreachable
from support.datastores.mark import MARK_KEY, Mark, read_identity, read_key, read_mark, write_key, write_mark
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.reporting.masking import Mask
from support.settings import Settings, UsageError, redact_url

_TABLE_NAMES = """SELECT schemaname AS schema, tablename AS name FROM pg_tables
 WHERE schemaname NOT LIKE 'pg\\_%' AND schemaname <> 'information_schema' ORDER BY 1, 2"""

_NOT_OF_DATASTORES = ("MUSTER_TARGET", "MUSTER_BASE_URL")


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; the exit code."""
    try:
        options = _parser().parse_args(arguments)
        with ExitStack() as opened:
            return _Command(options, opened).do()
    except (UsageError, Unreachable) as error:
        sys.stderr.write(f"{error}\n")
        return 3 if isinstance(error, Unreachable) else 2


class _Command:
    """One command: the addresses it was given, opened, and what it says."""

    def __init__(self, options: argparse.Namespace, opened: ExitStack):
        named = {name: value for name in ("database_url", "redis_url", "broker_url")
                 if (value := getattr(options, name))}
        # Which platform a run would drive says nothing of the datastores.
        environment = {name: value for name, value in os.environ.items() if name not in _NOT_OF_DATASTORES}
        settings = Settings.load(named, environment, {})
        self.options = options
        self.given = Datastores.of(settings.database_url, settings.redis_url, settings.broker_url)
        if not self.given.database_url and not self.given.numbers():
            raise UsageError("which datastores? Give --database-url and --redis-url, or set DATABASE_URL and "
                             "MUSTER_REDIS_URL")
        guard.check_numbers(self.given)
        self.database: Database | None = None
        self.name = getattr(options, "name", "") or ""
        if self.given.database_url:
            self.database = opened.enter_context(closing(guard.reach_database(self.given.database_url)))
            self.name = guard.name_of(self.database, self.given.database_url)
        self.numbers: dict[str, Cache] = {what: opened.enter_context(closing(guard.reach_cache(url)))
                                          for what, url in self.given.numbers().items()}

    def do(self) -> int:
        if self.options.command == "status":
            return self.status()
        if self.options.name != self.name:
            raise Refused(f"--name is {self.options.name}, and the database is {self.name}: nothing was changed. "
                          "Repeat the name of the database that may be emptied.")
        return self.mark() if self.options.command == "mark" else self.unmark()

    def mark(self) -> int:
        for what, cache in self.numbers.items():
            if (found := read_key(cache)) not in (None, self.name):
                raise Refused(f"{redact_url(cache.url)} (Redis, {what}) belongs to the database {found} already. "
                              f"Nothing was marked. Unmark it there first: unmark --redis-url … --name {found}")
        also = frozenset(each if "." in each else f"public.{each}" for each in self.options.also_table)
        if self.database:
            mark = Mark(self.name, also, read_identity(self.database).server)
            guard.check_tables(self.database, self.name, mark)
            guard.check_rights(self.database, self.name)
        self._show_contents()
        if self.database:
            self._write(mark)
            _say(f"Marked: the database {self.name}. Muster may now delete everything listed above.")
        for what, cache in self.numbers.items():
            write_key(cache, self.name)
            _say(f"Marked: {redact_url(cache.url)} (Redis, {what}), key {MARK_KEY}.")
        return 0

    def unmark(self) -> int:
        if self.database:
            if read_mark(self.database).name is None:
                _say(f"The database {self.name} carried no mark.")
            else:
                self._write(Mark(None))
                _say(f"Unmarked: the database {self.name}. Muster does not empty it any more.")
        for what, cache in self.numbers.items():
            found = read_key(cache)
            if found == self.name:
                write_key(cache, None)
                _say(f"Unmarked: {redact_url(cache.url)} (Redis, {what}).")
            else:
                _say(f"{redact_url(cache.url)} (Redis, {what}) "
                     + ("carried no mark." if found is None else f"belongs to the database {found}, and stays so."))
        return 0

    def status(self) -> int:
        self._show_contents()
        # Redis is compared with its own mark where no database was given.
        name = "" if self.database else next((found for cache in self.numbers.values()
                                              if (found := read_key(cache))), "")
        try:
            guard.check(replace(self.given, database_name=name))
        except Refused as refusal:
            _say(f"May not be emptied. {refusal}")
            return 2
        _say("May be emptied by Muster.")
        return 0

    def _write(self, mark: Mark) -> None:
        try:
            write_mark(self.database, mark)
        except ProgrammingError as error:
            if getattr(error.orig, "sqlstate", None) != "42501":
                raise
            raise Refused(f"Only the owner of the database {self.name} may change its mark. Nothing was changed. "
                          "Use an address with the owner's role.") from None

    def _show_contents(self) -> None:
        if self.database:
            tables = self.database.rows(_TABLE_NAMES)
            _say(f"{redact_url(self.given.database_url)}: {len(tables)} tables")
            for table in tables:
                _say(f"  {table['schema']}.{table['name']}: {_rows(self.database, table)}")
        for what, cache in self.numbers.items():
            _say(f"{redact_url(cache.url)} (Redis, {what}): {cache.client.dbsize()} keys")


def _rows(database: Database, table: dict[str, str]) -> str:
    place = '"' + '"."'.join(part.replace('"', '""') for part in (table["schema"], table["name"])) + '"'
    try:
        return f"{database.value('SELECT count(*) FROM ' + place.replace(':', chr(92) + ':'))} rows"
    except ProgrammingError:
        return "not readable"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong without repeating a password that stood in the wrong place."""

    def error(self, message: str) -> NoReturn:
        super().error(Mask()(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m support.datastores",
        description="Says which datastores Muster may empty. Addresses left out are taken from the environment.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("mark", "let Muster empty these datastores"), ("unmark", "take that back"),
                        ("status", "say what is in them, and whether they may be emptied")):
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument("--database-url", default="", help="postgresql://login:password@host:port/name")
        command.add_argument("--redis-url", default="", help="redis://…/1: the number of the platform's keys")
        command.add_argument("--broker-url", default="", help="redis://…/2: the number of the task queue "
                                                              "(left out: the one after --redis-url)")
        if name != "status":
            command.add_argument("--name", required=True, help="the database's name once more, as a safeguard")
        if name == "mark":
            command.add_argument("--also-table", action="append", default=[], metavar="SCHEMA.TABLE",
                                 help="a table without tenant_id that may be emptied too")
    return parser


if __name__ == "__main__":
    sys.exit(main())

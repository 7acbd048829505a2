"""Muster's reset after a scenario that touched six tables ÷ TRUNCATE of all tables on the same database.

The platform's own schema, booted as in any run, with the baseline that every run has. Each round writes the same rows,
as a mission leaves them, into six tables; then either Muster's whole reset is timed (the task queue, the probe, the
deletions, the proof, the keys of Redis) or one ``TRUNCATE <all tables> RESTART IDENTITY CASCADE`` on a connection that
is kept. The TRUNCATE is given an advantage: it leaves no baseline, and whoever uses it has to make that anew; here
that is not timed. What is compared is what both do, the tables; the whole reset, which empties the task queue and Redis
too, and one with nothing to do, stand in lines of their own.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from statistics import median

import httpx
import psycopg
from psycopg import sql

from benchmarks.measuring import Figure, NotMeasured, Part, in_turn
from benchmarks.platform import platform, register, run_a_mission, sign_in
from support.datastores.reset import Reset
from support.domain.stored import SIGNS_OF_LIFE
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.drivers.queue import Queue

TOUCHED = ("people", "sessions", "refresh_tokens", "missions", "mission_targets", "findings")
KEYS = 3  # that the scenario leaves in Redis
A_ROUND = 15  # times that each is done in one round: the median counts


def measure(rounds: int, tell: Callable[[str], None]) -> Part:
    """The reset's ratio to TRUNCATE: at most 0.25.

    :raises NotMeasured: when the scenario's rows cannot be made.
    """
    with platform() as addresses, closing(Database(addresses.database_url)) as database, \
            closing(Cache(addresses.redis_url)) as cache, closing(Queue(addresses.broker_url)) as queue, \
            psycopg.connect(addresses.database_url, autocommit=True) as connection, \
            httpx.Client(base_url=addresses.base_url, trust_env=False) as client:
        scene = _Scene(connection, cache, Reset(database, cache, queue, kept_keys=SIGNS_OF_LIFE), client)
        tables_alone = Reset(database)
        truncating = Reset(database, cache, queue, "truncate", kept_keys=SIGNS_OF_LIFE)
        for reset in (tables_alone, truncating):
            reset.take_baseline()
        with closing(scene.reset), closing(tables_alone), closing(truncating):
            found = in_turn({"whole": lambda: scene.seconds_of(scene.reset.run),
                             "tables": lambda: scene.seconds_of(tables_alone.run),
                             "clean": lambda: scene.seconds_of(scene.reset.run, dirty=False),
                             "truncating": lambda: scene.seconds_of(truncating.run),
                             "truncate": lambda: scene.seconds_of(scene.truncate)}, rounds, tell)
    dirty, truncate = f"after a scenario that touched {len(TOUCHED)} tables", f"TRUNCATE of all {len(scene.tables)} tables"
    figures = [
        Figure(f"reset {dirty}", "of the tables", truncate, found["tables"], found["truncate"], 0.25),
        Figure(f"reset {dirty}", "the whole reset, with task queue and Redis", truncate, found["whole"],
               found["truncate"]),
        Figure(f"reset {dirty}", "the whole reset", "the whole reset by truncating (-D reset=truncate)", found["whole"],
               found["truncating"]),
        Figure("reset after a scenario that touched nothing", "the whole reset", truncate, found["clean"],
               found["truncate"])]
    return Part("reset", __doc__, figures, {"rows": scene.rows, "tables": len(scene.tables)})


class _Scene:
    """The database with its baseline, and the rows that the scenario leaves."""

    def __init__(self, connection: psycopg.Connection, cache: Cache, reset: Reset, client: httpx.Client):
        self._connection, self._cache, self.reset = connection, cache, reset
        registered = [register(client, name) for name in ("Acme", "Globex")]
        reset.take_baseline()
        self.tables = [table.name for table in reset.baseline.tables]
        before = {name: self._rows_of(name) for name in TOUCHED}
        self._insert_a_colleague()
        run_a_mission(client, sign_in(client, registered[0]))
        new = {name: [row for key, row in self._rows_of(name).items() if key not in before[name]] for name in TOUCHED}
        self.rows = {name: len(rows) for name, rows in new.items()}
        if not all(new.values()):
            raise NotMeasured(f"the scenario should leave rows in all of {', '.join(TOUCHED)}, and left {self.rows}")
        self._statement = "; ".join(
            f"INSERT INTO {name} SELECT * FROM json_populate_recordset(NULL::{name}, "
            f"{sql.Literal('[' + ','.join(rows) + ']').as_string(connection)}::json)" for name, rows in new.items())
        reset.run()

    def truncate(self) -> None:
        """What most suites do."""
        self._connection.execute(f"TRUNCATE {', '.join(self.tables)} RESTART IDENTITY CASCADE")

    def seconds_of(self, action: Callable[[], object], dirty: bool = True) -> float:
        """The median of what ``action`` takes, each time after the same scenario (or after none)."""
        seconds = []
        for _ in range(A_ROUND):
            if dirty:
                self._play()
            began = time.perf_counter()
            action()
            seconds.append(time.perf_counter() - began)
            self.reset.run()  # a TRUNCATE left no baseline
        return median(seconds)

    def _play(self) -> None:
        self._connection.execute(self._statement)
        for number in range(KEYS):
            self._cache.client.set(f"cache:mission:{number}", "{}")

    def _insert_a_colleague(self) -> None:
        self._connection.execute(
            """INSERT INTO people SELECT (jsonb_populate_record(known, jsonb_build_object(
                   'id', gen_random_uuid(), 'email', 'priya@people.example'))).*
               FROM people known LIMIT 1""")

    def _rows_of(self, table: str) -> dict[str, str]:
        """The rows as JSON, by their ids."""
        return dict(self._connection.execute(f"SELECT held.id::text, row_to_json(held)::text FROM {table} AS held"))

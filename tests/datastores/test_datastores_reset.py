"""The reset: back to the baseline in every way of cleaning, and a failure when something stays."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from support.awaiting import await_value
from support.datastores.guard import Refused
from support.datastores.mark import Mark, write_mark
from support.datastores.reset import BlockedBy, LeftBehind, Reset
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.drivers.queue import Queue

DIRTY = {"tenants", "people", "missions", "targets", "findings", "part_1", "part_2", "notes", "events", "sites"}


@pytest.fixture(params=["delete", "delete by foreign keys", "truncate"])
def reset(shop, request) -> Iterator[Reset]:
    """A reset with its baseline, in each way that there is."""
    made = Reset(shop.database, shop.cache, shop.queue, request.param.split()[0])
    made.without_checks = None if " " not in request.param else False
    made.take_baseline()
    with closing(made):
        yield made


@pytest.fixture
def quick(shop) -> Iterator[Reset]:
    """The usual reset, and little patience."""
    made = Reset(shop.database, shop.cache, shop.queue, lock_seconds=0.1, work_seconds=0.2)
    made.take_baseline()
    with closing(made):
        yield made


@pytest.mark.shows("SUI-034", "SUI-081")
def test_everything_comes_back(shop, reset):
    before = shop.contents()
    shop.play()
    more = reset.measure()
    assert set(more) == DIRTY
    assert more["missions"] == 16
    assert more["tenants"] == 1
    report = reset.run()
    assert set(report.dirty) == DIRTY
    assert report.leftovers == []
    assert report.remark == ""
    assert report.statements < 50
    assert shop.contents() == before
    assert reset.measure() == {}


@pytest.mark.shows("SUI-081")
def test_a_hundred_milliseconds_on_average(shop, reset):
    seconds = []
    for _ in range(10):
        shop.play()
        seconds.append(reset.run().seconds)
    assert sum(seconds) / len(seconds) < 0.1


def test_what_is_clean_is_left_alone(shop, reset):
    newest = "SELECT max(xmin::text::bigint) FROM {}"
    before = {name: shop.database.value(newest.format(name)) for name in ("people", "tenants")}
    report = reset.run()
    assert report.dirty == []
    assert report.statements == 4
    assert before == {name: shop.database.value(newest.format(name)) for name in before}


def test_only_the_dirty_tables_are_written(shop, quick):
    shop.database.script("INSERT INTO missions (tenant_id) SELECT id FROM tenants")
    row_versions = shop.database.value("SELECT array_agg(xmin::text) FROM people")
    assert quick.run().dirty == ["missions"]
    assert shop.database.value("SELECT array_agg(xmin::text) FROM people") == row_versions


def test_a_number_that_was_used_and_nothing_else(shop, reset):
    before = shop.contents()
    shop.database.value("SELECT nextval('invoice_numbers')")
    shop.database.value("SELECT nextval('missions_number_seq')")  # never used in the baseline
    assert reset.run().dirty == []
    assert shop.contents() == before
    assert shop.database.value("SELECT nextval('missions_number_seq')") == 1
    assert shop.database.value("SELECT nextval('invoice_numbers')") == 1001


CHANGES = [
    "UPDATE people SET pay = pay + 1 WHERE email = 'priya@acme'",
    "UPDATE people SET tags = NULL, photo = '\\x01'",
    "DELETE FROM notes",
    "UPDATE notes SET body = 'changed'",
    "UPDATE tenants SET head_id = NULL; DELETE FROM people",
    "UPDATE tenants SET settings = '{\"b\": 1, \"a\": 2}' WHERE slug = 'acme'",
    "UPDATE people SET email = email || '.old'; "
    "INSERT INTO people (tenant_id, email) SELECT tenant_id, 'priya@acme' FROM people WHERE email LIKE 'priya@acme%'",
    "UPDATE tenants SET head_id = NULL; TRUNCATE tenants CASCADE",
]


def test_the_baselines_own_rows_come_back(shop, reset):
    before = shop.contents()
    for change in CHANGES:
        shop.database.script(change)
        assert shop.contents() != before, change
        reset.run()
        assert shop.contents() == before, change


def test_rows_that_swapped_a_unique_value(shop, quick):
    before = shop.contents()
    shop.database.script("UPDATE tenants SET slug = 'x' WHERE slug = 'acme';"
                         "UPDATE tenants SET slug = 'acme' WHERE slug = 'globex';"
                         "UPDATE tenants SET slug = 'globex' WHERE slug = 'x'")
    shop.play()
    report = quick.run()
    assert shop.contents() == before
    assert report.remark.startswith("truncated, since deleting failed: ")
    assert report.statements < 50


def test_the_migrations_record_and_the_mark_are_never_touched(shop, reset):
    shop.marked()
    comment = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
    before = shop.database.value(comment)
    shop.play()
    shop.database.script("UPDATE alembic_version SET version_num = '0002'")
    reset.run()
    reset.empty()
    assert shop.database.value("SELECT version_num FROM alembic_version") == "0002"
    assert shop.database.value(comment) == before
    assert shop.cache.get("muster:mark") == Cache(shop.broker_url).get("muster:mark") == shop.name


def test_emptied_before_the_seed(shop, reset):
    shop.play()
    shop.cache.set("cache:mission:1", "{}")
    reset.empty()
    assert {name for name, number in shop.counts().items() if number} == {"alembic_version"}
    assert shop.cache.keys() == []
    assert shop.database.value("SELECT nextval('invoice_numbers')") == 1000


def test_a_role_that_may_not_switch_checks_off(shop):
    role = f"writer_{secrets.token_hex(3)}"
    url = shop.as_role(role)
    shop.database.script(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role};"
                         f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {role}")
    database = Database(url)
    try:
        reset = Reset(database)
        reset.take_baseline()
        before = shop.contents()
        shop.play()
        reset.run()
        assert reset.without_checks is False
        assert shop.contents() == before
    finally:
        database.close()
        shop.database.script(f"DROP OWNED BY {role}; DROP ROLE {role}")


@pytest.mark.shows("SUI-034")
@pytest.mark.parametrize("mode", ["delete", "truncate"])
def test_a_table_that_does_not_come_back_is_noticed(shop, mode):
    shop.database.script("""
        CREATE TABLE echoes (body text);
        CREATE FUNCTION again() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          INSERT INTO echoes VALUES ('again'); RETURN NULL; END $$;
        CREATE TRIGGER again AFTER DELETE OR TRUNCATE ON findings FOR EACH STATEMENT EXECUTE FUNCTION again();
        ALTER TABLE findings ENABLE ALWAYS TRIGGER again""")
    reset = Reset(shop.database, mode=mode)
    reset.take_baseline()
    shop.play()
    with pytest.raises(LeftBehind, match=r"echoes \(\+1 rows\)") as failure:
        reset.run()
    assert "findings" not in str(failure.value)
    assert set(failure.value.report.dirty) == DIRTY
    shop.database.script("DROP TRIGGER again ON findings")
    assert reset.run().dirty == ["echoes"]  # the next one starts clean


def test_content_that_does_not_come_back_is_noticed(shop, quick):
    shop.database.script("""
        CREATE FUNCTION louder() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          NEW.body := upper(NEW.body); RETURN NEW; END $$;
        CREATE TRIGGER louder BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION louder();
        ALTER TABLE notes ENABLE ALWAYS TRIGGER louder; UPDATE notes SET body = 'other'""")
    with pytest.raises(LeftBehind, match=r"notes \(other content\)"):
        quick.run()


@pytest.fixture
def blocker(shop):
    """Another session, which opens a transaction and leaves it open."""
    with psycopg.connect(shop.database_url, application_name="a forgotten console") as connection:
        yield connection
        if not connection.closed:
            connection.close()  # before psycopg would commit on a connection that was ended


@pytest.mark.shows("SUI-035")
@pytest.mark.parametrize("statement", [
    "LOCK TABLE missions IN SHARE MODE",
    "LOCK TABLE missions IN ACCESS EXCLUSIVE MODE",
    "LOCK TABLE events_all IN ACCESS EXCLUSIVE MODE",
    "ALTER SEQUENCE invoice_numbers RENAME TO bill_numbers",
    "ALTER TABLE sites ADD COLUMN colour text",
    "SELECT * FROM missions FOR UPDATE",
    "UPDATE missions SET status = 'x'",
    "INSERT INTO notes SELECT id, 'not committed' FROM tenants",
])
def test_who_holds_it_up_is_named_and_the_next_starts_clean(shop, quick, blocker, statement):
    before = shop.contents()
    shop.play()
    blocker.execute(statement)
    pid = blocker.info.backend_pid
    with pytest.raises(BlockedBy) as failure:
        quick.run()
    words = str(failure.value)
    assert f"session {pid} (a forgotten console, role postgres), idle in transaction since" in words
    assert statement in words
    assert f"Ended: session {pid}" in words
    assert [session.pid for session in failure.value.sessions] == [pid]
    assert shop.contents() == before
    assert quick.run().dirty == []


@pytest.mark.shows("SUI-035")
def test_who_waits_for_the_strongest_lock_holds_it_up_as_well(shop, quick, blocker):
    # He waits for a reader, who would do no harm; whoever reads after him waits for him.
    shop.play()
    waits = "SELECT count(*) FROM pg_locks WHERE pid = :pid AND NOT granted"
    with psycopg.connect(shop.database_url, application_name="a reader") as reader:
        reader.execute("SELECT * FROM missions")
        pid = blocker.info.backend_pid
        thread = threading.Thread(target=_until_it_is_ended, args=(blocker, "LOCK TABLE missions"))
        thread.start()
        await_value(lambda: shop.database.value(waits, pid=pid), bool, within=30, words=lambda seen: "it should wait")
        with pytest.raises(BlockedBy) as failure:
            quick.run()
        thread.join(30)
        assert [session.pid for session in failure.value.sessions] == [pid]
        assert not reader.broken
    assert quick.run().dirty == []


def _until_it_is_ended(session: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.OperationalError):
        session.execute(statement)


@pytest.mark.shows("SUI-035")
def test_counting_and_taking_the_baseline_name_who_holds_them_up(shop, quick, blocker):
    blocker.execute("LOCK TABLE missions IN ACCESS EXCLUSIVE MODE")
    for ask in (quick.measure, quick.take_baseline, Reset(shop.database, lock_seconds=0.1).take_baseline):
        with pytest.raises(BlockedBy) as failure:
            ask()
        assert f"session {blocker.info.backend_pid} (a forgotten console, role postgres)" in str(failure.value)
        assert [session.pid for session in failure.value.sessions] == [blocker.info.backend_pid]
    assert not blocker.broken  # only a clean-up ends sessions
    blocker.rollback()
    assert quick.measure() == {}
    assert shop.database.value("SHOW lock_timeout") == "0"


def test_truncating_is_held_up_by_one_who_only_read(shop, blocker):
    reset = Reset(shop.database, mode="truncate", lock_seconds=0.1)
    reset.take_baseline()
    before = shop.contents()
    shop.play()
    blocker.execute("SELECT * FROM sites")
    with pytest.raises(BlockedBy, match="a forgotten console"):
        reset.run()
    assert shop.contents() == before


def test_deleting_is_not(shop, quick, blocker):
    shop.play()
    blocker.execute("SELECT * FROM sites")
    quick.run()
    assert not blocker.broken


def test_blockers_can_be_left_alone(shop, blocker):
    reset = Reset(shop.database, lock_seconds=0.1, end_blockers=False)
    reset.take_baseline()
    shop.play()
    blocker.execute("LOCK TABLE missions IN SHARE MODE")
    with pytest.raises(BlockedBy, match="It was not ended"):
        reset.run()
    blocker.rollback()
    reset.run()
    assert reset.measure() == {}


def test_secrets_in_a_blockers_statement_are_masked(shop, quick, blocker):
    shop.play()
    blocker.execute("UPDATE notes SET body = 'postgres://me:hush-hush@host/db'")
    with pytest.raises(BlockedBy) as failure:
        quick.run()
    assert "hush-hush" not in str(failure.value)


def test_a_transaction_that_ends_in_time_is_waited_for(shop, blocker):
    reset = Reset(shop.database, lock_seconds=30)
    reset.take_baseline()
    before = shop.contents()
    blocker.execute("INSERT INTO notes SELECT id, 'late' FROM tenants")
    looked = threading.Event()
    dirt = reset.baseline.dirt

    def look(database):
        found = dirt(database)
        if looked.is_set() and not blocker.closed:
            blocker.commit()
        looked.set()
        return found

    object.__setattr__(reset.baseline, "dirt", look)
    assert reset.run().dirty == ["notes"]
    assert shop.contents() == before


@pytest.mark.shows("SUI-034", "SUI-081")
def test_redis_keys(shop):
    client = shop.cache.client
    client.set("settings", "as seeded")
    client.set("cache:seeded", "1", ex=3600)
    client.hset("lists:seeded", "a", "1")
    client.set("worker:1:alive", "10:00", ex=3600)
    reset = Reset(shop.database, shop.cache, kept_keys=["worker:*"])
    reset.take_baseline()
    client.set("settings", "changed")
    client.delete("lists:seeded")
    client.set("cache:seeded", "2", ex=3600)
    client.set("cache:mission:1", "{}", ex=3600)
    client.set("worker:1:alive", "10:02", ex=3600)
    report = reset.run()
    assert report.keys == 4
    assert shop.cache.keys() == ["lists:seeded", "settings", "worker:1:alive"]
    assert shop.cache.get("settings") == "as seeded"
    assert client.hgetall("lists:seeded") == {b"a": b"1"}
    assert shop.cache.get("worker:1:alive") == "10:02"
    assert reset.run().keys == 0


def test_parts_that_do_not_answer_are_said_and_the_others_cleaned(shop):
    nobody = "redis://127.0.0.1:9/0"
    reset = Reset(shop.database, shop.cache, shop.queue)
    reset.take_baseline()
    before = shop.contents()
    reset.cache, reset.queue = Cache(nobody), Queue(nobody)
    shop.play()
    with pytest.raises(LeftBehind) as failure:
        reset.run()
    assert "Redis did not let itself be cleaned" in str(failure.value)
    assert "The task queue did not let itself be cleaned" in str(failure.value)
    assert shop.contents() == before


def test_after_postgresql_dropped_the_connection(shop, quick):
    before = shop.contents()
    shop.play()
    with psycopg.connect(shop.database_url, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'muster' "
                      "AND datname = current_database()")
    quick.run()
    assert shop.contents() == before


@pytest.fixture
def only_marked(shop) -> Reset:
    """A reset of a database that is not the run's own, with its baseline, and dirt to remove."""
    made = Reset(shop.marked().database, only_marked=True)
    made.take_baseline()
    shop.play()
    return made


@pytest.mark.shows("SUI-036")
def test_a_given_database_is_put_back_while_it_carries_its_mark(shop, only_marked):
    before = shop.contents()
    for mark in (None, "another_one"):
        write_mark(shop.database, Mark(mark))
        for ask in (only_marked.run, only_marked.empty):
            with pytest.raises(Refused, match="is not emptied"):
                ask()
            assert shop.contents() == before
    write_mark(shop.database, Mark(shop.name))
    assert set(only_marked.run().dirty) == DIRTY


@pytest.mark.shows("SUI-036")
def test_a_connection_that_leads_to_another_database_than_before(shop, only_marked, servers, monkeypatch):
    only_marked.run()
    shop.play()
    elsewhere = Database(servers.database_url("postgres"))
    write_mark(elsewhere, Mark("postgres"))
    before = shop.contents()
    try:
        monkeypatch.setattr(shop.database, "_engine", elsewhere._engine)  # as of an address with two hosts
        shop.database.close()
        with pytest.raises(Refused, match=f"led to the database {shop.name} on the server .* now leads to postgres"):
            only_marked.run()
    finally:
        write_mark(elsewhere, Mark(None))
        elsewhere.close()
        monkeypatch.undo()
        shop.database.close()
    assert shop.contents() == before


@pytest.mark.shows("SUI-036")
def test_nothing_is_removed_on_another_connection_than_the_one_that_was_looked_at(shop, only_marked, monkeypatch):
    before = shop.contents()
    prove = only_marked.prove_identity

    def prove_and_lose_the_connection() -> None:
        prove()
        pid = shop.database.value("SELECT pg_backend_pid()")
        with psycopg.connect(shop.database_url, autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    monkeypatch.setattr(only_marked, "prove_identity", prove_and_lose_the_connection)
    with pytest.raises(LeftBehind, match="PostgreSQL did not let itself be cleaned"):
        only_marked.run()
    assert shop.contents() == before


def test_no_baseline_no_reset(shop):
    with pytest.raises(RuntimeError, match="take_baseline"):
        Reset(shop.database).run()
    with pytest.raises(ValueError, match="delete or truncate"):
        Reset(shop.database, mode="drop")


def test_forty_dirty_tables_take_under_fifty_statements(place):
    place.database.script("CREATE TABLE tenants (id int PRIMARY KEY)" + "".join(
        f"; CREATE TABLE t{n} (id serial PRIMARY KEY, tenant_id int REFERENCES tenants)" for n in range(40)))
    place.database.script("INSERT INTO tenants VALUES (1)")
    reset = Reset(place.database)
    reset.take_baseline()
    place.database.script("; ".join(f"INSERT INTO t{n} (tenant_id) VALUES (1)" for n in range(40)))
    report = reset.run()
    assert len(report.dirty) == 40
    assert report.statements < 50
    assert reset.measure() == {}


def test_triggers_stay_in_force_for_everybody_but_the_reset(shop):
    shop.database.script("""
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'notes are kept'; END $$;
        CREATE TRIGGER kept BEFORE DELETE ON notes FOR EACH ROW EXECUTE FUNCTION refuse()""")
    reset = Reset(shop.database)
    reset.take_baseline()
    shop.play()

    with closing(reset):
        assert "notes" in reset.run().dirty

    with pytest.raises(DBAPIError, match="notes are kept"):
        shop.database.execute("DELETE FROM notes")


def test_a_table_that_fills_by_itself_is_emptied_and_never_left(shop):
    """What a platform writes whenever it may (here: a note for each new person) belongs to no scenario."""
    made = Reset(shop.database, shop.cache, shop.queue, passing=["notes"])
    made.take_baseline()
    with closing(made):
        shop.database.execute("INSERT INTO notes SELECT id, 'late' FROM tenants")
        assert made.measure() == {}
        assert made.run().leftovers == []
        assert shop.database.value("SELECT count(*) FROM notes") == 0

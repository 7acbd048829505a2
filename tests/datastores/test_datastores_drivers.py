"""The drivers for SQL and Redis: what they answer, and what they write down."""

from __future__ import annotations

import datetime
import signal
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
import redis
from sqlalchemy.exc import DBAPIError

from support.awaiting import await_value
from support.drivers.cache import Cache
from support.drivers.database import Database
from support.drivers.queue import Queue
from support.reporting.evidence import Evidence
from support.reporting.masking import Mask


@pytest.fixture
def evidence() -> Evidence:
    return Evidence(Mask())


@pytest.fixture
def database(shop, evidence):
    made = Database(shop.database_url, lambda: evidence)
    yield made
    made.close()


def test_rows_values_and_counts(database):
    people = database.rows("SELECT id, email, joined_at, tags FROM people WHERE email = :email", email="priya@acme")
    assert len(people) == 1
    assert isinstance(people[0]["id"], uuid.UUID)
    assert people[0]["joined_at"].tzinfo is not None
    assert people[0]["joined_at"].utcoffset() == datetime.timedelta(0)
    assert people[0]["tags"][1] == "it's"
    assert database.value("SELECT count(*) FROM people WHERE email LIKE :like", like="%@acme") == 3
    assert database.value("SELECT id FROM people WHERE email = 'nobody'") is None
    assert database.execute("UPDATE people SET pay = :pay", pay=1) == 6


def test_each_statement_is_evidence(database, evidence):
    database.rows("SELECT slug\n  FROM tenants WHERE slug = :slug", slug="acme")
    database.rows("SELECT generate_series(1, 60) AS number")
    shown, long = evidence.take_new()
    assert (shown.kind, shown.title.split(" (")[0]) == ("sql", "SELECT slug FROM tenants WHERE slug = :slug -> 1 row")
    assert 'parameters: {"slug": "acme"}' in shown.text
    assert '{"slug": "acme"}' in shown.text.splitlines()[-1]
    assert "… and 10 rows more" in long.text
    assert shown.milliseconds is not None


def test_secrets_are_masked_and_failures_shown(database, evidence):
    database.rows("SELECT password_hash FROM people WHERE password_hash <> :password", password="hush-hush")
    with pytest.raises(DBAPIError) as failure:
        database.rows("SELECT * FROM nowhere WHERE token = :token", token="hush-hush")
    assert "hush-hush" not in str(failure.value)
    asked, failed = evidence.take_new()
    assert "hush-hush" not in asked.text + failed.text
    assert 'relation "nowhere" does not exist' in failed.text


def test_one_connection_is_kept_and_renewed_when_it_was_dropped(database, shop):
    first = database.value("SELECT pg_backend_pid()")
    assert database.value("SELECT pg_backend_pid()") == first
    shop.database.value("SELECT pg_terminate_backend(:pid, 5000)", pid=first)
    assert database.value("SELECT pg_backend_pid()") != first
    database.close()
    assert database.value("SELECT 1") == 1


def test_a_statement_under_way_is_not_repeated(database):
    with pytest.raises(DBAPIError):
        database.rows("SELECT pg_terminate_backend(pg_backend_pid())")
    assert database.value("SELECT 1") == 1


def test_transactions(database, shop):
    with database.transaction():
        database.execute("DELETE FROM notes")
        assert shop.database.value("SELECT count(*) FROM notes") == 2
    assert shop.database.value("SELECT count(*) FROM notes") == 0
    with pytest.raises(KeyError), database.transaction():
        database.execute("DELETE FROM sites")
        raise KeyError
    assert shop.database.value("SELECT count(*) FROM sites") == 2


def test_what_is_locked_is_free_again_afterwards_and_unchanged(database, shop):
    with (database.locked("SELECT 1 FROM sites FOR UPDATE"), pytest.raises(psycopg.errors.LockNotAvailable),
          database.held(0.05)):
        database.script("SELECT 1 FROM sites FOR UPDATE NOWAIT")
    with database.held(0.05):
        database.script("SELECT 1 FROM sites FOR UPDATE NOWAIT")


def test_a_script_that_fails_leaves_nothing_open(database, shop):
    with pytest.raises(psycopg.errors.UndefinedTable):
        database.script("BEGIN; DELETE FROM notes; SELECT * FROM nowhere; COMMIT")
    assert shop.database.value("SELECT count(*) FROM notes") == 2
    assert database.script("SELECT 1; SELECT 2, '100 %'") == [[(1,)], [(2, "100 %")]]


class OutOfTime(Exception):
    """What a time limit raises inside whatever is under way."""


@contextmanager
def broken_off_by(kind: type[BaseException]) -> Iterator[None]:
    """An alarm that strikes soon, inside a call that would last for a minute."""
    def strike(*_: object) -> None:
        raise kind

    before = signal.signal(signal.SIGALRM, strike)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(kind):
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def in_a_transaction(database: Database) -> None:
    with database.transaction():
        database.execute("LOCK TABLE missions IN ACCESS EXCLUSIVE MODE")
        database.rows("SELECT pg_sleep(60)")


def held(database: Database) -> None:
    with database.held(5):
        database.rows("SELECT pg_sleep(60)")


LONG: dict[str, Callable[[Database], object]] = {
    "rows": lambda database: database.rows("SELECT pg_sleep(60)"),
    "script": lambda database: database.script("LOCK TABLE missions; SELECT pg_sleep(60)"),
    "prepared": lambda database: database.prepared("SELECT pg_sleep(60)"),
    "transaction": in_a_transaction,
    "held": held,
}


@pytest.mark.shows("SUI-035")
@pytest.mark.parametrize("kind", [OutOfTime, KeyboardInterrupt])
@pytest.mark.parametrize("call", LONG.values(), ids=list(LONG))
def test_a_statement_that_is_broken_off_ends_on_the_server_and_the_next_one_works(database, shop, call, kind):
    first = database.value("SELECT pg_backend_pid()")
    with broken_off_by(kind):
        call(database)

    assert database.value("SELECT 1") == 1
    await_value(lambda: shop.database.rows("SELECT state, query FROM pg_stat_activity WHERE pid = :pid", pid=first),
                lambda left: left == [], within=30, words=lambda left: f"still there: {left}")
    assert shop.database.value("SELECT count(*) FROM missions") == 0  # nobody holds it
    assert database.value("SHOW lock_timeout") == "0"
    assert database.script("SELECT 1") == [[(1,)]]


def test_a_connection_that_is_broken_off_can_be_closed(database):
    database.value("SELECT 1")
    driver = database._connection.connection.driver_connection
    driver.pgconn.send_query(b"SELECT pg_sleep(60)")  # as an exception between two bytes would leave it
    database.close()
    driver = database.value("SELECT 1") and database._connection.connection.driver_connection
    driver.pgconn.send_query(b"SELECT pg_sleep(60)")
    assert database.value("SELECT 2") == 2


def test_what_breaks_off_while_it_connects_leaves_no_half_made_connection(database, monkeypatch):
    monkeypatch.setattr("support.drivers.database._SESSION", "SELECT pg_sleep(60)")
    with broken_off_by(OutOfTime):
        database.value("SELECT 1")
    monkeypatch.undo()
    assert database.value("SHOW TimeZone") == "UTC"


def test_a_transaction_is_not_continued_on_another_connection(database, shop):
    def end_its_session() -> None:
        shop.database.value("SELECT pg_terminate_backend(:pid, 5000)", pid=database.value("SELECT pg_backend_pid()"))

    with pytest.raises(psycopg.OperationalError, match="not continued on another"), database.transaction():
        end_its_session()
        with pytest.raises(DBAPIError):
            database.execute("DELETE FROM notes")
        database.execute("DELETE FROM notes")
    assert shop.database.value("SELECT count(*) FROM notes") == 2
    assert database.value("SELECT 1") == 1


def test_a_lock_is_waited_for_no_longer_than_was_said(database, shop):
    with shop.database.transaction():
        shop.database.execute("LOCK TABLE notes IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(psycopg.errors.LockNotAvailable), database.held(0.05):
            database.script("SELECT * FROM notes")
    assert database.value("SHOW lock_timeout") == "0"


def test_any_spelling_of_the_address(shop):
    for scheme in ("postgres", "postgresql+psycopg2", "postgresql"):
        database = Database(shop.database_url.replace("postgresql", scheme))
        assert database.value("SELECT 1") == 1
        database.close()


def test_redis_is_read_and_written_down(shop, evidence):
    cache = Cache(shop.redis_url, lambda: evidence)
    cache.set("cache:mission:1", '{"status": "running"}', seconds=60)
    cache.set("for:ever", "no JSON")
    assert cache.get_json("cache:mission:1") == {"status": "running"}
    assert cache.get_json("cache:mission:2") is None
    with pytest.raises(ValueError, match="for:ever holds no JSON"):
        cache.get_json("for:ever")
    assert 0 < cache.ttl("cache:mission:1") <= 60
    assert cache.ttl("for:ever") is None
    with pytest.raises(KeyError):
        cache.ttl("cache:mission:2")
    assert cache.keys("cache:*") == ["cache:mission:1"]
    assert cache.delete("for:ever", "nowhere") == 1
    assert cache.delete() == 0
    shown = evidence.take_new()
    assert {exhibit.kind for exhibit in shown} == {"redis"}
    assert any('{"status": "running"}' in exhibit.text for exhibit in shown)


def test_redis_away_is_said(evidence):
    with pytest.raises(redis.ConnectionError):
        Cache("redis://127.0.0.1:9/0", lambda: evidence).get("key")
    assert "ConnectionError" in evidence.take_new()[0].text


@pytest.mark.parametrize("kind", [OutOfTime, KeyboardInterrupt])
def test_a_redis_command_that_is_broken_off_answers_no_other(shop, kind):
    shop.cache.set("key", "value")
    with broken_off_by(kind):
        shop.cache.client.blpop("nothing", 4)
    assert shop.cache.get("key") == "value"


@pytest.mark.parametrize("driver", [Cache, Queue])
def test_an_answer_that_comes_after_a_break_is_no_answer_to_the_next_command(shop, driver, monkeypatch):
    opened = driver(shop.redis_url)
    shop.cache.set("key", "value")
    opened.client.ping()

    def strike(*_: object, **__: object) -> None:
        raise OutOfTime

    for ask in (lambda: opened.client.blpop("nothing", 0.2),
                lambda: opened.client.pipeline(transaction=False).blpop("nothing", 0.2).execute()):
        with monkeypatch.context() as patch, pytest.raises(OutOfTime):
            patch.setattr("redis.connection.Connection.read_response", strike)  # sent, and not yet read
            ask()
        assert opened.client.get("key") == b"value"
    opened.close()

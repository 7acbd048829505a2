"""The drivers for SQL and Redis: what they answer, and what they write down."""

from __future__ import annotations

import datetime
import uuid

import psycopg
import pytest
import redis
from sqlalchemy.exc import DBAPIError

from support.drivers.cache import Cache
from support.drivers.database import Database
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


def test_a_script_that_fails_leaves_nothing_open(database, shop):
    with pytest.raises(psycopg.errors.UndefinedTable):
        database.script("BEGIN; DELETE FROM notes; SELECT * FROM nowhere; COMMIT")
    assert shop.database.value("SELECT count(*) FROM notes") == 2
    assert database.script("SELECT 1; SELECT 2, '100 %'") == [[(1,)], [(2, "100 %")]]


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

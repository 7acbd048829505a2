"""A stack is made of real parts, reached where it says, and gone without a trace afterwards."""

from __future__ import annotations

import socket
import urllib.request
from urllib.parse import urlsplit

import psutil
import psycopg
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from support.awaiting import await_value
from support.settings import UsageError
from support.stack import PRIVATE_DATABASE


@pytest.mark.shows("SUI-037")
def test_boots_and_stops_with_nothing_left(own_processes, make_stack, everything_is_gone):
    stack = make_stack()
    addresses = stack.await_ready()
    folder, processes = stack.folder, stack.processes()
    own = own_processes()
    assert set(processes) >= {"postgres", "redis", "platform", "worker"}
    assert stack.losses() == []
    assert stack.phases["ready"] < 10

    with psycopg.connect(addresses.database_url) as connection:
        assert connection.execute("SELECT count(*) FROM migrated").fetchone() == (1,)
    for url in (addresses.redis_url, addresses.broker_url):
        client = redis.Redis.from_url(url)
        assert client.set("written", urlsplit(url).path)
        client.close()
    assert urllib.request.urlopen(f"{addresses.base_url}/health/ready", timeout=10).status == 200
    assert min(len(addresses.platform_key), len(addresses.signing_key)) >= 48

    stack.stop()
    everything_is_gone(folder, [each.pid for each in own])
    assert stack.processes() == {}
    assert stack.losses() == []
    for url in (addresses.base_url, addresses.database_url, addresses.redis_url):
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", urlsplit(url).port))
    stack.stop()


def test_datastores_refuse_whoever_has_no_password(make_stack):
    addresses = make_stack().await_ready()
    place = urlsplit(addresses.database_url)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=place.hostname, port=place.port, user=place.username, dbname="platform", password="guess")
    port = urlsplit(addresses.redis_url).port
    with redis.Redis(port=port, retry=Retry(NoBackoff(), 0)) as client, pytest.raises(redis.AuthenticationError):
        client.ping()


def test_no_secret_stands_on_a_command_line_or_in_a_log(own_processes, make_stack, tmp_path):
    stack = make_stack()
    secrets = stack.await_ready().secrets()
    assert len(secrets) == 5
    words = [word for each in own_processes() for word in command_line(each)]
    words += [log.read_text() for log in (tmp_path / "logs").iterdir()]
    assert words
    assert not [word for word in words if any(secret in word for secret in secrets)]


@pytest.mark.shows("SUI-001")
def test_given_datastores_are_used_and_not_booted(make_stack, everything_is_gone):
    given = make_stack(logs="given").await_ready()
    stack = make_stack(database_url=given.database_url, redis_url=given.redis_url)
    addresses = stack.await_ready()
    assert set(stack.processes()) - {"beat"} == {"platform", "worker"}
    assert addresses.database_url == given.database_url
    assert addresses.redis_url == given.redis_url
    assert addresses.broker_url == given.redis_url[:-1] + "2"
    folder = stack.folder
    stack.stop()
    everything_is_gone(folder, [])
    with psycopg.connect(given.database_url) as connection:
        # once when its cluster was made, and once on the given database
        assert connection.execute("SELECT count(*) FROM migrated").fetchone() == (2,)


def test_the_platform_is_told_the_domain_that_the_suite_was_told(make_stack):
    stack = make_stack(base_domain="shop.example")
    stack.await_ready()
    assert (stack.folder / "tmp/base-domain").read_text() == "shop.example"


def test_the_private_database_is_called_what_the_package_says(make_stack):
    with psycopg.connect(make_stack().await_ready().database_url) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == (PRIVATE_DATABASE,)


def test_a_given_redis_without_a_number_is_a_wrong_setting(make_stack, everything_is_gone):
    stack = make_stack(redis_url="redis://:hush-hush@127.0.0.1:9/abc")
    stack.start()
    folder = stack.folder
    with pytest.raises(UsageError, match="names no number of Redis") as failure:
        stack.await_ready()
    assert "hush-hush" not in str(failure.value)
    everything_is_gone(folder, [])


def test_a_given_redis_leaves_postgres_to_the_stack(make_stack):
    given = make_stack(logs="given").await_ready()
    stack = make_stack(redis_url=given.redis_url, broker_url=given.broker_url)
    addresses = stack.await_ready()
    assert set(stack.processes()) - {"beat"} == {"postgres", "platform", "worker"}
    assert addresses.broker_url == given.broker_url


def command_line(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except (psutil.ZombieProcess, psutil.NoSuchProcess):  # ended, and so has none any more
        return []


def test_the_beat_follows_by_itself_and_comes_at_once_where_it_is_needed(make_stack):
    by_itself = make_stack(logs="late")
    by_itself.await_ready()
    await_value(by_itself.processes, lambda parts: "beat" in parts, within=30, words=lambda parts: f"only {sorted(parts)}")

    needed = make_stack(logs="needed")
    needed.await_ready()
    needed.begin_beat()
    first = needed.processes()["beat"]
    needed.begin_beat()
    assert needed.processes()["beat"] == first

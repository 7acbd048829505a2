"""The reference platform itself, booted from nothing, as a run has it."""

from __future__ import annotations

import json
import urllib.request

import psutil
import psycopg
import pytest
import redis


@pytest.mark.shows("SUI-001", "SUI-028", "SUI-037")
def test_reference_platform_is_booted_with_real_parts_and_removed(own_processes, make_stack, everything_is_gone):
    stack = make_stack("reference", "reference")
    addresses = stack.await_ready()
    assert stack.phases["ready"] < 10

    with urllib.request.urlopen(f"{addresses.base_url}/health/ready", timeout=10) as answer:
        states = json.load(answer)["components"]
    assert states == {"postgresql": "up", "redis": "up", "worker": "up"}
    with psycopg.connect(addresses.database_url) as connection:
        assert connection.execute("SELECT version()").fetchone()[0].startswith("PostgreSQL 1")
        assert connection.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    with redis.Redis.from_url(addresses.broker_url) as broker:
        assert broker.info("server")["process_id"] == stack.processes()["redis"]

    processes = {name: psutil.Process(number) for name, number in stack.processes().items()}
    assert processes["platform"].cmdline()[-3:] == ["-m", "reference", "api"]
    assert processes["worker"].cmdline()[-3:] == ["-m", "reference", "worker"]
    assert processes["worker"].children()  # a real pool, not tasks run in place

    own = [each.pid for each in own_processes()]
    folder = stack.folder
    stack.stop()
    everything_is_gone(folder, own)
    assert stack.losses() == []

"""What nobody foresaw is answered, too: with nothing of the inside, and as if it had never been tried."""

import pytest

from support.domain.outages import inner_detail

KEY = {"Idempotency-Key": "a-key-of-16-sign"}
SITE = {"code": "NP", "name": "North Pier"}


@pytest.fixture
def without_sites(platform):
    """Asks while the database lacks a table that the platform knows."""
    def ask(*calls):
        platform.sql("ALTER TABLE sites RENAME TO sites_elsewhere")
        try:
            return [call() for call in calls]
        finally:
            platform.sql("ALTER TABLE sites_elsewhere RENAME TO sites")

    return ask


def test_an_internal_error_says_that_it_is_one_and_nothing_else(admin, without_sites):
    [answer] = without_sites(lambda: admin("GET", "/sites", **{"X-Request-ID": "harbour-4711"}))

    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json; charset=utf-8"
    assert answer.json() == {"type": "about:blank", "title": "Internal error", "status": 500, "detail": "Internal error",
                             "instance": "harbour-4711"}
    assert inner_detail(answer.text) == []
    assert answer.headers["X-Request-ID"] == "harbour-4711"


def test_a_call_that_ended_so_is_carried_out_when_it_is_sent_again(admin, without_sites):
    [failed] = without_sites(lambda: admin("POST", "/sites", SITE, **KEY))
    again, replay = (admin("POST", "/sites", SITE, **KEY) for _ in range(2))

    assert (failed.status_code, again.status_code, replay.status_code) == (500, 201, 201)
    assert "Idempotency-Replayed" not in again.headers
    assert (replay.headers["Idempotency-Replayed"], replay.content) == ("true", again.content)


@pytest.mark.parametrize("text", [
    'Traceback (most recent call last):\n  File "x.py", line 3, in f', "SELECT id FROM people WHERE id = 1",
    'violates unique constraint "tenants_slug_key"', "psycopg.OperationalError", "KeyError: 'x'",
    "in /usr/lib/python3/x", "connection to 127.0.0.1 refused"])
def test_what_is_looked_for_is_found(text):
    assert inner_detail(text)


@pytest.mark.parametrize("text", ["There is no such record.", "postgresql is not available.", "This is not well formed.",
                                  "At most 600 calls are served in 60 seconds.", "Not available: redis, worker."])
def test_what_the_platform_says_is_not_mistaken_for_it(text):
    assert inner_detail(text) == []


def test_connections_that_the_database_ended_while_they_rested_are_no_error(platform, admin):
    for _ in range(3):
        assert admin("GET", "/sites").status_code == 200
        ended = platform.sql("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                   " WHERE application_name = 'reference' AND pid <> pg_backend_pid()")

        assert ended and all(each == (True,) for each in ended)
        assert admin("GET", "/sites").status_code == 200

"""A PostgreSQL that is frozen ends a statement, and costs the connection only."""

from __future__ import annotations

import time

import psycopg
import pytest
from sqlalchemy.exc import OperationalError, ProgrammingError

from support.datastores.blockers import Session
from support.datastores.reset import _named
from support.drivers.database import Database

SLOW = "SELECT pg_sleep(60)"  # to the suite, a server that says nothing


@pytest.fixture
def hasty(shop):
    made = Database(shop.database_url, answer_seconds=0.5)
    yield made
    made.close()


@pytest.mark.parametrize("ask", [Database.value, Database.script, Database.prepared,
                                 lambda database, statement: database.batch(["SELECT 1", statement])],
                         ids=["value", "script", "prepared", "batch"])
def test_a_silent_server_ends_the_statement_and_the_next_one_has_another_connection(hasty, ask):
    session = hasty.value("SELECT pg_backend_pid()")
    began = time.monotonic()
    with pytest.raises((OperationalError, psycopg.OperationalError), match=r"PostgreSQL did not answer in 0\.5 s"):
        ask(hasty, SLOW)
    assert time.monotonic() - began < 20
    assert hasty.value("SELECT pg_backend_pid()") != session


def test_a_transaction_is_not_continued_on_another_connection(hasty):
    with pytest.raises(psycopg.OperationalError, match="connection was lost"), hasty.transaction():
        with pytest.raises(OperationalError):
            hasty.value(SLOW)
        hasty.value("SELECT 1")
    assert hasty.value("SELECT 1") == 1


def test_an_error_shows_the_beginning_of_its_statement(shop):
    with pytest.raises(ProgrammingError) as fault:
        shop.database.value("SELECT nothing_of_the_sort" + ", 1" * 2000)
    assert "SELECT nothing_of_the_sort, 1" in str(fault.value)
    assert len(str(fault.value)) < 900


def test_a_crowd_of_sessions_is_named_by_its_first():
    session = Session(1, "platform", "platform", "active", "SELECT 1", None, 0.0)
    assert _named([session] * 40).splitlines()[-1] == "  and 35 more"
    assert len(_named([session] * 40).splitlines()) == 6

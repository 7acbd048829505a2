"""A database error that nobody foresaw ends in the log, which holds no e-mail address and no hash."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError

from reference.core import database


def test_the_parameters_of_a_statement_are_not_in_its_errors() -> None:
    assert database.engine().hide_parameters


def test_the_refused_record_is_not_in_an_error() -> None:
    engine = create_engine("sqlite://", hide_parameters=True)

    @event.listens_for(engine, "handle_error", insert=True)
    def _speak_as_postgresql_does(context) -> None:
        for error in (context.original_exception, context.sqlalchemy_exception):
            error.args = (f"{error.args[0]}\nDETAIL:  Failing row contains (canary@example.org).", *error.args[1:])

    event.listen(engine, "handle_error", database._hide_values)
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE people (email UNIQUE)"))
        connection.execute(text("INSERT INTO people VALUES (:email)"), {"email": "canary@example.org"})
        with pytest.raises(IntegrityError, match="UNIQUE constraint failed") as found:
            connection.execute(text("INSERT INTO people VALUES (:email)"), {"email": "canary@example.org"})
    assert "canary" not in f"{found.value} {found.value!r} {found.value.orig} {found.value.orig!r}"

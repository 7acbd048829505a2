"""For variants that break a rule which the database keeps, too: it is taken away from it before the platform works."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import text

from reference.core import database


def without(*statements: str) -> Callable[[], None]:
    """In the place of ``database.await_schema``: these statements follow, each such that it can be repeated."""
    await_schema = database.await_schema

    def await_and_change() -> None:
        await_schema()
        with database.engine().begin() as connection:
            for statement in statements:
                connection.execute(text(statement))

    return await_and_change

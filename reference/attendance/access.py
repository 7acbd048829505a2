"""Whose records of attendance somebody may see: those of all the tenant, or the own ones."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement

from reference.core.identity import Identity
from reference.core.permissions import scope_of


def sees_all(person: Identity) -> bool:
    return scope_of(person.role, "attendance.read") == "all"


def visible(person: Identity, kind: Any) -> list[ColumnElement[bool]]:
    """For a query's ``where``: what is true of each record of this kind that the person may see."""
    return [] if sees_all(person) else [kind.person_id == person.person_id]

"""Shapes of answers that several areas share, and their place in the interface description."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from reference.core import clock
from reference.core.inputs import Page

Moment = Annotated[datetime, PlainSerializer(clock.text, return_type=str, when_used="json"),
                   WithJsonSchema({"type": "string", "format": "date-time", "pattern": "Z$"}, mode="serialization")]


class Answer(BaseModel):
    """An answered record, read from a stored one."""

    model_config = ConfigDict(from_attributes=True)


class RecordAnswer(Answer):
    """What every answered record has."""

    id: UUID
    created_at: Moment
    updated_at: Moment


class VersionedAnswer(RecordAnswer):
    version: int


class NamedPerson(Answer):
    """A person as other records show it."""

    id: UUID
    full_name: str


class NamedSite(Answer):
    """A site as other records show it."""

    id: UUID
    code: str
    name: str


Item = TypeVar("Item")


class Listed(BaseModel, Generic[Item]):
    """A part of a list: ``total`` counts the whole."""

    items: list[Item]
    total: int
    limit: int
    offset: int


def one_of(column: Any, values: list[Any] | None) -> list[Any]:
    """For a query's ``where``: the filter, where values were given."""
    return [] if values is None else [column.in_(values)]


def equals(column: Any, value: Any) -> list[Any]:
    return [] if value is None else [column == value]


def says(text: str | None, *columns: Any) -> list[Any]:
    """The same for ``q``: part of one of the columns, without case."""
    return [] if text is None else [or_(*(column.icontains(text, autoescape=True) for column in columns))]


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def listed(session: Session, query: Select[Any], page: Page, shape: type[Answer]) -> Listed[Any]:
    """The page of ``query`` that was asked for. The query has an order in which no two records are equal."""
    records = session.scalars(query.limit(page.limit).offset(page.offset)).all()
    total = page.offset + len(records)
    if len(records) == page.limit or (page.offset and not records):  # else this is the end of the list, and tells its length
        total = session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    return Listed(items=[shape.model_validate(record) for record in records], total=total,
                  limit=page.limit, offset=page.offset)


TAKES = "takes"  # in a route's description until it is asked for: the names of the shapes of body and query
shapes: dict[str, Any] = {}  # what routes take and answer, by name


def takes(body: type[BaseModel] | None = None, query: type[BaseModel] | None = None) -> dict[str, Any]:
    """For a route's ``openapi_extra``: the body and the query that it reads."""
    return {TAKES: {place: shape_name(shape) for place, shape in (("body", body), ("query", query)) if shape is not None}}


def takes_file(field: str) -> dict[str, Any]:
    """The same for a route to which one file is sent, in the part ``field``."""
    schema = {"type": "object", "required": [field], "additionalProperties": False,
              "properties": {field: {"type": "string", "contentMediaType": "application/octet-stream"}}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


def shape_name(shape: Any) -> str:
    """The name under which ``shapes`` keeps what a route takes or answers."""
    name = f"{getattr(shape, '__module__', '')}.{getattr(shape, '__qualname__', '')} {shape!r}"
    shapes[name] = shape
    return name

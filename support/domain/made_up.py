"""Requests that nobody thought of: made from the platform's own description, and from what it does not say."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

from support.drivers.description import Operation

_VISIBLE = "".join(sorted(set(string.printable) - set(string.whitespace)))
_TEXT = st.text(max_size=60)
_ANY_SIGN = st.text(st.characters(exclude_categories=()), max_size=60)  # unpaired surrogates too
_HEADER = st.text(_VISIBLE, min_size=1, max_size=40)
_ODD = st.sampled_from(["", " ", "0", "-1", "1e999", "null", "\x00", "%00", "../..", "' OR 1=1 --", "{{7*7}}", "\u202e",
                        "9" * 40, "a" * 20_000, "2026-13-45", "2026-02-30T25:61:00Z", "true", "[]", "é́"])
_MOMENTS = st.sampled_from(["2026-11-28T12:00:00Z", "2026-11-28T12:00:00+14:00", "0001-01-01T00:00:00Z",
                            "9999-12-31T23:59:59Z", "2026-11-28T12:00:00", "2026-11-28"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _ANY_SIGN | _ODD,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4), max_leaves=6)


@dataclass(frozen=True)
class MadeUp:
    """One request. ``path`` is as it goes over the wire, ``content`` None where there is no body."""

    operation: Operation
    path: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    content: bytes | None


def requests(operations: tuple[Operation, ...], document: Mapping[str, Any],
             known: Mapping[str, list[str]]) -> st.SearchStrategy[MadeUp]:
    """Any operation, with what it takes, nearly what it takes, or something else.

    :param known: for a parameter's name ids of records that there are.
    """
    return st.sampled_from(operations).flatmap(lambda operation: st.builds(
        MadeUp, st.just(operation), _paths(operation.path, known), _queries(operation, document), _headers(),
        _bodies(operation, document)))


def _paths(path: str, known: Mapping[str, list[str]]) -> st.SearchStrategy[str]:
    parts = []
    for part in path.split("/"):
        if "{" not in part:
            parts.append(st.just(part))
            continue
        ids = known.get(part.strip("{}"), [])
        odd = (_TEXT | _ODD).filter(bool).map(lambda text: quote(text[:200], safe=""))
        parts.append(st.one_of(*([st.sampled_from(ids)] * 3 if ids else []), st.uuids().map(str), odd))
    return st.tuples(*parts).map("/".join)


def _queries(operation: Operation, document: Mapping[str, Any]) -> st.SearchStrategy[dict[str, str]]:
    described = {each["name"]: valid(each.get("schema", {}), document).map(_as_word) | _TEXT | _ODD
                 for each in operation.body.get("parameters", ()) if each.get("in") == "query"}
    return st.just({}) | st.fixed_dictionaries({}, optional={**described, "of_no_use": _TEXT})


def _headers() -> st.SearchStrategy[dict[str, str]]:
    # Mostly none: most of what is made up here is refused before anything else is looked at.
    return st.just({}) | st.just({}) | st.just({}) | st.fixed_dictionaries({}, optional={
        "If-Match": _HEADER | st.sampled_from(['"1"', '"0"', "*", '"99999999999999999999"']),
        "Idempotency-Key": _HEADER | st.just("k" * 16), "X-Tenant": _HEADER, "X-Request-ID": _HEADER, "Accept": _HEADER,
        "Content-Type": _HEADER | st.sampled_from(["application/json", "text/plain", "multipart/form-data"])})


def _bodies(operation: Operation, document: Mapping[str, Any]) -> st.SearchStrategy[bytes | None]:
    described = operation.body.get("requestBody", {}).get("content", {}).get("application/json")
    if described is None:
        return st.none() | ANYTHING.map(_as_json)
    right = valid(described.get("schema", {}), document)
    nearly = st.tuples(right, _TEXT, ANYTHING, st.integers(0, 20)).map(_spoiled)
    sent = st.one_of(right, right, nearly, ANYTHING).map(_as_json)
    return sent | sent | st.binary(max_size=80)


def valid(schema: Mapping[str, Any], document: Mapping[str, Any], depth: int = 4) -> st.SearchStrategy[Any]:
    """Mostly what the schema allows: patterns and lengths of texts are left to chance."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return valid(document["components"]["schemas"].get(name, {}), document, depth)
    for words in ("anyOf", "oneOf"):
        if words in schema:
            return st.one_of(*(valid(each, document, depth) for each in schema[words]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "const" in schema:
        return st.just(schema["const"])
    if isinstance(schema.get("type"), list):
        return st.one_of(*(valid({**schema, "type": each}, document, depth) for each in schema["type"]))
    if depth == 0:
        return ANYTHING
    return _OF_TYPE.get(schema.get("type", ""), lambda *_: ANYTHING)(schema, document, depth)


def _text(schema: Mapping[str, Any], _document: Mapping[str, Any], _depth: int) -> st.SearchStrategy[str]:
    if schema.get("format") == "uuid":
        return st.uuids().map(str)
    if schema.get("format") in ("date-time", "date"):
        return _MOMENTS
    return _TEXT | _ODD | st.text(_VISIBLE, min_size=min(schema.get("minLength", 1), 200), max_size=200)


def _list(schema: Mapping[str, Any], document: Mapping[str, Any], depth: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(valid(schema.get("items", {}), document, depth - 1), min_size=min(schema.get("minItems", 0), 5),
                    max_size=5)


def _object(schema: Mapping[str, Any], document: Mapping[str, Any], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    parts = {name: valid(part, document, depth - 1) for name, part in schema.get("properties", {}).items()}
    needed = set(schema.get("required", ()))
    return st.fixed_dictionaries({name: part for name, part in parts.items() if name in needed},
                                 optional={name: part for name, part in parts.items() if name not in needed})


_OF_TYPE = {
    "string": _text, "array": _list, "object": _object,
    "integer": lambda schema, *_: st.integers(schema.get("minimum"), schema.get("maximum")) | st.integers(),
    "number": lambda *_: st.floats(allow_nan=False, allow_infinity=False),
    "boolean": lambda *_: st.booleans(), "null": lambda *_: st.none(),
}


def _spoiled(drawn: tuple[Any, str, Any, int]) -> Any:
    """What would be right, with one field that is something else, one more, or one less."""
    value, name, something, number = drawn
    if not isinstance(value, dict):
        return something
    fields = sorted(value)
    if fields and number % 3:
        name = fields[number % len(fields)]
    return {each: part for each, part in value.items() if each != name} if number % 5 == 0 else {**value, name: something}


def _as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def _as_word(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)

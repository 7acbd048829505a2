"""The platform's own description of its interface (OpenAPI 3.1): which operations there are, and what each may answer."""

from __future__ import annotations

import pickle
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jsonschema_rs import Draft202012, Draft202012Validator, ReferencingError, Registry

if TYPE_CHECKING:
    import httpx

ADDRESS = "/openapi.json"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SECONDS = 30.0  # that it may take to be made; once a run, whatever the patience with other answers
_NAME = "muster:description"  # under which the validators know the document
_COMBINED = ("$ref", "allOf", "anyOf", "oneOf")  # beside these a schema's own properties are not all that there may be
_OPEN = ("additionalProperties", "unevaluatedProperties")
_NAMED = ("properties", "patternProperties", "$defs")  # of each of these every value is a schema
_WITHIN = ("items", "prefixItems", "anyOf", "oneOf", "additionalProperties", "not")
_NO_SCHEMAS = ("allOf", "example", "examples", "default", "const", "enum")


class Undescribed(Exception):
    """There is no description that could be compared with; says why."""


@dataclass(frozen=True)
class Described:
    """What an operation may answer with one status. ``place`` is where in the document that stands."""

    place: tuple[str, ...]
    content: dict[str, Any]  # by media type; empty: an answer without a body
    headers: dict[str, Any]
    is_default: bool = False


@dataclass(frozen=True)
class Operation:
    """One verb of one path, as the description names it."""

    method: str
    path: str
    body: dict[str, Any] = field(hash=False, compare=False, repr=False)

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def place(self) -> tuple[str, ...]:
        return ("paths", self.path, self.method.lower())


class Description:
    """One document, made ready for many comparisons.

    An object whose properties are listed has no others, unless the description says that it has: what an answer shows
    beyond them was shown to nobody who reads the description.
    """

    def __init__(self, document: dict[str, Any]):
        version = document.get("openapi") if isinstance(document, dict) else None
        if not str(version).startswith("3.1") or not isinstance(document.get("paths"), dict):
            raise Undescribed(f"{ADDRESS} should be an OpenAPI 3.1 document, and names as its version {version!r}")
        self.document = document
        self.operations = tuple(Operation(method.upper(), path, item[method]) for path, item in document["paths"].items()
                                for method in METHODS if method in item)
        self._by_name = {(each.method, each.path): each for each in self.operations}
        self._paths: dict[int, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        for path in sorted(document["paths"], key=lambda path: path.count("{")):  # the concrete ones come first
            self._paths[path.count("/")].append((_pattern(path), path))
        self._registry = Registry([(_NAME, _closed(document))], draft=Draft202012)
        self._validators: dict[tuple[str, ...], Draft202012Validator] = {}
        self._described: dict[tuple[Operation, int], Described | None] = {}

    @classmethod
    def read(cls, client: httpx.Client) -> Description:
        """What the platform publishes.

        :raises Undescribed: when it publishes nothing that can be read.
        """
        answer = client.get(ADDRESS, timeout=_SECONDS)
        if answer.status_code != 200:
            raise Undescribed(f"{ADDRESS} should be the platform's description, and is answered with {answer.status_code}")
        try:
            return cls(answer.json())
        except ValueError as fault:
            raise Undescribed(f"{ADDRESS} should be JSON: {fault}") from None

    def path_of(self, path: str) -> str | None:
        """The described path that an asked one belongs to; None where the description does not know it."""
        path = unquote(path)
        return next((known for pattern, known in self._paths[path.count("/")] if pattern.fullmatch(path)), None)

    def asked_for(self, method: str, path: str) -> Operation | None:
        """The operation that a request asked for; None where the description knows none."""
        return self._by_name.get((method, self.path_of(path)))

    def answer(self, operation: Operation, status: int) -> Described | None:
        """What the operation may answer with this status; None where it may not answer with it at all.

        ``default`` speaks of refusals: a success has to be named, and an internal error is never foreseen.
        """
        key = (operation, status)
        if key not in self._described:
            self._described[key] = self._find(operation, status)
        return self._described[key]

    def validator(self, place: tuple[str, ...]) -> Draft202012Validator:
        """Compares with the schema at a place of the document; made once."""
        if place not in self._validators:
            try:
                self._validators[place] = Draft202012Validator(
                    {"$ref": f"{_NAME}#{pointer(place)}"}, registry=self._registry, validate_formats=True)
            except (ReferencingError, ValueError) as fault:
                raise Undescribed(f"the schema at {pointer(place)} of {ADDRESS} cannot be used: {fault}") from None
        return self._validators[place]

    def _find(self, operation: Operation, status: int) -> Described | None:
        answers = operation.body.get("responses", {})
        names = [str(status), f"{status // 100}XX", *(["default"] if status >= 400 else [])]
        name = next((name for name in names if name in answers), None)
        if name is None or status == 500:
            return None
        answer, place = self._resolved(answers[name], (*operation.place, "responses", name))
        return Described(place, answer.get("content", {}), answer.get("headers", {}), name == "default")

    def _resolved(self, part: dict[str, Any], place: tuple[str, ...]) -> tuple[dict[str, Any], tuple[str, ...]]:
        """What a reference leads to, and where that stands."""
        while "$ref" in part:
            place = tuple(each.replace("~1", "/").replace("~0", "~") for each in part["$ref"].removeprefix("#/").split("/"))
            part = self.document
            for name in place:
                if name not in part:
                    raise Undescribed(f"{ADDRESS} refers to {pointer(place)}, which it does not have")
                part = part[name]
        return part, place


def pointer(place: tuple[str, ...]) -> str:
    """A place in the document as a URI writes it."""
    return "".join("/" + name.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
                   for name in place)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^/]*?\\\}", "[^/]+", re.escape(path)))


def _closed(document: dict[str, Any]) -> dict[str, Any]:
    """The document, with each list of properties made complete where it does not say that it is not."""
    closed = pickle.loads(pickle.dumps(document))  # in a third of the time of a deepcopy
    schemas: list[dict[str, Any]] = []
    _collect(closed, schemas)
    combined = set()  # what is a part of other schemas is not all of them
    for schema in schemas:
        combined |= {part.get("$ref", "").rpartition("/")[2] for part in schema.get("allOf", ()) if isinstance(part, dict)}
    parts = closed.get("components", {}).get("schemas", {})
    open_parts = {id(parts[name]) for name in combined if name in parts}
    for schema in schemas:
        if (isinstance(schema.get("properties"), dict) and not any(name in schema for name in (*_COMBINED, *_OPEN))
                and id(schema) not in open_parts):
            schema["additionalProperties"] = False
    return closed


def _collect(part: Any, schemas: list[dict[str, Any]], is_schema: bool = False) -> None:
    """Every schema of an object's own shape in the document; members of allOf are not, for they are never alone."""
    if isinstance(part, list):
        for each in part:
            if isinstance(each, (dict, list)):
                _collect(each, schemas, is_schema)
        return
    if is_schema:
        schemas.append(part)
    for name, inner in part.items():
        if not isinstance(inner, (dict, list)):
            continue
        if name in _NAMED or (name == "schemas" and not is_schema):
            for each in inner.values() if isinstance(inner, dict) else ():
                if isinstance(each, (dict, list)):
                    _collect(each, schemas, True)
        elif name == "schema":
            _collect(inner, schemas, True)
        elif name not in _NO_SCHEMAS:
            _collect(inner, schemas, is_schema and name in _WITHIN)

"""The interface description: what FastAPI knows of the routes, and what the platform's manners add to each."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, TypeAdapter

from reference.core import identity, limits, loading
from reference.core.answers import TAKES, shapes
from reference.core.routes import ANSWERS

PLACE = "#/components/schemas/{model}"
PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "instance": {"type": "string", "description": "the request id"},
        "errors": {"type": "array", "items": {
            "type": "object", "required": ["field", "code", "message"], "additionalProperties": False,
            "properties": {"field": {"type": "string"}, "code": {"type": "string"}, "message": {"type": "string"}}}},
        "state": {"type": "string", "description": "of the record, where that is in the way"},
        "allowed": {"type": "array", "items": {"type": "string"}, "description": "what the state can change to"},
        "current_version": {"type": "integer", "description": "of the record, where another was sent"},
        "record_id": {"type": "string", "format": "uuid", "description": "of the record that is in the way"},
        "conversation_id": {"type": "string", "format": "uuid", "description": "in which the question was kept"},
        "message_id": {"type": "string", "format": "uuid", "description": "of the question that was kept"},
        "distance_m": {"type": "number", "description": "from the site"},
        "components": {"type": "object", "additionalProperties": {"enum": ["up", "down"]}},
    },
}
WITHOUT_SIGN_IN = ("/health/", "/api/version", "/openapi.json", "/api/v1/auth/register", "/api/v1/auth/login",
                   "/api/v1/auth/refresh", "/api/v2/invitations/accept", "/api/v2/vendor/")
REFUSALS = {
    "400": "What was sent is no JSON object", "401": "Not signed in", "403": "Not allowed, or in another tenant's name",
    "404": "There is no such record", "409": "Not in the record's present state", "410": "The tenant is suspended",
    "413": "What was sent is too large", "415": "What was sent is of another media type",
    "422": "What was sent cannot be accepted", "429": "Too many calls", "503": "A part of the platform is not available",
}


def _number(description: str) -> dict[str, Any]:
    return {"description": description, "required": True, "schema": {"type": "string", "pattern": "^[0-9]+$"}}


def _text(description: str, pattern: str | None = None, *, required: bool = True) -> dict[str, Any]:
    return {"description": description, "required": required,
            "schema": {"type": "string", **({"pattern": pattern} if pattern else {})}}


HEADERS = {
    "X-Request-ID": _text("the caller's own id of the request, else a new one"),
    "X-Tenant": _text("the slug of the tenant for which it was answered", "^[a-z0-9-]{1,50}$"),
    "RateLimit-Limit": _number("calls that are served in 60 seconds") | {"required": False},
    "RateLimit-Remaining": _number("calls that are left of them") | {"required": False},
    "RateLimit-Reset": _number("seconds until they are counted anew") | {"required": False},
    "ETag": _text("the version of the record", '^"[0-9]+"$'),
    "Idempotency-Replayed": _text("the answer is that of an earlier call with the same key", "^true$", required=False),
    "WWW-Authenticate": _text("how to sign in", required=False),
    "Retry-After": _number("seconds after which it is worth trying again"),
    "Deprecation": _text("since when this generation is deprecated", "^@[0-9]+$"),
    "Link": _text("the address of the successor"),
    "Allow": _text("the methods that the address knows"),
}
SENT = {
    "Idempotency-Key": {"schema": {"type": "string", "minLength": 16, "maxLength": 255, "pattern": "^[ -~]*$"},
                        "description": "sent again with it, the call is carried out once, and answered as at first"},
    "If-Match": {"schema": {"type": "string", "pattern": '^("[0-9]{1,18}"|\\*)$'},
                 "description": "the version that is to be changed"},
}


def description(app: FastAPI) -> dict[str, Any]:
    """All operations, each with what it takes and every answer that it can give."""
    with loading.of_what_stays():
        return _described(app)


def _described(app: FastAPI) -> dict[str, Any]:
    described = get_openapi(title=app.title, version=app.version, routes=app.routes)
    parts = described.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    operations = [operation for of_path in described["paths"].values() for operation in of_path.values()]
    for operation in operations:
        _say_what_it_takes(operation, schemas)
    _say_what_they_answer(operations, schemas)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = PROBLEM_SCHEMA
    parts["securitySchemes"] = {
        "person": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        "browser": {"type": "apiKey", "in": "cookie", "name": identity.COOKIE},
        "operator": {"type": "apiKey", "in": "header", "name": "X-Platform-Key"}}
    parts["responses"] = {f"Refusal-{status}": _refusal(status) for status in REFUSALS}
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            _complete(path, method, operation, schemas)
    return described


def _say_what_it_takes(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """The body and the query's parameters, in the place of their names."""
    names = operation.pop(TAKES, {})
    if "body" in names:
        body = shapes[names["body"]]
        needed = any(field.is_required() for field in body.model_fields.values())
        operation["requestBody"] = {"content": {"application/json": {"schema": _schema(body, schemas)}}, "required": needed}
    if "query" in names:
        operation.setdefault("parameters", []).extend(
            {"name": name, "in": "query", "required": False, "schema": schema}
            for name, schema in _schema(shapes[names["query"]], schemas).get("properties", {}).items())


def _schema(model: type[BaseModel], schemas: dict[str, Any]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template=PLACE)
    schemas.update(schema.pop("$defs", {}))
    return schema


def _say_what_they_answer(operations: list[dict[str, Any]], schemas: dict[str, Any]) -> None:
    """The shapes of all answers, in the place of their names: made in one go, so that none has two names."""
    names = {name: None for operation in operations if (name := operation.get(ANSWERS))}
    made, shared = TypeAdapter.json_schemas([(name, "serialization", TypeAdapter(shapes[name])) for name in names],
                                            ref_template=PLACE)
    schemas.update(shared.get("$defs", {}))
    for operation in operations:
        name = operation.pop(ANSWERS, None)
        for answer in operation["responses"].values() if name else ():
            content = answer.get("content", {}).get("application/json", {})
            if content.get("schema") == {}:
                content["schema"] = made[name, "serialization"]


def _complete(path: str, method: str, operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Who may call it, its further parameters, its headers and its refusals."""
    is_signed_in = not path.startswith(("/platform/", *WITHOUT_SIGN_IN))
    if path.startswith("/platform/"):
        operation["security"] = [{"operator": []}]
    elif is_signed_in:
        operation["security"] = [{"person": []}, {"browser": []}]
    sent = [name for name, is_taken in (("Idempotency-Key", is_signed_in and method == "post"),
                                        ("If-Match", _takes_version(operation, schemas))) if is_taken]
    if sent:
        operation.setdefault("parameters", []).extend(
            {"name": name, "in": "header", "required": False, **SENT[name]} for name in sent)
    common = ["X-Request-ID", *(["X-Tenant"] if is_signed_in else []),
              *([] if limits.is_free(path) else ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]),
              *(["Idempotency-Replayed"] if is_signed_in and method == "post" else []),
              *(["Deprecation", "Link"] if operation.get("deprecated") else [])]
    for answer in operation["responses"].values():
        own = ["ETag"] if _has_version(answer, schemas) else []
        answer["headers"] = _headers([*common, *own]) | answer.get("headers", {})
    own = [status for status in operation["responses"] if status.isdigit() and status >= "400"]  # the route's own word
    for status in (*_refusals(path, method, operation, is_signed_in), *own):
        operation["responses"][status] = (
            {"$ref": f"#/components/responses/Refusal-{status}"} if status in REFUSALS else _refusal(status))


def _refusals(path: str, method: str, operation: dict[str, Any], is_signed_in: bool) -> list[str]:
    """The statuses of the refusals that the operation knows."""
    takes_body = "requestBody" in operation
    known = {
        "400": takes_body, "401": is_signed_in or path.startswith(("/platform/", "/api/v1/auth/")),
        "403": is_signed_in or path.startswith("/api/v1/auth/"), "404": "{" in path,
        "409": method != "get", "410": is_signed_in or path.startswith("/api/v1/auth/"),
        "413": takes_body, "415": takes_body, "422": True,
        "429": not limits.is_free(path), "503": path not in ("/health/live", "/api/version", "/openapi.json"),
    }
    return [status for status, is_known in known.items() if is_known]


def _refusal(status: str) -> dict[str, Any]:
    """A refusal may be given before it is known for whom, or again to a call that was sent again."""
    always = ["X-Request-ID", *{"401": ["WWW-Authenticate"], "429": ["Retry-After"], "503": ["Retry-After"]}.get(status, [])]
    sometimes = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Idempotency-Replayed"]
    return {"description": REFUSALS.get(status) or HTTPStatus(int(status)).phrase,
            "headers": _headers([*always, *sometimes]) | {"X-Tenant": HEADERS["X-Tenant"] | {"required": False}},
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _headers(names: list[str]) -> dict[str, Any]:
    return {name: HEADERS[name] for name in names}


def _takes_version(operation: dict[str, Any], schemas: dict[str, Any]) -> bool:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return "version" in _resolved(body, schemas).get("properties", {})


def _has_version(answer: dict[str, Any], schemas: dict[str, Any]) -> bool:
    shape = _resolved(answer.get("content", {}).get("application/json", {}).get("schema", {}), schemas)
    return shape.get("properties", {}).get("version", {}).get("type") == "integer"


def _resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    return schemas.get(schema["$ref"].rpartition("/")[2], {}) if "$ref" in schema else schema


def methods_of(app: FastAPI, path: str) -> list[str]:
    """The methods that a path knows: as it stands in the description, else as those that it fits."""
    paths = app.openapi()["paths"]
    fitting = [path] if path in paths else [known for known in paths if fits(known, path)]
    return sorted({method.upper() for known in fitting for method in paths[known]}) or ["GET"]


def fits(known: str, path: str) -> bool:
    """Whether a path is one of those that a described one, with its ``{…}``, stands for."""
    return re.fullmatch(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(known)), path) is not None

"""The HTTP application: routes, errors, and the envelope around each call."""

from __future__ import annotations

import logging
import re
import time
from functools import lru_cache
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reference import VERSION
from reference.core import answers
from reference.core.answers import as_json
from reference.core.database import is_unavailable
from reference.core.errors import Problem, not_found, unavailable
from reference.core.stores import RedisError

PROBLEM_JSON = "application/problem+json; charset=utf-8"
REQUEST_ID_FORM = re.compile(r"[\x20-\x7e]{1,255}")
log = logging.getLogger("reference.requests")


def problem_answer(problem: Problem, request_id: str) -> Response:
    return Response(as_json(problem.document(request_id)), problem.status, problem.headers, media_type=PROBLEM_JSON)


class Envelope:
    """Around each call: its request id, its log line, ``X-Tenant``, and an answer even to the unforeseen."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0
        given = Headers(scope=scope).get("x-request-id", "").strip()
        scope["request_id"] = request_id = given if REQUEST_ID_FORM.fullmatch(given) else str(uuid4())

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                if "tenant_slug" in scope:
                    headers["X-Tenant"] = scope["tenant_slug"]
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            log.exception("%s %s %s met something unforeseen", request_id, scope["method"], scope["path"])
            if status:
                raise
            answer = problem_answer(Problem(500, "Internal error"), request_id)
            await answer(scope, receive, send_with_headers)
        finally:
            log.info("%s %s %s %s %.1f ms", request_id, scope["method"], _printable(scope["path"]), status,
                     (time.perf_counter() - began) * 1000)


def _printable(path: str) -> str:
    return path if path.isprintable() else repr(path)


def build() -> FastAPI:
    """The application with all areas."""
    from reference.accounts import api as accounts
    from reference.accounts import me_api, people_api
    from reference.core import tenancy
    from reference.health import api as health
    from reference.missions import api as missions
    from reference.missions import approvals_api, findings_api, knowledge_api, report_api
    from reference.missions.changes import add_first_rules
    from reference.realtime import api as realtime
    from reference.tenancy import api as tenants
    from reference.tenancy import sites

    if add_first_rules not in tenancy.at_creation:
        tenancy.at_creation.append(add_first_rules)
    app = FastAPI(title="Platform", version=VERSION, docs_url=None, redoc_url=None, redirect_slashes=False,
                  lifespan=realtime.lifespan)
    app.add_middleware(Envelope)
    for router in (health.router,
                   accounts.router, me_api.router, people_api.router,
                   tenants.router, tenants.platform_router, sites.router,
                   missions.router, findings_api.router, approvals_api.router, knowledge_api.router, report_api.router,
                   realtime.router):
        app.include_router(router)

    @app.exception_handler(Problem)
    def _refused(request: Request, error: Problem) -> Response:
        return problem_answer(error, request.scope["request_id"])

    @app.exception_handler(HTTPException)
    def _not_routed(request: Request, error: HTTPException) -> Response:
        problem = not_found() if error.status_code == 404 else Problem(error.status_code)
        if error.status_code == 405:
            problem.headers["Allow"] = ", ".join(methods_of(app, request.scope["path"]))
        return problem_answer(problem, request.scope["request_id"])

    @app.exception_handler(SQLAlchemyError)
    def _database_failed(request: Request, error: SQLAlchemyError) -> Response:
        if not is_unavailable(error):
            raise error
        return problem_answer(unavailable("postgresql"), request.scope["request_id"])

    @app.exception_handler(RedisError)
    def _redis_failed(request: Request, _error: RedisError) -> Response:
        return problem_answer(unavailable("redis"), request.scope["request_id"])

    app.openapi = lru_cache(maxsize=1)(lambda: description(app))  # type: ignore[method-assign]
    return app


def methods_of(app: FastAPI, path: str) -> list[str]:
    """The methods that a path knows."""
    found: set[str] = set()
    for known, operations in app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(known)), path):
            found |= {method.upper() for method in operations}
    return sorted(found) or ["GET"]


PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "instance": {"type": "string", "description": "the request id"},
        "errors": {"type": "array", "items": {
            "type": "object", "required": ["field", "code", "message"],
            "properties": {"field": {"type": "string"}, "code": {"type": "string"}, "message": {"type": "string"}}}},
        "state": {"type": "string", "description": "of the record, where that is in the way"},
        "allowed": {"type": "array", "items": {"type": "string"}, "description": "what the state can change to"},
        "current_version": {"type": "integer", "description": "of the record, where another was sent"},
        "components": {"type": "object", "additionalProperties": {"enum": ["up", "down"]}},
    },
}
WITHOUT_SIGN_IN = ("/health/", "/api/version", "/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/refresh")


def description(app: FastAPI) -> dict[str, Any]:
    """The interface description: FastAPI's, with our refusals in place of its own."""
    described = get_openapi(title=app.title, version=app.version, routes=app.routes)
    parts = described.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    schemas.update(answers.schemas)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = PROBLEM_SCHEMA
    parts["securitySchemes"] = {
        "person": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        "operator": {"type": "apiKey", "in": "header", "name": "X-Platform-Key"}}
    for path, operations in described["paths"].items():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = {
                "description": "A refusal",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
            if path.startswith("/platform/"):
                operation["security"] = [{"operator": []}]
            elif not path.startswith(WITHOUT_SIGN_IN):
                operation["security"] = [{"person": []}]
    return described

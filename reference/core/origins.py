"""Which web pages may use the platform from a browser: those of the origins that the settings list, exactly as written."""

from __future__ import annotations

from fastapi import Response
from starlette.datastructures import Headers

from reference.core.errors import Problem
from reference.core.settings import settings

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
HEADERS = ("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "X-CSRF-Token", "X-Request-ID", "X-Tenant")
REMEMBERED_SECONDS = 86_400


def is_listed(origin: str) -> bool:
    return origin in settings().allowed_origins


def permission(origin: str | None) -> dict[str, str]:
    """The headers that let a page of this origin read an answer; none where the origin is not listed."""
    if origin is None or not is_listed(origin):
        return {}
    return {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true", "Vary": "Origin"}


def is_preflight(method: str, headers: Headers) -> bool:
    """Whether a browser asks what a page may send, before it sends anything."""
    return method == "OPTIONS" and "origin" in headers and "access-control-request-method" in headers


def preflight(origin: str) -> Response:
    """What a page of the origin may send; 403 where it is not listed."""
    if not is_listed(origin):
        raise Problem(403, detail="This origin is not allowed.")
    return Response(status_code=204, headers={
        "Access-Control-Allow-Methods": ", ".join(METHODS), "Access-Control-Allow-Headers": ", ".join(HEADERS),
        "Access-Control-Max-Age": str(REMEMBERED_SECONDS)})

"""What is around each call: its request id, its log line, the headers that every answer has, an answer even to the
unforeseen."""

from __future__ import annotations

import logging
import re
import time
from uuid import uuid4

from anyio import to_thread
from fastapi import Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reference.core import limits, origins
from reference.core.answers import as_json
from reference.core.errors import Problem

PROBLEM_JSON = "application/problem+json; charset=utf-8"
REQUEST_ID_FORM = re.compile(r"[\x20-\x7e]{1,255}")
log = logging.getLogger("reference.requests")


def problem_answer(problem: Problem, request_id: str) -> Response:
    return Response(as_json(problem.document(request_id)), problem.status, problem.headers, media_type=PROBLEM_JSON)


def request_id_of(given: str) -> str:
    """The caller's own id where it can be one, else a new one."""
    given = given.strip()
    return given if REQUEST_ID_FORM.fullmatch(given) else str(uuid4())


class Envelope:
    """Around each call. What is found out on the way stands in its scope: ``tenant_slug``, ``standing``,
    ``further_headers``."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, headers = time.perf_counter(), Headers(scope=scope)
        scope["request_id"] = request_id = request_id_of(headers.get("x-request-id", ""))
        answering = _Answering(scope, receive, send, headers.get("origin"))
        try:
            if origins.is_preflight(scope["method"], headers):
                await _preflight(headers["origin"], request_id)(scope, receive, answering.send)
            else:
                await self.app(scope, receive, answering.send)
        except Exception:
            log.exception("%s %s %s met something unforeseen", request_id, scope["method"], scope["path"])
            if answering.status:
                raise
            await problem_answer(Problem(500, "Internal error"), request_id)(scope, receive, answering.send)
        finally:
            log.info("%s %s %s %s %.1f ms", request_id, scope["method"], _printable(_without_token(scope)), answering.status,
                     (time.perf_counter() - began) * 1000)


class _Answering:
    """The way of one answer to the caller; ``status`` is 0 until it has begun."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, origin: str | None) -> None:
        self.status = 0
        self._scope, self._receive, self._send, self._origin = scope, receive, send, origin
        self._is_replaced = False

    async def send(self, message: Message) -> None:
        """Send a part of the answer; in its place the refusal, where it was one call too many."""
        if self._is_replaced:
            return
        if message["type"] == "http.response.start":
            standing = await self._counted_here()
            if standing is not None and standing.is_over:
                self._is_replaced = True
                refusal = problem_answer(limits.too_many(standing), self._scope["request_id"])
                await refusal(self._scope, self._receive, self._with_headers)
                return
        await self._with_headers(message)

    async def _counted_here(self) -> limits.Standing | None:
        """Count what no endpoint did: an unknown path, another method, the interface description, a preflight."""
        if "standing" in self._scope or limits.is_free(self._scope["path"]):
            return None
        address = self._scope["client"][0] if self._scope.get("client") else ""
        self._scope["standing"] = await to_thread.run_sync(limits.count, limits.GENERAL, address)
        return self._scope["standing"]

    async def _with_headers(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers.update(origins.permission(self._origin))
            headers.update(self._scope.get("further_headers", {}))
            headers["X-Request-ID"] = self._scope["request_id"]
            if "tenant_slug" in self._scope:
                headers["X-Tenant"] = self._scope["tenant_slug"]
            if self._scope.get("standing"):
                headers.update(self._scope["standing"].headers())
        await self._send(message)


def _preflight(origin: str, request_id: str) -> Response:
    try:
        return origins.preflight(origin)
    except Problem as refusal:
        return problem_answer(refusal, request_id)


def _without_token(scope: Scope) -> str:
    """The path, less what opens a link: whoever reads the log is not to follow it."""
    token = scope.get("path_params", {}).get("token")
    return scope["path"].replace(token, "***") if token else scope["path"]


def _printable(path: str) -> str:
    return path if path.isprintable() else repr(path)

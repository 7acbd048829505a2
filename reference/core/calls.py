"""One HTTP call as an endpoint sees it: who calls, what was sent, how it is answered.

The checks come in the platform's order: sign-in, tenant, permission (all in ``needs``), then the endpoint looks up its
record, and only then reads body and query.
"""

from __future__ import annotations

import re
import secrets
from contextlib import AbstractContextManager
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import BaseModel
from starlette.requests import ClientDisconnect

from reference.core import audit, cause, idempotency, identity, inputs, limits, tenancy, uploads
from reference.core.answers import as_json
from reference.core.database import TenantSession, Versioned, transaction
from reference.core.errors import Fault, Problem, not_allowed, not_found, not_signed_in, stale
from reference.core.identity import BadToken, Identity
from reference.core.permissions import may

BODY_LIMIT = 10 * 1024 * 1024
READING = ("GET", "HEAD", "OPTIONS")
JSON = "application/json; charset=utf-8"

Model = TypeVar("Model", bound=BaseModel)


class Visit:
    """A call, signed in or not. ``faults`` collects what is wrong with it until all is known."""

    def __init__(self, request: Request, content: bytes, too_large: bool) -> None:
        self.request = request
        self.request_id: str = request.scope["request_id"]
        self.faults: list[Fault] = []
        self.content = content
        self._too_large = too_large

    def header(self, name: str) -> str:
        return self.request.headers.get(name, "")

    @property
    def address(self) -> str:
        """The address of the connection, whatever a forwarded-for header says."""
        return self.request.client.host if self.request.client else ""

    @property
    def asked(self) -> dict[str, str]:
        """What stands in the address: the names of its path, and of its query where the path has none of them."""
        return {**self.request.query_params, **self.request.scope["path_params"]}

    @property
    def wants_no_cache(self) -> bool:
        return "no-cache" in self.header("cache-control").lower()

    def named_tenant(self) -> str | None:
        return tenancy.named(self.header("host"), self.header("x-tenant"))

    def body(self, model: type[Model]) -> Model:
        """What was sent, as ``model``. No query parameter is known beside a body."""
        if self._too_large:
            raise Problem(413, detail="The body is larger than 10 MB.", headers={"Connection": "close"})
        if self.content:
            kind = self.header("content-type").split(";")[0].strip().lower()
            if kind and kind != "application/json":
                raise Problem(415, detail="The body must be application/json.")
        elif all(not field.is_required() for field in model.model_fields.values()):
            return self._checked(model, {})
        return self._checked(model, inputs.read_object(self.content))

    def file(self, field: str) -> uploads.Upload:
        """The one file that was sent, in the part ``field`` of a multipart body."""
        if self._too_large:
            raise Problem(413, detail="The body is larger than 20 MB.", headers={"Connection": "close"})
        inputs.accepted(inputs.read_query(self.request.query_params.multi_items(), inputs.Query, self.faults), self.faults)
        return uploads.only_file(self.header("content-type"), self.content, field)

    def _checked(self, model: type[Model], value: dict[str, Any]) -> Model:
        inputs.read_query(self.request.query_params.multi_items(), inputs.Query, self.faults)
        return inputs.accepted(inputs.check(model, value, self.faults), self.faults)

    def change(self, model: type[Model]) -> Model:
        """The body of a change of one record; what If-Match says must be the same as its ``version``."""
        wanted = self._if_match()
        body = self.body(model)
        in_body = getattr(body, "version", None)
        if wanted is not None and in_body is not None and wanted != in_body:
            raise inputs.faulty([Fault("version", "not_allowed", "If-Match and version differ.")])
        self._wanted_version = wanted if wanted is not None else in_body
        return body

    def check_version(self, record: Versioned | None) -> None:
        """409 where the version that the caller sent with ``change`` is not the record's; 0 is that of none."""
        present = record.version if record is not None else 0
        if self._wanted_version is not None and self._wanted_version != present:
            raise stale(present)

    def _if_match(self) -> int | None:
        text = self.header("if-match").strip()
        if text in ("", "*"):
            return None
        version = re.fullmatch('"([0-9]{1,18})"', text)
        if version is None:
            self.faults.append(Fault("If-Match", "format", 'This must be a version, such as "3".'))
            return None
        return int(version[1])

    def query(self, model: type[Model]) -> Model:
        """The query's parameters, as ``model``."""
        found = inputs.read_query(self.request.query_params.multi_items(), model, self.faults)
        return inputs.accepted(found, self.faults)

    def answer(self, value: BaseModel | list[Any] | dict[str, Any] | None, status: int = 200,
               headers: dict[str, str] | None = None) -> Response:
        """The answer: JSON, with an ETag where the record has a version; without content for None."""
        if value is None:
            return Response(status_code=204, headers=headers)
        headers = dict(headers or {})
        if isinstance(value, BaseModel):
            content, version = value.model_dump_json(by_alias=True), getattr(value, "version", None)
        else:
            content = as_json(value)
            version = value.get("version") if isinstance(value, dict) else None
        if isinstance(version, int):
            headers["ETag"] = f'"{version}"'
        return Response(content, status, headers, media_type=JSON)


class Call(Visit):
    """A call of a signed-in person."""

    def __init__(self, visit: Visit, person: Identity) -> None:
        super().__init__(visit.request, visit.content, visit._too_large)
        self.person = person

    def transaction(self, *, snapshot: bool = False) -> AbstractContextManager[TenantSession]:
        """A transaction in the person's tenant."""
        return transaction(self.person.tenant_id, snapshot=snapshot)

    def count(self) -> None:
        """Count a call that was only looked at when it came; 429 where it is one too many."""
        scope = self.request.scope
        limit = limits.limit_of(scope["endpoint"], self.asked)
        scope["standing"] = limits.count(limit, str(self.person.person_id))
        _refuse_one_too_many(self)

    def tell(self, event_type: str, action: str, object_type: str, object_id: UUID | None = None, **details: Any) -> None:
        """Leave an event about something that changed nothing: who has read or fetched what."""
        with self.transaction() as session:
            audit.tell(session, event_type, action, object_type, object_id, **details)


async def _receive(request: Request) -> Visit:
    cause.begin(_cause_of(request))
    content = bytearray()
    limit = uploads.LIMIT if uploads.is_upload(request.headers.get("content-type", "")) else BODY_LIMIT
    if request.method in ("POST", "PUT", "PATCH", "DELETE"):
        try:
            async for part in request.stream():
                content += part
                if len(content) > limit:
                    return Visit(request, b"", True)
        except ClientDisconnect:
            raise Problem(400, detail="The body did not arrive.") from None
    return Visit(request, bytes(content), False)


def _cause_of(request: Request) -> cause.Cause:
    """The call as the cause of what it will change; who calls is not known yet."""
    return cause.Cause(
        ip=request.client.host if request.client else None, user_agent=request.headers.get("user-agent", "")[:500],
        request_id=request.scope["request_id"], method=request.method, route=request.scope["route"].path,
        path_ids=request.path_params)


Received = Annotated[Visit, Depends(_receive)]


def _count(visit: Visit, who: str) -> None:
    """Count the call where its endpoint is limited; what is left is told in the answer's headers."""
    scope = visit.request.scope
    if not limits.is_free(scope["path"]):
        limit = limits.limit_of(scope["endpoint"], visit.asked)
        scope["standing"] = (limits.count if limit.counts_refusals else limits.look)(limit, who)


def _refuse_one_too_many(visit: Visit) -> None:
    standing = visit.request.scope.get("standing")
    if standing is not None and standing.is_over:
        raise limits.too_many(standing)


def _visit(visit: Received) -> Visit:
    """Before sign-in the address is counted. A tenant that cannot be is refused before a call too many."""
    _count(visit, visit.address)
    try:
        _refuse_one_too_many(visit)
    except Problem:
        if visit.request.scope["path"].startswith(("/api/v1/", "/api/v2/")):
            tenancy.find(visit.named_tenant())
        raise
    return visit


Anybody = Annotated[Visit, Depends(_visit)]


def bearer(header: str) -> str:
    """The token of an Authorization header; raises BadToken."""
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise BadToken
    return token.strip()


def _identify(visit: Visit) -> Identity:
    """Who calls; raises BadToken. What stands in the Authorization header decides, be there a cookie too or not."""
    authorization, cookie = visit.header("authorization"), visit.request.cookies.get(identity.COOKIE)
    if cookie and not authorization:
        return identity.identify_cookie(cookie)
    return identity.identify(identity.read(bearer(authorization)))


def refuse_forged(visit: Visit, person: Identity) -> None:
    """A browser sends a cookie along with whatever another site makes it ask: who writes shows that the session is known."""
    if person.csrf_hash is None or visit.request.method in READING:
        return
    if not secrets.compare_digest(person.csrf_hash, identity.secret_hash(visit.header("x-csrf-token"))):
        raise Problem(403, detail="The X-CSRF-Token of the session is needed.")


def _sign_in(visit: Received) -> Call:
    try:
        person = _identify(visit)
    except BadToken:
        _count(visit, visit.address)
        raise not_signed_in() from None
    cause.present().is_now(person)
    _count(visit, str(person.person_id))
    visit.request.scope["tenant_slug"] = person.tenant_slug
    visit.request.scope["signed_in"] = person
    if visit.named_tenant() not in (None, person.tenant_slug):
        raise tenancy.other_tenant()
    tenancy.refuse_suspended(person.tenant_status)
    _refuse_one_too_many(visit)
    refuse_forged(visit, person)
    call = Call(visit, person)
    idempotency.begin(call)
    return call


SignedIn = Annotated[Call, Depends(_sign_in)]


def needs(permission: str) -> Any:
    """A signed-in call of a person whose role has the permission, in one of the person's modules."""
    async def check(call: SignedIn) -> Call:  # on the loop: it waits for nothing, and a thread would cost more than it
        if not may(call.person.role, permission, call.person.modules):
            raise not_allowed()
        return call

    return Depends(check)


def record_id(text: str) -> UUID:
    """The id in a path; what is no UUID is an unknown record."""
    if not inputs.UUID_FORM.fullmatch(text):
        raise not_found()
    return UUID(text)

"""The WebSocket at ``/ws``, and the life of what serves it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI, WebSocket
from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocketDisconnect

from reference.core import clock, database, identity, outbox, tenancy
from reference.core.answers import as_json
from reference.core.errors import Problem
from reference.core.identity import BadToken, Identity
from reference.core.routes import Router
from reference.core.settings import settings
from reference.health.api import FEATURES
from reference.realtime import rules
from reference.realtime.connection import Connection, close_quietly
from reference.realtime.gateway import Gateway
from reference.realtime.rules import Refusal

PROTOCOL_PREFIX = "access_token."
router = Router()
log = logging.getLogger("reference.realtime")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """The relay and the gateway live as long as the application."""
    relay = outbox.Relay()
    database.after_commit(relay.wake)
    app.state.gateway = gateway = Gateway()
    gateway.start()
    relay.start()
    try:
        yield
    finally:
        await gateway.close_all(rules.LEAVING)
        await gateway.stop()
        await to_thread.run_sync(relay.stop)


@router.websocket("/ws")
async def live_updates(websocket: WebSocket) -> None:
    """Accept first, so that the reason of a refusal can be told; then serve until either side ends."""
    await websocket.accept()
    try:
        person, device_id = await _greet(websocket)
    except Refusal as refusal:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
            await websocket.send_text(as_json(rules.frame("error", None, refusal.data)))
        await close_quietly(websocket, refusal.code)
        return
    gateway: Gateway = websocket.app.state.gateway
    connection = Connection(websocket, person, device_id)
    try:
        if not await gateway.admit(connection):
            connection.refuse(Refusal(rules.TOO_MUCH, "too_many_connections", "You have too many connections."))
            return
        log.info("socket %s of %s is open", connection.id, person.person_id)
        connection.send("connected", None, {
            "connection_id": connection.id, "person_id": str(person.person_id), "tenant_id": str(person.tenant_id),
            "tenant": person.tenant_slug, "device_id": device_id, "server_time": clock.text(clock.now()),
            "features": list(FEATURES)})
        await _serve(websocket, gateway, connection)
    finally:
        await gateway.release(connection)
        await connection.finish()
        log.info("socket %s has ended", connection.id)


async def _serve(websocket: WebSocket, gateway: Gateway, connection: Connection) -> None:
    """Hear frames one by one, until the peer leaves or the socket is to be closed."""
    ended = asyncio.create_task(connection.ended.wait())
    try:
        while True:
            heard = asyncio.create_task(websocket.receive())
            await asyncio.wait([heard, ended], return_when=asyncio.FIRST_COMPLETED)
            if not heard.done() or heard.result()["type"] == "websocket.disconnect":
                heard.cancel()
                return
            try:
                await gateway.hear(connection, heard.result().get("text"))
            except Refusal as refusal:
                connection.refuse(refusal)
                if refusal.closes:
                    await connection.ended.wait()
                    return
    finally:
        ended.cancel()


async def _greet(websocket: WebSocket) -> tuple[Identity, str | None]:
    """Who connects, and with which device; raises Refusal."""
    try:
        person = await to_thread.run_sync(_sign_in, websocket)
    except SQLAlchemyError:
        raise rules.unavailable() from None
    origin = websocket.headers.get("origin")
    if origin is not None and origin not in settings().allowed_origins:
        raise Refusal(rules.FORBIDDEN, "forbidden", "This origin is not allowed.")
    device_id = websocket.query_params.get("device_id")
    if device_id is not None and not rules.DEVICE_ID_FORM.fullmatch(device_id):
        raise Refusal(rules.FAULTY, "invalid_frame", "device_id is not well formed.", "device_id")
    return person, device_id


def _sign_in(websocket: WebSocket) -> Identity:
    try:
        person = identity.identify(identity.read(_token(websocket)))
    except BadToken:
        raise rules.not_signed_in() from None
    try:
        named = tenancy.named(websocket.headers.get("host", ""), websocket.headers.get("x-tenant", ""))
    except Problem:
        named = ""
    if named not in (None, person.tenant_slug):
        raise Refusal(rules.FORBIDDEN, "forbidden", "The connection does not belong to the tenant that it names.")
    if person.tenant_status == "suspended":
        raise rules.tenant_suspended()
    return person


def _token(websocket: WebSocket) -> str:
    """The access token, from the query or from a subprotocol; raises BadToken."""
    token = websocket.query_params.get("token")
    if token is not None:
        return token
    for protocol in websocket.scope.get("subprotocols", []):
        if protocol.startswith(PROTOCOL_PREFIX):
            return protocol.removeprefix(PROTOCOL_PREFIX)
    raise BadToken

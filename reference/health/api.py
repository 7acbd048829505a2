"""Health, readiness, versions and the interface description: no sign-in, no tenant."""

from __future__ import annotations

import asyncio
import time
from typing import Literal

from anyio import to_thread
from fastapi import Response
from pydantic import BaseModel

from reference import VERSION
from reference.core import database
from reference.core.calls import Anybody
from reference.core.errors import Problem
from reference.core.inputs import Query
from reference.core.routes import Router
from reference.core.stores import RedisError, keys_for_loop
from reference.core.worker import HEARTBEAT_KEY, HEARTBEAT_SECONDS

router = Router(tags=["health"])

FEATURES = ("accounts", "tenancy", "audit", "missions", "realtime")
Word = Literal["up", "down"]


class Alive(BaseModel):
    status: Literal["alive"] = "alive"


class Components(BaseModel):
    postgresql: Word
    redis: Word
    worker: Word


class Ready(BaseModel):
    components: Components


class Generation(BaseModel):
    name: str
    status: Literal["deprecated", "current"]


class Versions(BaseModel):
    version: str
    versions: list[Generation]
    features: list[str]
    build: str


@router.get("/health/live", response_model=Alive)
def live(visit: Anybody) -> Response:
    """This process answers."""
    visit.query(Query)
    return visit.answer(Alive())


@router.get("/health/ready", response_model=Ready)
async def ready(visit: Anybody) -> Response:
    """The platform can do its work; 503 names what it lacks."""
    visit.query(Query)
    is_up, words = await asyncio.gather(to_thread.run_sync(database.is_up), _redis_and_worker())
    components = Components(postgresql="up" if is_up else "down", **words)
    down = [name for name, word in components if word == "down"]
    if down:
        raise Problem(503, "Service unavailable", f"Not available: {', '.join(down)}.",
                      headers={"Retry-After": "5"}, components=components.model_dump())
    return visit.answer(Ready(components=components))


async def _redis_and_worker() -> dict[str, Word]:
    """A worker writes its sign of life every second; where it is missing, wait for the next before saying so."""
    deadline = time.monotonic() + HEARTBEAT_SECONDS * 1.5
    client = keys_for_loop()
    try:
        await client.ping()
        while not await client.exists(HEARTBEAT_KEY):
            if time.monotonic() >= deadline:
                return {"redis": "up", "worker": "down"}
            await asyncio.sleep(0.03)
        return {"redis": "up", "worker": "up"}
    except RedisError:
        return {"redis": "down", "worker": "down"}
    finally:
        await client.aclose()


@router.get("/api/version", response_model=Versions)
def version(visit: Anybody) -> Response:
    """The generations of the interface and what this platform offers."""
    visit.query(Query)
    return visit.answer(Versions(
        version="v2", features=list(FEATURES), build=VERSION,
        versions=[Generation(name="v1", status="deprecated"), Generation(name="v2", status="current")]))


@router.get("/openapi.json")
def description(visit: Anybody) -> Response:
    """This description."""
    visit.query(Query)
    return visit.answer(visit.request.app.openapi())

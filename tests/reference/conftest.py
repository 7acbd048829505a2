"""The reference platform, booted once for all its tests, and people who use it over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest

from support.awaiting import await_value
from support.drivers.clock import Clock
from support.drivers.http import open_client
from support.drivers.own_address import FROM, address_of
from support.settings import Settings
from support.stack import Stack
from support.stand_ins.survey_targets import SurveyTargets

PASSWORD = "Correct-horse-7-battery"
PATIENCE = 30.0  # a machine under load; nothing here takes a tenth of it otherwise


@dataclass
class Person:
    """Somebody who is signed in at the platform."""

    client: httpx.Client
    slug: str
    tenant_id: str
    token: str

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> httpx.Response:
        """One request below /api/v2."""
        sent = {"json": body} if body is not None else {}
        return self.client.request(method, f"/api/v2{path}", headers={"Authorization": f"Bearer {self.token}", **headers},
                                   **sent)

    def done(self, method: str, path: str, body: object = None) -> dict:
        """The answer to a request that must not be refused."""
        answer = self(method, path, body)
        assert answer.status_code < 300, answer.text
        return answer.json() if answer.content else {}

    def rule(self, **fields: object) -> dict:
        """A new knowledge rule, true of every target."""
        return self.done("POST", "/knowledge/rules", {
            "title": "Answers at all", "category": "presence", "severity": "high",
            "check": {"kind": "status_is", "path": "/", "value": 200}, **fields})

    def mission(self, scope: list, **fields: object) -> str:
        """The id of a new mission, not started."""
        return self.done("POST", "/missions", {"name": "Survey", "scope": [target.address for target in scope],
                                               "goals": ["report"], **fields})["id"]

    def items(self, path: str) -> list[dict]:
        return self.done("GET", path)["items"]

    def wait_for(self, mission: str, *statuses: str) -> dict:
        """The mission, as soon as it has one of these statuses."""
        return await_value(lambda: self.done("GET", f"/missions/{mission}"), lambda found: found["status"] in statuses,
                           within=PATIENCE, words=lambda found: f"the mission is {found['status']}, not {statuses}")

    def pending(self, mission: str) -> dict:
        """The approval for which the mission waits, as soon as it does."""
        return self.awaited(f"/missions/{mission}/approvals?status=pending")[0]

    def awaited(self, path: str) -> list[dict]:
        """The items of a list, as soon as there are some."""
        return await_value(lambda: self.items(path), bool, within=PATIENCE, words=lambda _: f"nothing in {path}")


@dataclass
class Platform:
    """The booted platform."""

    stack: Stack
    client: httpx.Client
    clock: Clock
    database_url: str
    targets: SurveyTargets = field(default_factory=lambda: SurveyTargets("127.0.0.1"))

    def tenant(self) -> Person:
        """A new tenant's administrator."""
        slug = f"t{uuid4().hex[:12]}"
        made = self.client.post("/api/v1/auth/register", json={
            "tenant_name": slug, "tenant_slug": slug, "email": f"{slug}@example.org", "password": PASSWORD,
            "full_name": "Ada Admin"})
        assert made.status_code == 201, made.text
        return self.sign_in(slug, f"{slug}@example.org")

    def sign_in(self, slug: str, email: str) -> Person:
        with open_client(str(self.client.base_url)) as client:
            found = client.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD},
                                headers={"X-Tenant": slug},
                                extensions={FROM: address_of(email, str(client.base_url))})
        assert found.status_code == 200, found.text
        token = found.json()["access_token"]
        me = self.client.get("/api/v2/me", headers={"Authorization": f"Bearer {token}"}).json()
        return Person(self.client, slug, me["tenant"]["id"], token)

    def colleague(self, admin: Person, role: str) -> Person:
        """Somebody else of the tenant, in this role."""
        email = f"{role}-{uuid4().hex[:8]}@example.org"
        self.sql("INSERT INTO people (tenant_id, email, full_name, password_hash, role)"
                 " SELECT tenant_id, %s, 'Cora Colleague', password_hash, %s FROM people"
                 " WHERE tenant_id = %s AND role = 'admin' LIMIT 1", email, role, admin.tenant_id)
        return self.sign_in(admin.slug, email)

    def sql(self, statement: str, *values: object) -> list[tuple]:
        with psycopg.connect(self.database_url) as connection:
            found = connection.execute(statement, values)
            return found.fetchall() if found.description else []

    def pass_time(self, **time: float) -> None:
        self.clock.move(timedelta(**time))


@pytest.fixture(scope="session")
def booted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    logs: Path = tmp_path_factory.mktemp("logs")
    stack = Stack(Settings(), logs)
    addresses = stack.await_ready()
    try:
        with httpx.Client(base_url=addresses.base_url, timeout=PATIENCE, trust_env=False) as client:
            yield Platform(stack, client, Clock(stack.clock_file), addresses.database_url)
    finally:
        stack.stop()


@pytest.fixture
def platform(booted: Platform) -> Iterator[Platform]:
    """The platform; its clock is right and its parts live before and after each test."""
    booted.targets = SurveyTargets("127.0.0.1")
    yield booted
    booted.targets.close()
    booted.clock.put_back()
    booted.stack.faults.restore()


@pytest.fixture
def admin(platform: Platform) -> Person:
    return platform.tenant()


@pytest.fixture
def target(platform: Platform) -> Callable:
    return platform.targets.add

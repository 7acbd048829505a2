"""A platform to measure on, booted once as in any run, and a mission that was run on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

import httpx

from benchmarks.measuring import NotMeasured
from support.awaiting import await_value
from support.findings import Finding
from support.settings import Settings
from support.stack import Addresses, Stack
from support.stand_ins.survey_targets import SurveyTargets

TARGETS = 3
SECONDS = 30.0  # that the mission may take


@contextmanager
def platform() -> Iterator[Addresses]:
    """Its addresses, while it lives."""
    stack = Stack(Settings.load({}, {}, {}))
    stack.start()
    try:
        yield stack.await_ready()
    finally:
        stack.stop()


def register(client: httpx.Client, name: str) -> dict:
    """A tenant and its administrator, signed in: the answer, with the password and what names the tenant."""
    slug = f"{name.lower()}-{token_hex(4)}"
    person = {"tenant_name": name, "tenant_slug": slug, "email": f"ada@{slug}.example", "password": f"Aa1!{token_hex(8)}",
              "full_name": "Ada Harbour"}
    return _answered(client.post("/api/v1/auth/register", json=person)) | {"sent": person}


def sign_in(client: httpx.Client, registered: dict) -> str:
    """The access token of a further session."""
    sent = registered["sent"]
    return _answered(client.post("/api/v1/auth/login", json={name: sent[name] for name in ("email", "password")},
                                 headers={"X-Tenant": sent["tenant_slug"]}))["access_token"]


def run_a_mission(client: httpx.Client, token: str) -> None:
    """One over three targets, each with something to find, from its creation to its end."""
    targets, signed_in = SurveyTargets("127.0.0.1"), {"Authorization": f"Bearer {token}"}
    try:
        for target in [targets.add() for _ in range(TARGETS)]:
            del target.headers["Content-Security-Policy"]
        sent = {"name": "Survey of Dock 4", "scope": [each.address for each in targets.targets], "goals": ["report"]}
        path = f"/api/v2/missions/{_answered(client.post('/api/v2/missions', json=sent, headers=signed_in))['id']}"
        _answered(client.post(f"{path}/start", headers=signed_in))
        await_value(lambda: _answered(client.get(path, headers=signed_in))["status"], lambda status: status == "completed",
                    within=SECONDS, words=lambda status: f"the mission is {status}, and should have completed")
    except Finding as fault:
        raise NotMeasured(str(fault)) from fault
    finally:
        targets.close()


def _answered(answer: httpx.Response) -> dict:
    if not answer.is_success:
        raise NotMeasured(f"{answer.request.method} {answer.request.url.path} was answered with {answer.status_code}: "
                          f"{answer.text[:300]}")
    return answer.json()

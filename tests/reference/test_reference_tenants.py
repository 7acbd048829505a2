"""What a tenant's record keeps to, and what a suspension means to work that waits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from reference.core import tasks, tenancy
from reference.core.tenancy import named_by_host


def faults(answer) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(fault["field"], fault["code"]) for fault in answer.json()["errors"]]


def test_each_setting_replaces_itself_alone(admin) -> None:
    before = admin.done("GET", "/tenant")
    assert before["settings"] == {"timezone": "UTC", "payroll_cutoff_day": 5, "conflict_overrides": {},
                                  "security_email": None}

    changed = admin.done("PATCH", "/tenant", {"settings": {"conflict_overrides": {"ticket": "server_wins"}}})
    changed = admin.done("PATCH", "/tenant", {"name": " Harbour ", "settings": {"payroll_cutoff_day": 28}})
    assert changed["settings"] == before["settings"] | {"conflict_overrides": {"ticket": "server_wins"},
                                                        "payroll_cutoff_day": 28}
    assert (changed["name"], changed["version"], changed["slug"]) == ("Harbour", 3, before["slug"])
    assert admin.done("GET", "/tenant") == changed
    assert admin.done("GET", "/me")["tenant"]["name"] == "Harbour"


@pytest.mark.parametrize(("body", "field", "code"), [
    ({"name": ""}, "name", "too_short"), ({"name": "x" * 101}, "name", "too_long"), ({"name": None}, "name", "type"),
    ({"slug": "other"}, "slug", "read_only"), ({"missions_running": 99}, "missions_running", "read_only"),
    ({"settings": {"timezone": "Mars/Base"}}, "settings.timezone", "not_allowed"),
    ({"settings": {"payroll_cutoff_day": 0}}, "settings.payroll_cutoff_day", "out_of_range"),
    ({"settings": {"payroll_cutoff_day": 29}}, "settings.payroll_cutoff_day", "out_of_range"),
    ({"settings": {"conflict_overrides": {"dock": "server_wins"}}}, "settings.conflict_overrides.dock", "unknown_field"),
    ({"settings": {"conflict_overrides": {"task": "maybe"}}}, "settings.conflict_overrides.task", "not_allowed"),
    ({"settings": {"security_email": "nobody"}}, "settings.security_email", "format")])
def test_each_setting_has_its_limits(admin, body, field, code) -> None:
    before = admin.done("GET", "/tenant")
    assert faults(admin("PATCH", "/tenant", body)) == [(field, code)]
    assert admin.done("GET", "/tenant") == before


def test_a_change_of_an_older_version_is_refused(admin) -> None:
    admin.done("PATCH", "/tenant", {"name": "Harbour", "version": 1})

    assert admin("PATCH", "/tenant", {"name": "Port", "version": 1}).json()["current_version"] == 2
    assert admin("PATCH", "/tenant", {"name": "Port"}, **{"If-Match": '"1"'}).status_code == 409


def test_two_changes_of_settings_at_once_both_hold(admin) -> None:
    wanted = [{"payroll_cutoff_day": 11}, {"security_email": "gate@example.org"}, {"timezone": "Asia/Tokyo"}]
    with ThreadPoolExecutor(len(wanted)) as pool:
        list(pool.map(lambda settings: admin.done("PATCH", "/tenant", {"settings": settings}), wanted))

    assert admin.done("GET", "/tenant")["settings"] == {
        "conflict_overrides": {}, "payroll_cutoff_day": 11, "security_email": "gate@example.org",
        "timezone": "Asia/Tokyo"}


@pytest.mark.parametrize(("host", "slug"), [
    ("acme.platform.test", "acme"), ("ACME.Platform.Test:8000", "acme"), ("acme.platform.test.", "acme"),
    ("platform.test", None), ("platform.test:80", None), ("localhost:8000", None), ("127.0.0.1:8000", None),
    ("[::1]:8000", None), ("[::1]", None), ("", None), ("acme.example.org", "acme.example.org"),
    ("a.b.platform.test", "a.b"), ("notplatform.test", "notplatform.test")])
def test_which_tenant_a_host_names(host, slug, monkeypatch) -> None:
    monkeypatch.setattr(tenancy, "settings", lambda: type("Settings", (), {"base_domain": "platform.test"}))
    assert named_by_host(host) == slug


def test_only_a_task_of_an_active_tenant_begins(monkeypatch) -> None:
    done = []

    @tasks.celery.task(name="test.note", shared=False)
    def note(tenant_id: str | None = None) -> None:
        done.append(tenant_id)

    active, suspended = "7d9c0a3e-0000-4000-8000-000000000001", "7d9c0a3e-0000-4000-8000-000000000002"
    monkeypatch.setattr(tasks.tenancy, "is_active", lambda tenant_id: str(tenant_id) == active)

    for tenant_id in (active, suspended):
        note(tenant_id=tenant_id)
    note()

    assert done == [active, None]

"""What a site's record keeps to, where a scenario would say no more than this."""

from __future__ import annotations

from uuid import uuid4

import pytest


def faults(answer) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(fault["field"], fault["code"]) for fault in answer.json()["errors"]]


def test_a_site_begins_with_what_the_tenant_and_the_platform_give_it(admin) -> None:
    made = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4"})

    known = {name: made[name] for name in made if name not in ("id", "created_at", "updated_at")}
    assert known == {
        "version": 1, "code": "D4", "name": "Dock 4", "parent_id": None, "enabled": True, "latitude": None,
        "longitude": None, "permissible_distance_m": 100, "geofence": None, "face_required": False, "timezone": "UTC",
        "lead_id": None, "security_email": None, "children": [], "open_task_count": 0}
    assert admin.done("GET", f"/sites/{made['id']}") == made
    assert admin.items("/sites") == [made]


@pytest.mark.parametrize(("field", "value", "code"), [
    ("code", "", "too_short"), ("code", "x" * 31, "too_long"), ("code", "D 4", "format"), ("code", "Ä", "format"),
    ("name", "", "too_short"), ("name", "x" * 201, "too_long"), ("latitude", 90.1, "out_of_range"),
    ("longitude", -180.1, "out_of_range"), ("permissible_distance_m", 9, "out_of_range"),
    ("permissible_distance_m", 10001, "out_of_range"), ("timezone", "Europe/Atlantis", "not_allowed"),
    ("timezone", "localtime", "not_allowed"), ("security_email", "nobody", "format"), ("enabled", "yes", "type"),
    ("parent_id", "D4", "format"), ("parent_id", str(uuid4()), "unknown"), ("lead_id", str(uuid4()), "unknown")])
def test_each_field_has_its_limits(admin, field, value, code) -> None:
    assert faults(admin("POST", "/sites", {"code": "D4", "name": "Dock 4", field: value})) == [(field, code)]
    assert admin.items("/sites") == []


def test_a_change_takes_what_was_sent_and_nothing_else(admin) -> None:
    yard = admin.done("POST", "/sites", {"code": "yard", "name": "Yard"})
    made = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4", "parent_id": yard["id"], "latitude": 1.5})

    changed = admin.done("PATCH", f"/sites/{made['id']}", {"latitude": None, "timezone": "Asia/Singapore"})
    assert (changed["version"], changed["parent_id"]) == (2, yard["id"])
    assert (changed["latitude"], changed["timezone"]) == (None, "Asia/Singapore")
    assert admin("PATCH", f"/sites/{made['id']}", {"name": "Dock 5", "version": 1}).status_code == 409
    assert admin.items(f"/sites?parent_id={yard['id']}") == [changed]
    assert admin.items("/sites?parent_id=yard") == []


def test_a_name_of_the_database_is_not_told(admin) -> None:
    admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4"})

    refused = admin("POST", "/sites", {"code": "d4", "name": "Dock 4"})
    assert refused.status_code == 409
    assert [(fault["field"], fault["code"]) for fault in refused.json()["errors"]] == [("code", "taken")]
    assert "sites_code_key" not in refused.text


def test_whoever_was_at_a_site_that_is_removed_is_at_none(platform, admin) -> None:
    made = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4"})
    platform.sql("UPDATE people SET site_id = %s WHERE tenant_id = %s", made["id"], admin.tenant_id)

    assert admin("DELETE", f"/sites/{made['id']}").status_code == 204
    assert platform.sql("SELECT site_id FROM people WHERE tenant_id = %s", admin.tenant_id) == [(None,)]

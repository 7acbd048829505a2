"""What people may hold in their profiles, and how modules narrow what a role allows."""

import pytest

from tests.reference.conftest import PASSWORD


@pytest.mark.parametrize(("field", "value"), [
    ("phone", "+4915112345678"), ("emergency_contact_phone", "+12125550123"), ("emergency_contact_name", "Тони 东尼"),
    ("locale", "de-DE"), ("locale", "zh-Hans-CN"), ("locale", "en"), ("timezone", "Europe/Berlin"), ("timezone", "UTC"),
])
def test_each_filled_field_is_a_fifth_of_the_profile(admin, field, value):
    changed = admin.done("PATCH", "/me", {"profile": {field: value}})

    assert (changed["profile"][field], changed["completion"]) == (value, 20)
    assert admin.done("PATCH", "/me", {"profile": {field: None}})["completion"] == 0


@pytest.mark.parametrize(("field", "value", "code"), [
    ("phone", "015112345678", "format"), ("phone", "+49 151 12345678", "format"), ("phone", "+999123456789", "format"),
    ("phone", "+1", "format"), ("phone", "", "too_short"), ("locale", "de_DE", "format"), ("locale", "german", "format"),
    ("locale", "xx", "format"), ("timezone", "Europe/Nowhere", "not_allowed"), ("timezone", "../UTC", "not_allowed"),
    ("emergency_contact_name", "x" * 101, "too_long"), ("shoe_size", "44", "unknown_field"),
])
def test_what_is_none_is_refused_and_changes_nothing(admin, field, value, code):
    before = admin.done("GET", "/me")

    refused = admin("PATCH", "/me", {"profile": {field: value, "locale": "en"} | {field: value}})

    assert [(each["field"], each["code"]) for each in refused.json()["errors"]] == [(f"profile.{field}", code)]
    assert admin.done("GET", "/me") == before


def test_a_change_of_the_own_record_minds_the_version(admin):
    version = admin.done("GET", "/me")["version"]

    assert admin.done("PATCH", "/me", {"full_name": "Ada Other", "version": version})["version"] == version + 1
    assert admin("PATCH", "/me", {"full_name": "Ada Third", "version": version}).json()["current_version"] == version + 1


def test_modules_narrow_what_the_role_allows(platform, admin):
    operator = platform.colleague(admin, "operator")
    person_id = operator.done("GET", "/me")["id"]

    admin.done("PATCH", f"/people/{person_id}", {"modules": ["tickets", "attendance"]})

    mine = operator.done("GET", "/me")
    assert mine["modules"] == mine["menu"] == ["attendance", "tickets"]
    assert {name.partition(".")[0] for name in mine["permissions"]} == {
        "people", "tenant", "sites", "plugins", "background", "attendance", "tickets"}
    assert operator("GET", "/missions").status_code == 403
    assert operator("GET", "/missions/00000000-0000-4000-8000-000000000000").status_code == 403
    assert operator("GET", "/people").status_code == 200

    admin.done("PATCH", f"/people/{person_id}", {"modules": None})

    assert operator("GET", "/missions").status_code == 200


def test_modules_give_nothing_that_the_role_does_not(platform, admin):
    worker = platform.colleague(admin, "worker")

    changed = admin.done("PATCH", f"/people/{worker.done('GET', '/me')['id']}", {"modules": ["missions", "tasks"]})

    assert changed["modules"] == ["tasks", "missions"]
    assert worker.done("GET", "/me")["menu"] == ["tasks"]
    assert worker("GET", "/missions").status_code == 403


@pytest.mark.parametrize(("modules", "faults"), [
    ([], [("modules", "too_short")]), (["missions", "gardening"], [("modules.1", "not_allowed")]),
    (["missions", "missions"], [("modules.1", "not_allowed")]), ("missions", [("modules", "type")]),
    ([7], [("modules.0", "not_allowed")]), ([["missions"]], [("modules.0", "not_allowed")]),
])
def test_there_are_no_other_modules(platform, admin, modules, faults):
    worker = platform.colleague(admin, "worker")

    refused = admin("PATCH", f"/people/{worker.done('GET', '/me')['id']}", {"modules": modules})

    assert [(each["field"], each["code"]) for each in refused.json()["errors"]] == faults


def test_people_are_found_by_their_site(platform, admin):
    site = admin.done("POST", "/sites", {"code": "dock-4", "name": "Dock 4"})["id"]
    worker = platform.colleague(admin, "worker").done("GET", "/me")["id"]
    platform.colleague(admin, "worker")

    assert admin.done("PATCH", f"/people/{worker}", {"site_id": site})["site_id"] == site
    assert [each["id"] for each in admin.items(f"/people?site_id={site}")] == [worker]
    assert admin.items("/people?site_id=no-uuid") == []


def test_another_tenants_site_is_nobodys(platform, admin):
    foreign = platform.tenant().done("POST", "/sites", {"code": "dock-4", "name": "Dock 4"})["id"]
    worker = platform.colleague(admin, "worker").done("GET", "/me")["id"]
    sent = {"email": "eve@example.org", "full_name": "Eve", "role": "viewer", "site_id": foreign}

    for refused in (admin("PATCH", f"/people/{worker}", {"site_id": foreign}), admin("POST", "/invitations", sent)):
        assert [(each["field"], each["code"]) for each in refused.json()["errors"]] == [("site_id", "unknown")]
    assert admin.items("/invitations") == []


def test_an_invitation_outlives_its_site_without_it(admin):
    site = admin.done("POST", "/sites", {"code": "dock-4", "name": "Dock 4"})["id"]
    sent = {"email": "eve@example.org", "full_name": "Eve", "role": "worker", "site_id": site, "modules": ["tasks"]}
    made = admin.done("POST", "/invitations", sent)

    assert {name: made[name] for name in sent} == sent
    admin.done("DELETE", f"/sites/{site}")
    assert [each["site_id"] for each in admin.items("/invitations")] == [None]


@pytest.mark.parametrize("token", ["garbage", "a" * 70, "ä", "=", "AAAA"])
def test_a_link_that_nobody_was_sent_is_unknown(admin, token):
    refused = admin("POST", "/invitations/accept", {"token": token, "password": PASSWORD})

    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "unknown")


def test_a_person_who_was_invited_is_not_changed_before_they_come(admin):
    admin.done("POST", "/invitations", {"email": "eve@example.org", "full_name": "Eve", "role": "viewer"})
    invited = admin.items("/people?status=invited")[0]["id"]

    refused = admin("PATCH", f"/people/{invited}", {"role": "admin"})

    assert (refused.status_code, refused.json()["state"], refused.json()["allowed"]) == (409, "invited", [])

"""What a work order's record keeps to, where a scenario would say no more than this."""

from __future__ import annotations

from uuid import uuid4

import pytest

START, DUE = "2030-01-01T08:00:00Z", "2030-01-02T08:00:00Z"
READING = {"text": "Pressure", "kind": "number", "required": True, "low": 1, "high": 5.5}


def faults(answer) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(fault["field"], fault["code"]) for fault in answer.json()["errors"]]


def id_of(person) -> str:
    return person.done("GET", "/me")["id"]


@pytest.fixture
def site(admin) -> str:
    return admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4"})["id"]


@pytest.fixture
def submitted(admin, site) -> dict:
    """A work order of the administrator's, submitted."""
    made = admin.done("POST", "/work-orders", {"title": "Repair", "site_id": site, "planned_start": START, "due_at": DUE,
                                               "vendor": {"name": "Vik", "email": "vik@example.org"},
                                               "line_items": [READING]})
    return admin.done("POST", f"/work-orders/{made['id']}/submit")


def test_a_draft_needs_no_more_than_a_title(admin) -> None:
    made = admin.done("POST", "/work-orders", {"title": " Repair of the crane "})

    known = {name: made[name] for name in made if name not in ("id", "created_at", "updated_at", "history")}
    assert known == {
        "version": 1, "number": None, "title": "Repair of the crane", "description": "", "site_id": None,
        "priority": "medium", "status": "draft", "author_id": id_of(admin), "assignee_id": None, "vendor": None,
        "planned_start": None, "due_at": None, "started_at": None, "completed_at": None, "declined": False,
        "decline_reason": None, "permit_type": None, "permit_status": "none", "verifiers": [], "approvers": [],
        "decisions": [], "line_items": [], "overdue": False}
    (step,) = made["history"]
    assert (step["from"], step["to"], step["by"]["full_name"]) == (None, "draft", "Ada Admin")
    assert admin.done("GET", f"/work-orders/{made['id']}") == made
    assert admin.items("/work-orders") == [made]


@pytest.mark.parametrize(("field", "value", "fault"), [
    ("title", "x" * 201, ("title", "too_long")), ("description", "x" * 5001, ("description", "too_long")),
    ("site_id", str(uuid4()), ("site_id", "unknown")), ("assignee_id", str(uuid4()), ("assignee_id", "unknown")),
    ("vendor", {"name": "Vik", "email": "vik"}, ("vendor.email", "format")),
    ("due_at", "2030-01-01T08:00:00", ("due_at", "format")), ("permit_type", "cool", ("permit_type", "not_allowed")),
    ("permit_type", "hot", ("verifiers", "required")), ("approvers", [str(uuid4())], ("approvers.0", "unknown")),
    ("approvers", [str(uuid4())] * 11, ("approvers", "too_long")), ("number", "WO-00001", ("number", "unknown_field")),
    ("line_items", [READING] * 101, ("line_items", "too_long")),
    ("line_items", [READING | {"high": 0}], ("line_items.0.high", "out_of_range")),
    ("line_items", [READING | {"kind": "text", "high": None}], ("line_items.0.low", "not_allowed")),
    ("line_items", [READING | {"low": 1e13}], ("line_items.0.low", "out_of_range")),
    ("line_items", [READING, READING | {"kind": "date"}], ("line_items.1.kind", "not_allowed"))])
def test_each_field_has_its_limits(admin, field, value, fault) -> None:
    assert faults(admin("POST", "/work-orders", {"title": "Repair", field: value})) == [fault]
    assert admin.items("/work-orders") == []


def test_people_are_named_for_what_they_can_do(platform, admin) -> None:
    worker, viewer = platform.colleague(admin, "worker"), platform.colleague(admin, "viewer")

    wrong = {"title": "Repair", "assignee_id": id_of(viewer), "approvers": [id_of(admin), id_of(worker)]}
    assert faults(admin("POST", "/work-orders", wrong)) == [("assignee_id", "not_allowed"), ("approvers.1", "not_allowed")]
    twice = {"title": "Repair", "approvers": [id_of(admin)] * 2}
    assert faults(admin("POST", "/work-orders", twice)) == [("approvers", "not_allowed")]


@pytest.mark.parametrize("answer", [1, 5.5, 3])
def test_a_number_in_its_range_is_not_marked(platform, admin, submitted, answer) -> None:
    assert answered(platform, admin, submitted, answer)["flagged"] is False


@pytest.mark.parametrize("answer", [0.99, 5.51, -1e12])
def test_a_number_outside_its_range_is_marked(platform, admin, submitted, answer) -> None:
    item = answered(platform, admin, submitted, answer)
    assert (item["answer"], item["flagged"]) == (answer, True)


def answered(platform, admin, order: dict, answer: object) -> dict:
    path = f"/work-orders/{order['id']}"
    platform.colleague(admin, "supervisor").done("POST", f"{path}/approve")
    admin.done("POST", f"{path}/start")
    for wrong, code in ((True, "type"), ("3", "type"), (None, "type"), (2e12, "out_of_range")):
        assert faults(admin("PATCH", f"{path}/line-items/{order['line_items'][0]['id']}", {"answer": wrong})) == [
            ("answer", code)]
    found = admin.done("PATCH", f"{path}/line-items/{order['line_items'][0]['id']}", {"answer": answer})
    return found["line_items"][0]


def test_it_is_overdue_once_its_time_has_come_until_it_is_done(platform, admin, submitted) -> None:
    assert admin.done("GET", f"/work-orders/{submitted['id']}")["overdue"] is False
    platform.sql("UPDATE work_orders SET planned_start = '2020-01-01', due_at = '2020-01-02' WHERE id = %s",
                 submitted["id"])
    assert admin.done("GET", f"/work-orders/{submitted['id']}")["overdue"] is True
    assert admin.done("POST", f"/work-orders/{submitted['id']}/cancel", {"comment": "Sold"})["overdue"] is False


def test_the_list_is_searched_and_filtered(admin, site, submitted) -> None:
    other = admin.done("POST", "/work-orders", {"title": "Paint", "description": "of the GATE", "priority": "high"})

    assert admin.items("/work-orders") == [other, submitted]
    assert admin.items("/work-orders?q=gate") == [other]
    assert admin.items("/work-orders?q=WO-00001&status=submitted,closed") == [submitted]
    assert admin.items(f"/work-orders?site_id={site}&priority=medium") == [submitted]
    assert admin.items("/work-orders?priority=high,low") == [other]
    assert admin.items(f"/work-orders?assignee_id={uuid4()}") == []


def test_what_opens_a_vendors_link_is_kept_nowhere(platform, admin, submitted) -> None:
    platform.colleague(admin, "supervisor").done("POST", f"/work-orders/{submitted['id']}/approve")

    kept = platform.sql("SELECT body::text FROM outbox WHERE kind = 'task' AND name = 'work_orders.send_vendor_mail'")
    assert all("token" not in text for text, in kept)
    assert platform.client.get(f"/api/v2/vendor/work-orders/{'x' * 43}").status_code == 404


def test_a_closed_order_does_not_hold_its_site(platform, admin, site, submitted) -> None:
    assert admin("DELETE", f"/sites/{site}").status_code == 409
    admin.done("POST", f"/work-orders/{submitted['id']}/cancel", {"comment": "Sold"})
    assert admin("DELETE", f"/sites/{site}").status_code == 204
    assert admin.done("GET", f"/work-orders/{submitted['id']}")["site_id"] is None

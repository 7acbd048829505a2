"""What a review keeps to, where a scenario would say no more than this."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

GATE = {"latitude": 1.25, "longitude": 103.75, "accuracy_m": 5.0}
WHY = {"reason": "The gate was broken"}


def text(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


@pytest.fixture
def supervisor(platform, admin):
    return platform.colleague(admin, "supervisor")


@pytest.fixture
def record(platform, admin) -> str:
    """The id of a worker's record of a few seconds, in a shift from 08:00 to 17:00."""
    site = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4", "latitude": 1.25, "longitude": 103.75})
    shift = admin.done("POST", "/attendance/shifts", {"site_id": site["id"], "name": "Day", "starts_at": "08:00",
                                                      "ends_at": "17:00"})
    worker = platform.colleague(admin, "worker")
    worker.done("PUT", "/attendance/consent", {"gps_tracking": True, "facial_recognition": True})
    there = {"location": GATE, "device": {"device_id": "phone-1"}}
    found = worker.done("POST", "/attendance/check-ins", {"site_id": site["id"], "shift_id": shift["id"], **there})
    worker.done("POST", f"/attendance/records/{found['id']}/check-out", there)
    return found["id"]


def test_who_was_elsewhere_without_being_allowed_to_is_not_paid_for_it(platform, supervisor, record) -> None:
    platform.sql("UPDATE attendance_records SET inside_fence = false WHERE id = %s", record)

    for verb, status in (("approve", 409), ("adjust", 200), ("approve", 409), ("lock", 409)):
        answer = supervisor("POST", f"/attendance/records/{record}/{verb}", WHY if verb == "adjust" else {})
        assert answer.status_code == status, answer.text
        assert status == 200 or answer.json()["title"] == "Outside the fence"


def test_who_adjusts_has_lateness_and_date_counted_anew(supervisor, record) -> None:
    day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)

    adjusted = supervisor.done("POST", f"/attendance/records/{record}/adjust", {
        **WHY, "punch_in_at": text(day + timedelta(hours=8, minutes=40)),
        "punch_out_at": text(day + timedelta(hours=17, minutes=40))})
    assert (adjusted["late_minutes"], adjusted["regular_minutes"], adjusted["overtime_minutes"]) == (25, 480, 60)
    assert adjusted["date"] == day.date().isoformat()


def test_nothing_is_adjusted_into_what_is_paid_or_has_not_come(supervisor, record) -> None:
    before = supervisor.done("GET", f"/attendance/records/{record}")
    now = datetime.now(UTC)

    paid = supervisor("POST", f"/attendance/records/{record}/adjust", {**WHY, "punch_in_at": text(now - timedelta(days=75))})
    assert (paid.status_code, paid.json()["title"]) == (409, "Payroll closed")
    ahead = supervisor("POST", f"/attendance/records/{record}/adjust",
                       {**WHY, "punch_out_at": text(now + timedelta(hours=1))})
    assert (ahead.status_code, ahead.json()["errors"][0]["field"]) == (422, "punch_out_at")
    ancient = supervisor("POST", f"/attendance/records/{record}/adjust", {**WHY, "punch_in_at": "0001-01-01T00:00:00Z"})
    assert (ancient.status_code, ancient.json()["errors"][0]["field"]) == (422, "punch_in_at")
    assert supervisor.done("GET", f"/attendance/records/{record}") == before


def test_a_shift_is_of_a_site_and_has_hours(admin) -> None:
    site = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4"})
    shift = {"site_id": site["id"], "name": "Night", "starts_at": "22:00", "ends_at": "06:00", "grace_min": 120}

    made = admin.done("POST", "/attendance/shifts", shift)
    assert {name: made[name] for name in shift} == shift
    assert admin.items("/attendance/shifts") == [made]
    for field, value, code in (("starts_at", "24:00", "format"), ("ends_at", "6:00", "format"), ("name", "", "too_short"),
                               ("grace_min", 121, "out_of_range"), ("grace_min", -1, "out_of_range")):
        refused = admin("POST", "/attendance/shifts", {**shift, field: value})
        assert [(fault["field"], fault["code"]) for fault in refused.json()["errors"]] == [(field, code)]


def test_reading_anothers_pay_rates_is_told_in_the_trail(platform, admin, supervisor) -> None:
    own = admin.done("GET", "/me")["id"]
    supervisor.done("GET", f"/attendance/pay-rates/{own}")
    admin.done("GET", f"/attendance/pay-rates/{own}")

    told = admin.items(f"/audit/events?event_type=data_accessed&object_type=pay_rate&object_id={own}")
    assert [(event["action"], event["role"]) for event in told] == [("pay_rate.read", "supervisor")]


def test_photos_that_are_no_photos_are_told_one_by_one(platform, admin) -> None:
    worker = platform.colleague(admin, "worker")
    refused = worker("POST", "/attendance/face-enrolments", {"photos": ["a photo", "data:image/png;base64,AAAA", 3]})

    assert refused.status_code == 422
    assert [(fault["field"], fault["code"]) for fault in refused.json()["errors"]] == [
        ("photos.0", "format"), ("photos.1", "format"), ("photos.2", "type")]

"""Hours, places and faces: plain functions of attendance, without a platform."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from reference.attendance import place, rules
from reference.attendance.faces import Likeness
from reference.attendance.place import Punch
from reference.core import sphere

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@dataclass
class Shift:
    starts_at: str
    ends_at: str
    grace_min: int = 15


def at(text, day=25):
    return datetime.fromisoformat(f"2026-11-{day}T{text}:00+00:00")


@pytest.mark.parametrize(("minutes", "regular", "overtime"), [(0, 0, 0), (480, 480, 0), (481, 480, 1), (600, 480, 120)])
def test_what_is_beyond_eight_hours_is_overtime(minutes, regular, overtime):
    assert rules.split(minutes) == (regular, overtime)


@pytest.mark.parametrize(("shift", "moment", "minutes"), [
    (None, at("09:00"), 0),
    (Shift("09:00", "17:00"), at("08:00"), 0),
    (Shift("09:00", "17:00"), at("09:15"), 0),
    (Shift("09:00", "17:00"), at("09:16"), 1),
    (Shift("09:00", "17:00", 0), at("09:01"), 1),
    (Shift("09:00", "17:00"), at("17:00"), 0),
    (Shift("22:00", "06:00"), at("22:30"), 15),
    (Shift("22:00", "06:00"), at("00:10", 26), 115),
    (Shift("22:00", "06:00"), at("06:00", 26), 0),
    (Shift("00:00", "00:00"), at("00:20"), 5),
])
def test_late_is_who_comes_after_the_grace_of_the_turn_that_runs(shift, moment, minutes):
    assert rules.late_minutes(shift, moment, "UTC") == minutes


def test_a_shift_goes_by_the_time_of_its_site():
    morning_in_singapore = at("01:30")
    assert rules.late_minutes(Shift("09:00", "17:00"), morning_in_singapore, "Asia/Singapore") == 15
    assert rules.late_minutes(Shift("09:00", "17:00"), morning_in_singapore, "UTC") == 0


@pytest.mark.parametrize(("latitude", "longitude", "is_there"), [
    (0.0, 0.0, True), (0.001, -0.001, True), (0.0011, 0.0, False), (0.0, -0.0011, False), (1.26, 103.8, False)])
def test_null_island_is_a_thousandth_of_a_degree_wide(latitude, longitude, is_there):
    assert place.is_null_island(latitude, longitude) is is_there


def punch(metres_north, after=timedelta(), accuracy=10.0):
    degrees = metres_north / (sphere.EARTH_RADIUS_M * 3.141592653589793 / 180)
    return Punch(NOON + after, 1.0 + degrees, 103.0, accuracy, "phone")


@pytest.mark.parametrize(("mode", "kmh"), list(place.SPEEDS_KMH.items()))
def test_each_means_of_transport_has_its_speed_and_a_fifth_more(mode, kmh):
    limit = 1.2 * kmh * 1000 / 6  # metres in ten minutes
    ten_minutes = timedelta(minutes=10)
    assert not place.is_impossible(punch(0), punch(limit - 1, ten_minutes), mode)
    assert place.is_impossible(punch(0), punch(limit + 1, ten_minutes), mode)


def test_an_error_of_the_device_is_no_move_and_a_move_takes_time():
    assert not place.is_impossible(None, punch(5000), "none")
    assert not place.is_impossible(punch(0), punch(199), "none")
    assert place.is_impossible(punch(0), punch(201), "plane")
    assert place.is_impossible(punch(0), punch(300, timedelta(minutes=-1)), "plane")


@pytest.mark.parametrize(("before", "now", "warnings", "risk"), [
    (None, 100.0, [], 0.0), (None, 100.1, ["poor_accuracy"], 0.3), (10.0, 60.0, [], 0.0),
    (10.0, 60.1, ["accuracy_jump"], 0.5), (60.1, 10.0, ["accuracy_jump"], 0.5),
    (10.0, 101.0, ["poor_accuracy", "accuracy_jump"], 0.8)])
def test_how_far_a_device_is_trusted(before, now, warnings, risk):
    last = None if before is None else punch(0, accuracy=before)
    assert place.warnings_of(last, punch(0, accuracy=now)) == warnings
    assert place.gps(warnings) == {"risk": risk, "suspicious": risk >= 0.5, "warnings": warnings}


@pytest.mark.parametrize(("distance", "liveness", "confidence", "faults", "is_spoofed"), [
    (0.30, 0.50, 0.70, [], False), (0.31, 0.50, 0.70, ["no_match"], False),
    (0.30, 0.49, 0.70, ["liveness_failed"], True), (0.30, 0.50, 0.69, ["low_confidence"], False),
    (0.30, 0.50, 0.49, ["low_confidence"], True)])
def test_what_a_face_must_be(distance, liveness, confidence, faults, is_spoofed):
    likeness = Likeness(distance=distance, liveness=liveness, confidence=confidence)
    assert (likeness.faults(), likeness.is_spoofed()) == (faults, is_spoofed)

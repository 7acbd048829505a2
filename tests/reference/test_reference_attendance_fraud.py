"""What looks like fraud, to the last digit: plain functions and tables, without a platform."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from reference.attendance import fraud
from reference.attendance.fraud import Facts, Habits

MORNING = datetime(2026, 11, 25, 10, tzinfo=UTC)
USUAL = Habits(hours=(10.0,), nearest_m=0.0, devices={"phone-1"}, weekdays={MORNING.weekday()})
CODES = [signal.code for signal in fraud.SIGNALS]


def codes(**facts):
    return fraud.codes_of(Facts(**{"local": MORNING, "device_id": "phone-1"} | facts))


def test_who_comes_as_always_shows_nothing():
    assert codes() == codes(habits=USUAL) == []


@pytest.mark.parametrize(("facts", "shown"), [
    ({"outside_by_override": True}, ["geofence_violation"]),
    ({"warnings": ["poor_accuracy", "accuracy_jump"]}, ["accuracy_manipulation", "poor_gps"]),
    ({"rested": timedelta(hours=8)}, []),
    ({"rested": timedelta(hours=8) - timedelta(seconds=1)}, ["short_rest"]),
    ({"worked": timedelta(hours=12)}, []),
    ({"worked": timedelta(hours=12, seconds=1)}, ["long_shift"]),
    ({"shared": True}, ["device_sharing"]),
    ({"last_devices": "abccc"}, []),
    ({"last_devices": "abcdd"}, ["rapid_switching"]),
    ({"devices": "abc"}, []),
    ({"devices": "abcd"}, ["many_devices"]),
    ({"habits": USUAL, "device_id": "phone-2"}, ["new_device"]),
])
def test_each_signal_on_both_sides_of_its_edge(facts, shown):
    assert codes(**facts) == shown


@pytest.mark.parametrize(("hour", "shown"), [(21, []), (22, ["unusual_hour"]), (0, ["unusual_hour"]), (5, ["unusual_hour"]),
                                             (6, [])])
def test_night_is_from_ten_to_six(hour, shown):
    night = MORNING.replace(hour=hour)
    assert codes(local=night) == shown
    assert codes(local=night, is_shift_time=True) == codes(local=night, is_check_out=True) == []


@pytest.mark.parametrize(("nearest", "shown"), [(1000.0, []), (1000.1, ["unfamiliar_place"])])
def test_a_place_is_familiar_within_a_kilometre(nearest, shown):
    assert codes(habits=Habits((10.0,), nearest, {"phone-1"}, {2})) == shown


def test_a_weekday_on_which_nobody_came_is_unusual():
    assert codes(habits=Habits((10.0,), 0.0, {"phone-1"}, {0, 1, 3, 4})) == ["unusual_weekday"]


@pytest.mark.parametrize(("hours", "hour", "apart"), [
    ((10.0, 10.0), 12.0, 2.0), ((23.0, 1.0), 1.5, 1.5), ((22.0, 23.0), 1.0, 2.5), ((8.0, 12.0), 10.0, 0.0)])
def test_the_mean_of_hours_goes_round_the_clock(hours, hour, apart):
    assert fraud.hours_apart(hour, fraud.mean_hour(hours)) == pytest.approx(apart)


@pytest.mark.parametrize(("score", "level"), [
    (1.0, "critical"), (0.8, "critical"), (0.7999, "high"), (0.6, "high"), (0.5999, "medium"), (0.4, "medium"),
    (0.3999, "low"), (0.2, "low"), (0.1999, "minimal"), (0.0, "minimal")])
def test_levels_begin_where_they_are_to(score, level):
    assert fraud.level_of(score) == level


@pytest.mark.parametrize(("shown", "score"), [
    (["unusual_hour", "device_sharing", "accuracy_manipulation", "unfamiliar_place", "new_device"], 0.79),
    (["device_sharing", "many_devices", "geofence_violation", "poor_gps", "unfamiliar_place", "new_device"], 0.8),
    (CODES, 1.0), ([], 0.0)])
def test_the_score_is_the_weighted_sum_of_components_that_are_one_at_most(shown, score):
    assert fraud.judged(shown)["score"] == score


def test_a_score_never_exceeds_one_nor_has_more_than_four_places():
    for count in range(len(CODES) + 1):
        for shown in combinations(CODES, count):
            judged = fraud.judged(shown)
            assert 0.0 <= judged["score"] <= 1.0
            assert round(judged["score"], 4) == judged["score"]
            assert all(0.0 <= value <= 1.0 for value in judged["components"].values())


@pytest.mark.parametrize(("shown", "alert"), [
    (["unusual_hour"], None),
    (["device_sharing"], ("device_sharing", "medium")),
    (["geofence_violation", "accuracy_manipulation", "short_rest"], None),
    (["geofence_violation", "accuracy_manipulation", "short_rest", "unusual_hour"], ("gps_spoofing", "medium")),
    (["unfamiliar_place", "new_device", "geofence_violation"], ("unusual_pattern", "medium")),
    (["unusual_hour", "short_rest", "device_sharing", "geofence_violation"], ("temporal_anomaly", "high")),
    (CODES, ("device_sharing", "critical")),
])
def test_an_alert_is_called_by_the_strongest_component(shown, alert):
    assert fraud.alert_of(fraud.judged(shown)) == alert

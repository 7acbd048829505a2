"""Where a fence's edge lies, to the metre, and what a fence may be."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from reference.attendance.fence import judge
from reference.core import sphere

METRE = 1 / 111_194.927  # of latitude, in degrees
GATE = {"latitude": 1.25, "longitude": 103.75}
CIRCLE = {"kind": "circle", "center": GATE, "radius_m": 100, "hysteresis_m": 1.0, "active": True}
# A yard of 200 m by 200 m with a notch of 100 m by 100 m in its northern edge.
YARD = [(0, 0), (0, 200), (200, 200), (200, 150), (100, 150), (100, 50), (200, 50), (200, 0)]


def site(**fields: object) -> SimpleNamespace:
    return SimpleNamespace(**{"latitude": None, "longitude": None, "permissible_distance_m": 100, "geofence": None} | fields)


def polygon(points, **fields: object) -> dict:
    """Places so many metres to the north and east of the gate, which is near enough to the equator."""
    return {"kind": "polygon", "points": [{"latitude": north * METRE, "longitude": east * METRE} for north, east in points],
            "hysteresis_m": 1.0, "active": True} | fields


def test_a_degree_of_the_great_circle() -> None:
    assert sphere.distance(0, 0, 0, 1) == pytest.approx(6_371_000 * 3.141592653589793 / 180, abs=0.001)
    assert sphere.distance(0, 179.5, 0, -179.5) == sphere.distance(0, 0, 0, 1)
    assert sphere.distance(90, 0, -90, 0) == pytest.approx(6_371_000 * 3.141592653589793, abs=0.001)


@pytest.mark.parametrize(("away", "inside"), [(0, True), (100.9, True), (101, True), (101.1, False), (102, False)])
def test_a_circle_ends_with_its_hysteresis(away, inside) -> None:
    found = judge(site(geofence=CIRCLE), GATE["latitude"] + away * METRE, GATE["longitude"])

    assert (found.inside, found.fence_kind) == (inside, "circle")
    assert found.distance_m == pytest.approx(away, abs=0.002)


@pytest.mark.parametrize(("hysteresis", "away", "inside"), [(0, 100, True), (0, 100.1, False), (100, 200, True),
                                                            (100, 200.1, False)])
def test_the_hysteresis_is_the_sites(hysteresis, away, inside) -> None:
    fence = CIRCLE | {"hysteresis_m": hysteresis}
    assert judge(site(geofence=fence), GATE["latitude"] - away * METRE, GATE["longitude"]).inside is inside


@pytest.mark.parametrize("geofence", [None, CIRCLE | {"radius_m": 10, "active": False}])
@pytest.mark.parametrize(("away", "inside"), [(251, True), (251.1, False)])
def test_without_an_active_fence_the_permissible_distance_holds(geofence, away, inside) -> None:
    found = judge(site(**GATE, permissible_distance_m=250, geofence=geofence), GATE["latitude"] - away * METRE,
                  GATE["longitude"])

    assert (found.inside, found.fence_kind) == (inside, "permissible_distance")


def test_without_a_place_everything_is_inside() -> None:
    found = judge(site(latitude=1.0), -89, 12)
    assert (found.inside, found.distance_m, found.fence_kind) == (True, None, "none")


@pytest.mark.parametrize(("north", "east", "away"), [
    (50, 100, 0), (150, 25, 0), (150, 175, 0), (0, 100, 0), (-1, 100, 1), (-1.1, 100, 1.1), (101, 100, 1), (102, 100, 2),
    (150, 100, 50), (201, 201, 1.414)])
def test_a_polygon_with_a_notch(north, east, away) -> None:
    found = judge(site(geofence=polygon(YARD)), north * METRE, east * METRE)

    assert found.distance_m == pytest.approx(away, abs=0.002)
    assert (found.inside, found.fence_kind) == (away <= 1, "polygon")


def test_a_polygon_across_the_date_line() -> None:
    corners = [(0, 179.9), (0, -179.9), (0.1, -179.9), (0.1, 179.9)]
    points = [{"latitude": north, "longitude": east} for north, east in corners]
    fence = polygon([]) | {"points": points}

    assert judge(site(geofence=fence), 0.05, 180).inside
    assert judge(site(geofence=fence), 0.05, -179.95).inside
    assert not judge(site(geofence=fence), 0.05, 0).inside


SQUARE = [{"latitude": 0, "longitude": 0}, {"latitude": 0, "longitude": 1}, {"latitude": 1, "longitude": 1}]
BOW_TIE = [{"latitude": 0, "longitude": 0}, {"latitude": 1, "longitude": 1}, {"latitude": 1, "longitude": 0},
           {"latitude": 0, "longitude": 1}]


@pytest.mark.parametrize(("fence", "faults"), [
    ("round", [("geofence", "type")]), ({}, [("geofence.kind", "required")]), ({"kind": 3}, [("geofence.kind", "type")]),
    ({"kind": "square"}, [("geofence.kind", "not_allowed")]),
    ({"kind": "circle"}, [("geofence.center", "required"), ("geofence.radius_m", "required")]),
    ({"kind": "circle", "center": GATE, "radius_m": 9.9}, [("geofence.radius_m", "out_of_range")]),
    ({"kind": "circle", "center": GATE, "radius_m": 10_001}, [("geofence.radius_m", "out_of_range")]),
    ({"kind": "circle", "center": {"latitude": 91}, "radius_m": 10},
     [("geofence.center.latitude", "out_of_range"), ("geofence.center.longitude", "required")]),
    ({"kind": "circle", "center": GATE, "radius_m": 10, "hysteresis_m": 101}, [("geofence.hysteresis_m", "out_of_range")]),
    ({"kind": "circle", "center": GATE, "radius_m": 10, "points": SQUARE}, [("geofence.points", "unknown_field")]),
    ({"kind": "polygon", "points": SQUARE[:2]}, [("geofence.points", "too_short")]),
    ({"kind": "polygon", "points": SQUARE * 34}, [("geofence.points", "too_long")]),
    ({"kind": "polygon", "points": [*SQUARE, {"latitude": 0, "longitude": 181}]},
     [("geofence.points.3.longitude", "out_of_range")]),
    ({"kind": "polygon", "points": BOW_TIE}, [("geofence.points", "not_allowed")]),
    ({"kind": "polygon", "points": SQUARE[:1] * 3}, [("geofence.points", "not_allowed")]),
    ({"kind": "circle", "center": GATE, "radius_m": 10, "active": "yes"}, [("geofence.active", "type")])])
def test_what_is_no_fence_is_refused(admin, fence, faults) -> None:
    refused = admin("POST", "/sites", {"code": "D4", "name": "Dock 4", "geofence": fence})

    assert refused.status_code == 422, refused.text
    assert [(fault["field"], fault["code"]) for fault in refused.json()["errors"]] == faults
    assert admin.items("/sites") == []


def test_a_fence_is_kept_whole_replaced_and_taken_away(admin) -> None:
    made = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4",
                                         "geofence": {"kind": "circle", "center": GATE, "radius_m": 10000}})
    whole = {"hysteresis_m": 1.0, "active": True, "kind": "circle", "center": GATE, "radius_m": 10000}
    assert made["geofence"] == whole

    drawn = {"kind": "polygon", "points": SQUARE, "hysteresis_m": 0, "active": False}
    changed = admin.done("PATCH", f"/sites/{made['id']}", {"geofence": drawn})
    assert (changed["geofence"], changed["version"]) == (drawn, 2)
    assert admin.done("PATCH", f"/sites/{made['id']}", {"geofence": None})["geofence"] is None


def test_who_asks_where_a_place_lies_is_told(admin) -> None:
    made = admin.done("POST", "/sites", {"code": "D4", "name": "Dock 4", **GATE})

    asked = {"site_id": made["id"], "location": {**GATE, "accuracy_m": 5}}
    assert admin.done("POST", "/attendance/geofence-checks", asked) == {
        "inside": True, "distance_m": 0, "fence_kind": "permissible_distance"}

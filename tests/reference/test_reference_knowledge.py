"""Knowledge rules: what is taken, how they are numbered, and patterns that nobody has to wait for."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from reference.core import inputs
from reference.core.errors import Fault
from reference.missions import patterns, rules
from reference.missions.knowledge_api import NewRule

RULE = {"title": "Answers", "category": "presence", "severity": "low"}
STATUS = {"kind": "status_is", "path": "/", "value": 200}
MATCHES = {"kind": "header_matches", "path": "/", "name": "Server", "pattern": "x"}


@pytest.mark.parametrize("check, faults", [
    ({}, [("check.kind", "required")]),
    ({"kind": ["status_is"]}, [("check.kind", "type")]),
    ({"kind": "is_up", "path": 3}, [("check.kind", "not_allowed")]),
    ("status_is", [("check", "type")]),
    ({"kind": "status_is", "value": 99, "name": "x"},
     [("check.path", "required"), ("check.value", "out_of_range"), ("check.name", "unknown_field")]),
    (STATUS | {"value": 600}, [("check.value", "out_of_range")]),
    (STATUS | {"value": True}, [("check.value", "type")]),
    (STATUS | {"path": "reset"}, [("check.path", "format")]),
    (STATUS | {"path": "/a b"}, [("check.path", "format")]),
    (STATUS | {"path": "/\n"}, []),  # trimmed
    (STATUS | {"path": "/a\nb"}, [("check.path", "format")]),
    (MATCHES | {"name": "two words"}, [("check.name", "format")]),
    (MATCHES | {"pattern": "("}, [("check.pattern", "format")]),
    (MATCHES | {"pattern": "(?=x)"}, [("check.pattern", "format")]),  # what takes more than linear time
    (MATCHES | {"pattern": "x" * 201}, [("check.pattern", "too_long")]),
    ({"kind": "body_contains", "path": "/", "text": "\x00"}, [("check.text", "format")]),
    ({"kind": "body_contains", "path": "/ä?x=1", "text": "x" * 200}, []),
])
def test_a_check_is_taken_whole_or_refused_with_all_its_faults(check: object, faults: list[tuple[str, str]]) -> None:
    found: list[Fault] = []
    inputs.check(NewRule, RULE | {"check": check}, found)
    assert [(fault.field, fault.code) for fault in found] == faults


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$", "(x*)*y", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)!"])
def test_no_pattern_holds_up_a_worker(pattern: str) -> None:
    began = time.process_time()
    assert not patterns.is_in(pattern, "a" * 60_000 + "x")
    assert time.process_time() - began < 5  # a backtracking engine would need longer than there is time


def test_rules_are_applied_in_the_order_of_their_numbers_and_searched_for_a_pattern() -> None:
    assert [rules.code(number) for number in (1, 42, 1000)] == ["KB-001", "KB-042", "KB-1000"]
    assert rules.evidence(MATCHES | {"pattern": r"\d+(\.\d+)*"}, 200, {"server": "quay/1.2"}, "")
    assert rules.evidence(MATCHES | {"pattern": "^1"}, 200, {"server": "quay/1.2"}, "") is None


def test_no_number_is_given_twice(admin):
    with ThreadPoolExecutor(8) as together:
        made = list(together.map(lambda _: admin.rule(), range(8)))
    assert sorted(rule["code"] for rule in made) == [f"KB-{number:03d}" for number in range(4, 12)]
    admin.done("DELETE", f"/knowledge/rules/{max(made, key=lambda rule: rule['code'])['id']}")
    assert admin.rule()["code"] == "KB-012"


def test_a_rule_is_changed_as_it_was_read_and_deleted_unless_something_was_found(admin, target):
    rule = admin.rule()
    address = f"/knowledge/rules/{rule['id']}"
    changed = admin("PATCH", address, {"enabled": False, "check": STATUS, "version": 1})
    assert changed.headers["ETag"] == '"2"' and changed.json()["check"] == STATUS and not changed.json()["enabled"]
    assert admin("PATCH", address, {"title": "x"}, **{"If-Match": '"1"'}).json()["current_version"] == 2
    assert admin("PATCH", address, {"code": "KB-900"}).json()["errors"][0]["code"] == "unknown_field"
    admin.done("PATCH", address, {"enabled": True})

    mission = admin.mission([target()], rule_ids=[rule["id"]])
    admin.done("POST", f"/missions/{mission}/start")
    admin.wait_for(mission, "completed")
    assert admin("DELETE", address).status_code == 409
    admin.done("DELETE", f"/missions/{mission}")
    assert admin("DELETE", address).status_code == 204
    assert admin("GET", address).status_code == 404


def test_a_running_mission_keeps_a_rule_that_is_deleted(admin, target):
    dock, rule = target(), admin.rule()
    dock.hold()
    mission = admin.mission([dock], rule_ids=[rule["id"]])
    admin.done("POST", f"/missions/{mission}/start")
    dock.await_asked(1, within=30)
    admin.done("DELETE", f"/knowledge/rules/{rule['id']}")
    dock.release()
    admin.wait_for(mission, "completed")
    assert [finding["code"] for finding in admin.items(f"/missions/{mission}/findings")] == [rule["code"]]


def test_neither_another_tenant_nor_a_viewer_touches_them(platform, admin):
    rule = admin.rule()
    address = f"/knowledge/rules/{rule['id']}"
    stranger, viewer = platform.tenant(), platform.colleague(admin, "viewer")
    assert {stranger("PATCH", address, {"title": 3}).status_code, stranger("DELETE", address).status_code} == {404}
    assert {viewer("POST", "/knowledge/rules", {}).status_code, viewer("PATCH", address, {}).status_code,
            viewer("DELETE", address).status_code} == {403}
    assert admin.done("GET", address) == rule

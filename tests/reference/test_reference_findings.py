"""What is decided about findings: along the table, on what was read, with the risk counted anew."""

from __future__ import annotations

import pytest

from reference.missions import rules

COMMENT = {"comment": "a dummy"}


@pytest.fixture
def found(admin, target):
    """A completed mission and its findings: one critical, one high."""
    ids = [admin.rule(title=severity, severity=severity)["id"] for severity in ("critical", "high")]
    mission = admin.mission([target()], rule_ids=ids)
    admin.done("POST", f"/missions/{mission}/start")
    assert admin.wait_for(mission, "completed")["risk_score"] == 60
    return mission, admin.items(f"/missions/{mission}/findings")


def test_each_decision_is_stored_told_and_counted(admin, found):
    mission, (critical, _) = found
    address = f"/missions/{mission}/findings/{critical['id']}"
    before = admin.done("GET", f"/missions/{mission}")

    confirmed = admin("PATCH", address, {"status": "confirmed", "version": critical["version"]})
    assert confirmed.headers["ETag"] == f'"{critical["version"] + 1}"'
    me = admin.done("GET", "/me")
    assert confirmed.json()["decided_by"] == {"id": me["id"], "full_name": me["full_name"]}
    assert admin.done("GET", f"/missions/{mission}") == before  # the risk is the same: so is the version

    missing = admin("PATCH", address, {"status": "false_positive", "comment": " "})
    assert (missing.status_code, missing.json()["errors"][0]["field"]) == (422, "comment")
    assert missing.json()["errors"][0]["code"] == "required"
    admin.done("PATCH", address, {"status": "false_positive", **COMMENT})
    after = admin.done("GET", f"/missions/{mission}")
    assert (after["risk_score"], after["version"]) == (20, before["version"] + 1)
    assert after["goals"] == before["goals"]
    assert admin.done("GET", address) == admin.items(f"/missions/{mission}/findings")[0]


def test_a_decision_on_what_has_changed_meanwhile_is_refused(admin, found):
    mission, (critical, _) = found
    address = f"/missions/{mission}/findings/{critical['id']}"
    admin.done("PATCH", address, {"status": "confirmed"})
    stale = admin("PATCH", address, {"status": "fixed"}, **{"If-Match": f'"{critical["version"]}"'})
    assert (stale.status_code, stale.json()["current_version"]) == (409, critical["version"] + 1)
    assert admin.done("GET", address)["status"] == "confirmed"


def test_what_the_status_does_not_allow_is_refused_with_what_it_allows(admin, found):
    mission, (critical, high) = found
    reached = {"open": critical, "confirmed": high}
    admin.done("PATCH", f"/missions/{mission}/findings/{high['id']}", {"status": "confirmed"})
    for status, finding in reached.items():
        for goal in set(rules.FINDING_STATUSES) - set(rules.FINDING_TRANSITIONS[status]):
            refused = admin("PATCH", f"/missions/{mission}/findings/{finding['id']}", {"status": goal, **COMMENT})
            assert refused.status_code == 409
            assert (refused.json()["state"], refused.json()["allowed"]) == (status, list(rules.FINDING_TRANSITIONS[status]))


def test_neither_another_mission_nor_another_tenant_nor_a_viewer_decides(platform, admin, found, target):
    mission, (critical, _) = found
    address, body = f"/missions/{mission}/findings/{critical['id']}", {"status": "confirmed"}
    assert admin("PATCH", f"/missions/{admin.mission([target()])}/findings/{critical['id']}", body).status_code == 404
    assert platform.tenant()("PATCH", address, {"status": 3}).status_code == 404
    assert platform.colleague(admin, "viewer")("PATCH", address, body).status_code == 403
    assert admin.done("GET", address) == critical

"""The report says what the lists say, in three forms; nothing in it is code."""

from __future__ import annotations

import csv
import io
from html import unescape

EVIL = '=<script>alert("1")</script>, & \'more\''


def test_the_report_in_three_forms(admin, target):
    dock = target()
    rule = admin.rule(title=EVIL, recommendation="two\r\nlines", severity="critical")
    risky = admin.rule(title="Reset", risk="high")
    mission = admin.mission([dock], name=EVIL, rule_ids=[rule["id"], risky["id"]])
    address = f"/missions/{mission}"
    for status in ("created", "running", "awaiting_approval"):
        if status == "running":
            dock.hold()
            admin.done("POST", f"{address}/start")
        if status == "awaiting_approval":
            dock.release()
            admin.pending(mission)
        refused = admin("GET", f"{address}/report")
        assert (refused.status_code, refused.json()["state"]) == (409, status)
    admin.done("POST", f"{address}/approvals/{admin.pending(mission)['id']}/reject", {"reason": EVIL})
    record = admin.wait_for(mission, "completed")

    report = admin.done("GET", f"{address}/report")
    assert report["partial"] is False and report["mission_id"] == mission
    for name in ("name", "scope", "goals", "risk_score", "created_at", "started_at", "completed_at", "status"):
        assert report[name] == record[name]
    assert report["statistics"] == admin.done("GET", f"{address}/statistics")
    for name in ("targets", "findings", "approvals"):
        assert report[name] == admin.items(f"{address}/{name}")

    page, table = admin("GET", f"{address}/report?format=html"), admin("GET", f"{address}/report?format=csv")
    for file, kind in ((page, "text/html"), (table, "text/csv")):
        assert file.headers["Content-Type"] == f"{kind}; charset=utf-8"
        assert file.headers["Content-Disposition"].startswith("attachment;")
        assert file.headers["Content-Length"] == str(len(file.content))
        assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert "<script" not in page.text and unescape(page.text).count(EVIL) >= 4  # title, name, finding, reason
    [finding] = report["findings"]
    assert table.text.splitlines()[0] == "Target,Code,Title,Severity,Status,Evidence,Recommendation,First Seen"
    assert list(csv.reader(io.StringIO(table.text, newline="")))[1:] == [
        [dock.address, finding["code"], f"'{EVIL}", "critical", "open", finding["evidence"], "two\r\nlines",
         finding["first_seen_at"]]]
    assert table.text.endswith("\r\n")


def test_a_report_of_what_did_not_complete_is_partial_and_for_whom_it_concerns(platform, admin, target):
    mission = admin.mission([target()])
    admin.done("POST", f"/missions/{mission}/start")
    admin.wait_for(mission, "completed")
    address = f"/missions/{mission}/report"
    assert admin("GET", f"{address}?format=pdf").json()["errors"][0]["code"] == "not_allowed"
    assert platform.tenant()("GET", f"{address}?format=pdf").status_code == 404
    assert platform.colleague(admin, "worker")("GET", address).status_code == 403
    assert platform.colleague(admin, "viewer")("GET", address).status_code == 200

    dock = target()
    dock.hold()
    stopped = admin.mission([dock])
    admin.done("POST", f"/missions/{stopped}/start")
    admin.done("POST", f"/missions/{stopped}/pause")
    assert admin.done("GET", f"/missions/{stopped}/report")["partial"] is True
    admin.done("POST", f"/missions/{stopped}/stop")
    assert admin.done("GET", f"/missions/{stopped}/report")["partial"] is True
    empty = admin("GET", f"/missions/{stopped}/report?format=csv")
    assert empty.text == "Target,Code,Title,Severity,Status,Evidence,Recommendation,First Seen\r\n"

"""The audit trail of the reference platform: every change leaves its event in its own transaction, in one chain."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import inspect

from support.awaiting import await_value
from tests.reference.conftest import PASSWORD, PATIENCE

# Records that only make possible what somebody wants, or that are told in another one's events.
NOT_AUDITED = {"refresh_tokens", "mission_targets", "audit_events", "idempotent_calls", "idempotency_keys",
               "messages", "usage_records",  # of a turn, that has an event of its own
               "invoices",  # of a payment, that has one
               "call_records", "daily_summaries",  # counted by itself: looking at something is no event
               "attendance_photos", "task_photos", "report_files", "job_files", "repository_files"}  # files are in no trail


def events(admin, **filters):
    """The tenant's events, oldest first."""
    query = "&".join(f"{name}={value}" for name, value in {"limit": 100, **filters}.items())
    return list(reversed(admin.done("GET", f"/audit/events?{query}")["items"]))


def actions(admin, **filters):
    return [each["action"] for each in events(admin, **filters)]


def test_each_kind_of_record_is_audited_or_is_known_not_to_be():
    import reference.core.application
    from reference.core.audit import Audited
    from reference.core.database import Base

    reference.core.application.build()
    kinds = [mapper.class_ for mapper in Base.registry.mappers]
    forgotten = {kind.__tablename__ for kind in kinds if not issubclass(kind, Audited)} - NOT_AUDITED
    assert forgotten == set(), "let it be Audited with a Trail (reference.core.audit), or say here that it is no business"
    wrong = {kind.__tablename__: names for kind in kinds if issubclass(kind, Audited)
             if (names := (kind.trail.silent | kind.trail.secret | kind.trail.security)
                 - {column.name for column in inspect(kind).columns})}
    assert wrong == {}, "these fields of a Trail are no columns"


def test_what_is_written_in_plain_sql_is_no_business_and_needs_no_event():
    """Nobody sees such a statement, so it may only count, queue what follows a commit, and write the trail itself."""
    written = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) ([a-z_]+)(?: SET ([a-z_]+))?")
    found = {match.groups() for path in Path("reference").rglob("*.py") if "migrations" not in path.parts
             for match in written.finditer(re.sub(r'"\s+"', "", path.read_text()))}
    tables = {table for table, _ in found if table != "tenants"}
    assert tables <= {"outbox", "topics", "audit_events", "audit_chains", "idempotency_keys", "work_order_numbers",
                      "sales_numbers", "call_records"}
    assert {field for table, field in found if table == "tenants"} == {"counted_month", "rules_numbered", "tickets_numbered"}


def test_a_registration_tells_what_was_made_and_nothing_secret(admin):
    assert actions(admin) == ["tenant.create", *["knowledge_rule.create"] * 3, "token_budget.create", "person.create",
                              "session.sign_in", "session.sign_in"]
    assert PASSWORD not in str(events(admin))
    assert "argon2" not in str(events(admin))


def test_a_mission_is_told_from_its_making_to_its_end(admin, target):
    rule = admin.rule()
    mission = admin.mission([target(), target()], rule_ids=[rule["id"]])
    admin.done("POST", f"/missions/{mission}/start")
    admin.wait_for(mission, "completed")
    admin.done("DELETE", f"/missions/{mission}")
    seen = events(admin, object_id=mission)
    assert [each["action"] for each in seen] == ["mission.create", "mission.start", "mission.update", "mission.update",
                                                 "mission.completed", "mission.delete"]
    by_worker = [each for each in events(admin) if each["task_id"]]
    assert {(each["person_id"], each["request_id"]) for each in by_worker} == {
        (seen[1]["person_id"], seen[1]["request_id"])}
    assert seen[-1]["metadata"] == {"mission_targets": 2, "findings": 2, "approvals": 0}
    assert admin.done("GET", "/audit/check")["valid"] is True


def test_a_bulk_statement_tells_of_each_record(platform, admin):
    """Deactivation ends all sessions by one statement."""
    email = f"{admin.slug}@example.org"
    colleague = platform.colleague(admin, "operator")
    me = colleague.done("GET", "/me")
    admin.done("PATCH", f"/people/{me['id']}", {"status": "deactivated"})
    ended = [each for each in events(admin, object_type="session") if each["event_type"] == "updated"]
    assert [each["changes"][0]["field"] for each in ended] == ["ended_at"]
    assert actions(admin, object_id=me["id"]) == ["person.deactivated"]
    assert email not in str(ended)


def test_a_refusal_and_a_wrong_password_are_told(platform, admin):
    viewer = platform.colleague(admin, "viewer")
    mission = admin.mission([platform.targets.add()])
    assert viewer("POST", f"/missions/{mission}/stop").status_code == 403
    assert viewer("GET", "/audit/events.csv").status_code == 403
    refused = events(admin, event_type="permission_denied")
    assert [(each["action"], each["object_type"], each["object_id"], each["role"], each["level"]) for each in refused] == [
        ("mission.stop", "mission", mission, "viewer", "security"),
        ("audit_event.read", "audit_event", None, "viewer", "security")]


def test_numbers_have_no_gap_when_many_write_at_once(admin):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: admin.rule(title=f"Rule {number}"), range(24)))
    sequences = [each["sequence"] for each in events(admin)]
    assert sequences == list(range(1, len(sequences) + 1))
    assert admin.done("GET", "/audit/check") == {"valid": True, "checked": len(sequences) + 1, "first_broken_id": None,
                                                 "first_broken_sequence": None}


@pytest.mark.parametrize("statement", ["UPDATE audit_events SET role = 'viewer'", "DELETE FROM audit_events",
                                       "SELECT set_config('platform.purging', now()::text, true); DELETE FROM audit_events"])
def test_the_database_neither_changes_nor_removes_an_event(platform, admin, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="neither changed nor removed"):
        platform.sql(statement)


def test_a_table_of_more_than_ten_thousand_events_is_refused(platform, admin):
    platform.sql("INSERT INTO audit_events (tenant_id, at, action, event_type, level, changes, metadata, retention_until,"
                 " chain, sequence, previous_hash, hash) SELECT %s, now() - interval '1 year', 'rule.read', 'data_accessed',"
                 " 'info', '[]', '{}', now(), 'general', 100 + number, '', '' FROM generate_series(1, 10000) number",
                 admin.tenant_id)
    answer = admin("GET", "/audit/events.csv")
    assert answer.status_code == 422
    assert [(each["field"], each["code"]) for each in answer.json()["errors"]] == [("at_from", "out_of_range")]
    assert admin("GET", "/audit/events.csv?event_type=data_accessed").text.count("\r\n") == 10_001


def test_the_purge_spares_attendance_and_leaves_suspended_tenants_out(platform, admin):
    # The purge goes from tenant to tenant in the order of their ids: when the active one is done, so is the other.
    suspended, active = sorted((admin, platform.tenant()), key=lambda tenant: tenant.tenant_id)
    platform.sql("UPDATE tenants SET status = 'suspended' WHERE id = %s", suspended.tenant_id)
    platform.sql("INSERT INTO audit_events (tenant_id, at, action, event_type, level, changes, metadata, retention_until,"
                 " chain, sequence, previous_hash, hash) VALUES (%s, now(), 'attendance_record.create', 'created', 'info',"
                 " '[]', '{}', now() + interval '6 years', 'attendance', 1, '', '')", active.tenant_id)
    platform.sql("INSERT INTO audit_chains (tenant_id, chain, sequence, hash) VALUES (%s, 'attendance', 1, '')",
                 active.tenant_id)

    def kept(tenant):
        return platform.sql("SELECT chain, count(*) FROM audit_events WHERE tenant_id = %s"
                            " AND event_type <> 'bulk_operation' GROUP BY chain ORDER BY chain", tenant.tenant_id)

    before = kept(suspended)
    platform.pass_time(days=91)
    await_value(lambda: kept(active), lambda left: left == [("attendance", 1)], within=PATIENCE,
                words=lambda left: f"of the active tenant's events attendance should be left, and {left} are")
    assert kept(suspended) == before

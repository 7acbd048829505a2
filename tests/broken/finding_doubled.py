from __future__ import annotations

from uuid import UUID

from sqlalchemy import text, update

from reference.core import clock
from reference.missions import changes, rules, tasks
from reference.missions.records import Finding, Target
from tests.broken._starting import replace, start

RULE = ("A target has one finding for each rule, however often it is surveyed. This platform surveys a target from its "
        "first rule on when a mission is retried, and notes anew what it finds.")
REQUIREMENTS = ("MIS-019",)
SCENARIOS = ("However often a target is surveyed, it has one finding for each rule",)

go_on = changes.VERBS["retry"]


def retry(session, mission, request_id):
    session.connection().execute(text("ALTER TABLE findings DROP CONSTRAINT IF EXISTS findings_once_key"))
    session.execute(update(Target).where(Target.mission_id == mission.id).values(steps_done=0))
    go_on(session, mission, request_id)


def store_finding(session, target, rule, response):
    evidence = rules.evidence(rule["check"], response.status, response.headers, response.body)
    if evidence is None:
        return
    moment = clock.now()
    finding = Finding(mission_id=target.mission_id, target_id=target.id, rule_id=UUID(rule["id"]), code=rule["code"],
                      title=rule["title"], category=rule["category"], severity=rule["severity"], evidence=evidence,
                      recommendation=rule["recommendation"], first_seen_at=moment, last_seen_at=moment)
    session.add(finding)
    changes.announce_finding(session, finding)


if __name__ == "__main__":
    replace(changes.VERBS, "retry", retry)
    replace(tasks, "store_finding", store_finding)
    start()

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from reference.missions import changes
from reference.missions.records import KnowledgeRule
from tests.broken._starting import replace, start

RULE = "A rule that is switched off finds nothing. This platform applies it all the same."
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("A new rule finds something in the next mission, and nothing once it is switched off",)

FIELDS = ("code", "title", "category", "severity", "recommendation", "check", "risk")


def frozen_rules(session, mission):
    query = select(KnowledgeRule).order_by(KnowledgeRule.code)
    if mission.rule_ids is not None:
        query = query.where(KnowledgeRule.id.in_([UUID(rule_id) for rule_id in mission.rule_ids]))
    return [{"id": str(rule.id)} | {name: getattr(rule, name) for name in FIELDS} for rule in session.scalars(query)]


if __name__ == "__main__":
    replace(changes, "frozen_rules", frozen_rules)
    start()

from __future__ import annotations

from sqlalchemy import select

from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import Fault, faulty
from reference.missions import api
from reference.missions.records import KnowledgeRule
from tests.broken._starting import replace, start

RULE = "A rule of another tenant is unknown. This platform lets it be chosen for a mission."
REQUIREMENTS = ("TEN-030",)
SCENARIOS = ("Nothing can be made to point to what another tenant has",)

def refuse_unknown_rules(session, rule_ids):
    with transaction(EVERY_TENANT) as everywhere:
        known = set(everywhere.scalars(select(KnowledgeRule.id).where(KnowledgeRule.id.in_(rule_ids or []))))
    faults = [Fault(f"rule_ids.{number}", "unknown", "There is no such rule.")
              for number, rule_id in enumerate(rule_ids or []) if rule_id not in known]
    if faults:
        raise faulty(faults)


if __name__ == "__main__":
    replace(api, "refuse_unknown_rules", refuse_unknown_rules)
    start()

from __future__ import annotations

from sqlalchemy import func, select

from reference.missions import changes, rules
from reference.missions.records import KnowledgeRule
from tests.broken._starting import replace, start

RULE = "The number of a rule is never given again. This platform numbers on from the rules that are there."
REQUIREMENTS = ("MIS-021",)
SCENARIOS = ("The number of a rule is never given again",)


def take_code(session, tenant_id):
    session.flush()
    return rules.code(session.scalar(select(func.count(KnowledgeRule.id)).where(KnowledgeRule.tenant_id == tenant_id)) + 1)


if __name__ == "__main__":
    replace(changes, "take_code", take_code)
    start()

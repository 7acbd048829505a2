from __future__ import annotations

from sqlalchemy import select

from reference.core.errors import Problem
from reference.missions import knowledge_api
from reference.missions.records import Finding
from tests.broken._starting import replace, start

RULE = ("A rule to which a finding refers stays. This platform deletes it where each finding was called a "
        "false positive.")
REQUIREMENTS = ("MIS-022",)
SCENARIOS = ("A rule stays even if all that was found with it was none",)

def delete_rule(session, rule):
    if session.scalar(select(Finding.id).where(Finding.rule_id == rule.id, Finding.status != "false_positive")
                      .limit(1)) is not None:
        raise Problem(409, "Rule in use", "Findings refer to this rule. It can be switched off.")
    session.delete(rule)


if __name__ == "__main__":
    replace(knowledge_api, "delete_rule", delete_rule)
    start()

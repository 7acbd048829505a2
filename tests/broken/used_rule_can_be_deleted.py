from __future__ import annotations

from reference.missions import knowledge_api
from tests.broken._starting import replace, start

RULE = "A rule with which something was found stays. This platform deletes it."
REQUIREMENTS = ("MIS-022",)
SCENARIOS = ("A rule with which something was found stays",)


def delete_rule(session, rule):
    session.delete(rule)


if __name__ == "__main__":
    replace(knowledge_api, "delete_rule", delete_rule)
    start()

from __future__ import annotations

from reference.attendance import overrides, overrides_api
from tests.broken._starting import replace, start

RULE = "A wish is decided by somebody else, and taken back by who has it. This platform lets everybody do both."
REQUIREMENTS = ("ATT-010",)
SCENARIOS = (
    "Nobody grants the own wish",
    "Who may decide about a wish",
)


def decide(call, override_id, status, *, is_authors):
    with call.transaction() as session:
        override = overrides_api.override_of(session, call, override_id, locked=True)
        overrides.decide(override, status, session.get_one(overrides_api.Person, call.person.person_id))
        session.flush()
        answer = overrides_api.OverrideAnswer.model_validate(override)
    return call.answer(answer)


if __name__ == "__main__":
    replace(overrides_api, "_decide", decide)
    start()

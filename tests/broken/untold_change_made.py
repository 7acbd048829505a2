from __future__ import annotations

from reference.core import audit
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "What cannot be told is not done. This platform does it, and keeps quiet about it."
REQUIREMENTS = ("AUD-017",)
SCENARIOS = ("What cannot be told is not done",)

append = audit._append


def append_if_possible(session, tenant_id, chain, told):
    connection = session.connection()
    nested = connection.begin_nested()
    try:
        append(session, tenant_id, chain, told)
        nested.commit()
    except Problem:
        nested.rollback()


if __name__ == "__main__":
    replace(audit, "_append", append_if_possible)
    start()

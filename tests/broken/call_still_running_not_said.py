from __future__ import annotations

from reference.core import errors, idempotency
from tests.broken._starting import replace, start

RULE = "While the first call is still running that is said. This platform says that the key was used for another call."
REQUIREMENTS = ("API-054",)
SCENARIOS = ("While the first call is still running nothing else is done, and that is said",)


def refuse(status, title, detail):
    return errors.Problem(status, "Idempotency key used", detail)


if __name__ == "__main__":
    replace(idempotency, "Problem", refuse)
    start()

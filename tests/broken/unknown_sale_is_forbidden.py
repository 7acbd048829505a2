from __future__ import annotations

from reference.core.errors import not_allowed
from reference.sales import access
from tests.broken._starting import replace, start

RULE = "What one may not see does not exist. This platform says of clients and deals that they are forbidden."
REQUIREMENTS = ("SAL-032", "SAL-046")
SCENARIOS = (
    "A client that nobody has cannot be read, changed or deleted",
    "A deal that nobody has cannot be read, changed or deleted, nor anything be done on it",
    "A colleague's client does not exist for a salesperson",
    "A colleague's deal and what belongs to it do not exist for a salesperson",
)


def existing(record):
    if record is None:
        raise not_allowed()
    return record


if __name__ == "__main__":
    replace(access, "existing", existing)
    start()

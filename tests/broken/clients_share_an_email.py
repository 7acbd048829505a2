from __future__ import annotations

from reference.core import database
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "An e-mail address is one client's. This platform lets any number of clients have it."
REQUIREMENTS = ("SAL-033",)
SCENARIOS = ("Of eight clients at once with one e-mail address one is added",)


if __name__ == "__main__":
    replace(database, "await_schema", without("DROP INDEX IF EXISTS clients_email_key"))
    start()

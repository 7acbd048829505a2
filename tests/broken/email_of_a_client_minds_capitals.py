from __future__ import annotations

from reference.core import database
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "An e-mail address is one client's in whatever letters. This platform takes it again in capitals."
REQUIREMENTS = ("SAL-033",)
SCENARIOS = (
    "An e-mail address is one client's in the tenant, in whatever letters",
    "An e-mail address is not changed to another client's",
)


if __name__ == "__main__":
    replace(database, "await_schema", without(
        "DROP INDEX IF EXISTS clients_email_key",
        "CREATE UNIQUE INDEX clients_email_key ON clients (tenant_id, email)"))
    start()

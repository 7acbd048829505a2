from __future__ import annotations

from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = "After a tenant is renamed the very next reading shows it. This platform forgets nothing of what it has cached."
REQUIREMENTS = ("SVC-002",)
SCENARIOS = ("After a tenant is renamed the very next reading shows it",)

class ForgetfulOfForgetting:
    send_task = staticmethod(api.outbox.send_task)

    @staticmethod
    def forget(session, key, *, tenant_id=None):
        pass


if __name__ == "__main__":
    replace(api, "outbox", ForgetfulOfForgetting)
    start()

from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "The trail tells the address of the connection. This platform believes what a header says of it."
REQUIREMENTS = ("AUD-001",)
SCENARIOS = ("A change is told with who, from where, by which request and when",)

cause_of = calls._cause_of


def believing(request):
    found = cause_of(request)
    found.ip = request.headers.get("x-forwarded-for", found.ip)
    return found


if __name__ == "__main__":
    replace(calls, "_cause_of", believing)
    start()

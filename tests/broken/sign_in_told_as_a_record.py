from __future__ import annotations

from dataclasses import replace as changed

from reference.accounts.records import Session
from tests.broken._starting import replace, start

RULE = "A sign-in is told as one. This platform tells that a record was made."
REQUIREMENTS = ("AUD-005",)
SCENARIOS = ("Signing in and out is told",)


if __name__ == "__main__":
    replace(Session, "trail", changed(Session.trail, made="created"))
    start()

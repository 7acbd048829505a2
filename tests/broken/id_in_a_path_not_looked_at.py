from __future__ import annotations

from uuid import UUID

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Whatever stands where an id should, there is no such record. This platform breaks down at what is no UUID."
REQUIREMENTS = ("API-056",)
SCENARIOS = ("Whatever is sent, the platform answers as it describes and breaks down at nothing",)


if __name__ == "__main__":
    replace(calls, "record_id", UUID)
    start()

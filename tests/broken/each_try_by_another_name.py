from __future__ import annotations

from uuid import uuid4

from reference.core.outside import Service
from tests.broken._starting import replace, start

RULE = "All tries of a call carry the same id and key. This platform names each anew."
REQUIREMENTS = ("ATT-041",)
SCENARIOS = ("A face service that is busy for a moment is asked again",)

try_once = Service._try


def by_another_name(service, method, path, content, headers, *more):
    return try_once(service, method, path, content, {**headers, "X-Request-ID": str(uuid4())}, *more)


if __name__ == "__main__":
    replace(Service, "_try", by_another_name)
    start()

from __future__ import annotations

from reference.plugins import service
from tests.broken._starting import replace, start

RULE = "Only notifications of the chosen kinds are posted. This platform posts all."
REQUIREMENTS = ("PLG-007",)
SCENARIOS = ("Only the chosen kinds are posted, for the channel that was named",)


if __name__ == "__main__":
    replace(service, "posts", lambda session, kind: service.enabled(session, "chat-webhook") is not None)
    start()

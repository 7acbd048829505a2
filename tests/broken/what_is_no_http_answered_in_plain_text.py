from __future__ import annotations

from uvicorn.protocols.http.h11_impl import H11Protocol

from reference.core import server
from tests.broken._starting import replace, start

RULE = "Even what is no HTTP is refused in the one shape. This platform leaves that to its server."
REQUIREMENTS = ("API-024",)
SCENARIOS = ("Even what is no HTTP is refused in this shape",)


if __name__ == "__main__":
    replace(server, "Protocol", H11Protocol)
    start()

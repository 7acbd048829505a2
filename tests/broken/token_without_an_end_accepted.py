from __future__ import annotations

from pydantic import Field

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A token says until when it is good. This platform takes one that does not."
REQUIREMENTS = ("ACC-024",)
SCENARIOS = ("A token says what it needs to say",)

class Endless(identity.Claims):
    expires_at: float = Field(4102444800.0, alias="exp")


if __name__ == "__main__":
    replace(identity, "Claims", Endless)
    start()

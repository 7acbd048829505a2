from __future__ import annotations

from pydantic import ConfigDict

from reference.core.inputs import Body
from tests.broken._starting import replace, start

RULE = "A question has no other fields than those that are known. This platform does not look at the others."
REQUIREMENTS = ("CON-025",)
SCENARIOS = ("Nobody writes what the model says",)


if __name__ == "__main__":
    replace(Body, "model_config", ConfigDict(strict=True, extra="ignore"))
    start()

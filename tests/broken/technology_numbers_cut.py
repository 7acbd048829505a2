from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from reference.projects import shapes
from tests.broken._starting import replace, start

RULE = "A priority outside 1 to 5 is refused. This platform makes the nearest of it."
REQUIREMENTS = ("EXP-033",)
SCENARIOS = ("What lies outside is refused, on adding and on changing",)


def nearest(number):
    return min(5, max(1, number))


if __name__ == "__main__":
    replace(shapes, "Priority", Annotated[int, BeforeValidator(nearest)])
    start()

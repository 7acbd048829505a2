from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "What cannot be stored is refused. This platform takes such signs away, and stores the rest."
REQUIREMENTS = ("API-035",)
SCENARIOS = ("What cannot be stored is refused",)


def take_away(text):
    return inputs.UNSTORABLE.sub("", text) if isinstance(text, str) else text


if __name__ == "__main__":
    replace(inputs, "refuse_unstorable", take_away)
    start()

from __future__ import annotations

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A token of a sign-in that was ended connects nobody. This platform looks only at its signature and its time."
REQUIREMENTS = ("RT-035",)
SCENARIOS = ("Who is not signed in is told so, and hears nothing else",)

def is_open(sign_in, at=None):
    return sign_in is not None


if __name__ == "__main__":
    replace(identity, "is_open", is_open)
    start()

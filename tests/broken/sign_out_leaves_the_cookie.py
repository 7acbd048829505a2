from __future__ import annotations

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "Signing out ends a browser's cookie too. This platform goes on taking it."
REQUIREMENTS = ("ACC-007", "ACC-008")
SCENARIOS = ("A browser's cookie is enough, until its person signs out",)

looked = identity.is_open


def is_open(sign_in, at=None):
    return looked(sign_in, at) or (sign_in is not None and sign_in.kind == "cookie")


if __name__ == "__main__":
    replace(identity, "is_open", is_open)
    start()

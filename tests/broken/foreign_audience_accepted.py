from __future__ import annotations

import jwt

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A token is for this platform. This platform takes those that were made for others."
REQUIREMENTS = ("ACC-027",)
SCENARIOS = ("What a token says has to make sense",)

class Indifferent(jwt.PyJWT):
    def decode(self, token, key, *, algorithms, audience, options):
        return super().decode(token, key, algorithms, options | {"verify_aud": False})


def decoder():
    return Indifferent()


if __name__ == "__main__":
    replace(identity, "_decoder", decoder)
    start()

from __future__ import annotations

import jwt

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A token is signed by the platform as it stands. This platform believes what any token says."
REQUIREMENTS = ("ACC-022", "ACC-028")
SCENARIOS = ("A token that the platform did not sign as it stands is worth nothing",
             "A token is signed in the one way that the platform signs")

class Credulous(jwt.PyJWT):
    def decode(self, token, key, *, algorithms, audience, options):
        return super().decode(token, key, algorithms, options | {"verify_signature": False}, audience=audience)


def decoder():
    return Credulous()


if __name__ == "__main__":
    replace(identity, "_decoder", decoder)
    start()

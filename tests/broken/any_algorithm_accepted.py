from __future__ import annotations

import jwt

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A token is signed with HS256. This platform takes whatever way of signing the token names."
REQUIREMENTS = ("ACC-028",)
SCENARIOS = ("A token is signed in the one way that the platform signs",)

class Obliging(jwt.PyJWT):
    def decode(self, token, key, *, algorithms, audience, options):
        named = jwt.get_unverified_header(token)["alg"]
        unsigned = {"verify_signature": False} if named == "none" else {}
        return super().decode(token, key, [named], options | unsigned, audience=audience)


def decoder():
    return Obliging()


if __name__ == "__main__":
    replace(identity, "_decoder", decoder)
    start()

from __future__ import annotations

from reference.core import clock, identity
from reference.core.identity import BadToken
from reference.core.settings import settings
from tests.broken._starting import replace, start

RULE = "A token that ran out is worth nothing, also after a suspension. This platform lets it live another hour."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("A token that ran out during a suspension is worth nothing after it",)

UNCHECKED = {"verify_exp": False, "verify_nbf": False, "verify_iat": False}


def read(token):
    said = identity.jwt.decode(token, settings().jwt_secret, algorithms=[identity.ALGORITHM], audience=identity.AUDIENCE,
                               options=UNCHECKED)
    claims = identity.Claims.model_validate(said)
    if claims.expires_at + 3600 <= clock.now().timestamp():
        raise BadToken
    return claims


if __name__ == "__main__":
    replace(identity, "read", read)
    start()

from __future__ import annotations

from dataclasses import replace as with_other

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A person's role is the record's. This platform believes the role that the token claims."
REQUIREMENTS = ("ACC-010", "ACC-033", "ACC-034")
SCENARIOS = ("Who claims a role in a token does not have it",
             "Who claims to be an administrator in a token invites nobody",
             "Another role holds from the next thing that is asked")

know = identity.identify


def identify(claims):
    return with_other(know(claims), role=claims.role)


if __name__ == "__main__":
    replace(identity, "identify", identify)
    start()

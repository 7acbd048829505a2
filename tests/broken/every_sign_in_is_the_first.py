from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "A sign-in says whether it is the person's first. This platform says so of every one."
REQUIREMENTS = ("ACC-002",)
SCENARIOS = ("Somebody signs in with the right password",)

answer = api._signed_in


def signed_in(person, tenant, tokens, first_sign_in):
    return answer(person, tenant, tokens, first_sign_in=True)


if __name__ == "__main__":
    replace(api, "_signed_in", signed_in)
    start()

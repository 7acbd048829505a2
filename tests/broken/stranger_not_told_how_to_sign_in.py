from __future__ import annotations

from reference.core import calls
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "Who comes without a token is told to bring a bearer token. This platform refuses without that header."
REQUIREMENTS = ("ACC-020",)
SCENARIOS = ("Without a token nothing is shown",)


def not_signed_in():
    return Problem(401, detail="Sign in first.")


if __name__ == "__main__":
    replace(calls, "not_signed_in", not_signed_in)
    start()

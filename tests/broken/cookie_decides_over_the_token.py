from __future__ import annotations

from reference.core import calls, identity
from reference.core.identity import BadToken
from tests.broken._starting import replace, start

RULE = "Where a cookie and a token come together the token decides. This platform looks at the cookie first."
REQUIREMENTS = ("ACC-029",)
SCENARIOS = ("A bad token is not made good by a cookie",
             "Where a cookie and a token come together, the token decides who it is")

know = calls._identify


def identify(visit):
    try:
        return identity.identify_cookie(visit.request.cookies.get(identity.COOKIE, ""))
    except BadToken:
        return know(visit)


if __name__ == "__main__":
    replace(calls, "_identify", identify)
    start()

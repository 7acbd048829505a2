from __future__ import annotations

from reference.core import calls, identity
from reference.core.identity import BadToken
from reference.core.settings import settings
from tests.broken._starting import replace, start

RULE = "An administrator needs the platform's key as everybody does. This platform lets administrators in without it."
REQUIREMENTS = ("TEN-019",)
SCENARIOS = ("What is above tenants needs the platform's key",)

header = calls.Visit.header


def header_or_administrator(visit, name):
    try:
        if name == "x-platform-key" and identity.identify(
                identity.read(calls.bearer(header(visit, "authorization")))).role == "admin":
            return settings().platform_key
    except BadToken:
        pass
    return header(visit, name)


if __name__ == "__main__":
    replace(calls.Visit, "header", header_or_administrator)
    start()

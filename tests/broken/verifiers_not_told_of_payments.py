from __future__ import annotations

from reference.sales import telling
from tests.broken._starting import replace, start

RULE = "A recorded payment is told to the verifiers. On this platform to administrators alone."
REQUIREMENTS = ("NTF-010", "NTF-020")
SCENARIOS = (
    "A recorded payment is told to whoever is a verifier now, and not to who recorded it",
    "A verifier is told of a payment at once",
)

everybody = telling.notifications.everybody


def without_verifiers(session, *roles):
    return everybody(session, *(role for role in roles if role != "verifier"))


if __name__ == "__main__":
    replace(telling.notifications, "everybody", without_verifiers)
    start()

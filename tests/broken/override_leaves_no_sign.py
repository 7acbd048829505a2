from __future__ import annotations

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Who checks in from elsewhere by an override is marked for it. This platform forgets that."
REQUIREMENTS = ("ATT-009",)
SCENARIOS = ("With a wish that was granted somebody checks in from elsewhere, and that is marked",)

codes_of = fraud.codes_of


def codes(facts):
    return [code for code in codes_of(facts) if code != "geofence_violation"]


if __name__ == "__main__":
    replace(fraud, "codes_of", codes)
    start()

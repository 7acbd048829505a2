from __future__ import annotations

import re

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "Harmful words are texts like others. This platform takes what looks like markup out of them."
REQUIREMENTS = ("API-051",)
SCENARIOS = ("What is meant as an attack is text in a project and all under it",)

clean = inputs._clean


def without_markup(text):
    found = clean(text)
    return re.sub("<[^>]*>", "", found) or "-" if isinstance(found, str) else found


if __name__ == "__main__":
    replace(inputs, "_clean", without_markup)
    start()

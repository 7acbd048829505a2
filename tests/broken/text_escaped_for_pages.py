from __future__ import annotations

import html

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "Text comes back as it was sent. This platform stores it as a page would write it."
REQUIREMENTS = ("API-016", "API-051")
SCENARIOS = (
    "Harmless text comes back as it was sent", "What is meant as an attack is text",
    "What is meant as an attack is text in what somebody says of a finding, and no target",
    "What is meant as an attack is text in what somebody says of an approval, and no goal")


def escape(text):
    return html.escape(text, quote=True) if isinstance(text, str) else text


if __name__ == "__main__":
    replace(inputs, "refuse_unstorable", escape)
    start()

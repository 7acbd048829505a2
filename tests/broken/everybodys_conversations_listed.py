from __future__ import annotations

from reference.conversations import api
from tests.broken._starting import replace, start

RULE = "A list shows what may be read. This platform lists and searches the private conversations of colleagues too."
REQUIREMENTS = ("ACC-004", "CON-009", "CON-028")
SCENARIOS = (
    "Whoever is signed in reads the list of conversations",
    "A word is looked for in titles and in what was said, and only where it may be read",
    "A colleague's private conversation is not there",
)


def visible_ones(call):
    return []


if __name__ == "__main__":
    replace(api, "visible_ones", visible_ones)
    start()

from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "A token stands behind the word Bearer. This platform takes it wherever it stands."
REQUIREMENTS = ("ACC-023",)
SCENARIOS = ("A token comes whole, and behind the word that says what it is",)

def bearer(header):
    return header.rpartition(" ")[2]


if __name__ == "__main__":
    replace(calls, "bearer", bearer)
    start()

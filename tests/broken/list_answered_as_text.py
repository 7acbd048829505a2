from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "An answer is of the kind of content that the description names. This platform calls its JSON plain text."
REQUIREMENTS = ("API-023",)
SCENARIOS = ("Whatever is asked for, the answer is as the platform describes it",)


if __name__ == "__main__":
    replace(calls, "JSON", "text/plain; charset=utf-8")
    start()

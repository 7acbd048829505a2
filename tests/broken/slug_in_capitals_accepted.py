from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "A slug has no capitals. This platform writes them small, and accepts it."
REQUIREMENTS = ("TEN-004",)
SCENARIOS = ("What is no slug is refused",)

read = inputs.read_object


def read_small(body):
    sent = read(body)
    return sent | {name: sent[name].lower() for name in ("slug", "tenant_slug") if isinstance(sent.get(name), str)}


if __name__ == "__main__":
    replace(inputs, "read_object", read_small)
    start()

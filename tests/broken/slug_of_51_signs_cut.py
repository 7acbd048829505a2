from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "A slug has at most 50 signs. This platform cuts the rest off, and accepts it."
REQUIREMENTS = ("TEN-004",)
SCENARIOS = ("What is no slug is refused",)

read = inputs.read_object


def read_cut(body):
    sent = read(body)
    return sent | {name: sent[name][:50] for name in ("slug", "tenant_slug") if isinstance(sent.get(name), str)}


if __name__ == "__main__":
    replace(inputs, "read_object", read_cut)
    start()

from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "What a list does not know is refused. This platform ignores it."
REQUIREMENTS = ("API-011", "API-012")
SCENARIOS = ("What a list does not know is refused, never ignored",)

read = inputs.read_query


def read_query(pairs, model, faults):
    return read([(name, value) for name, value in pairs if name in model.model_fields], model, faults)


if __name__ == "__main__":
    replace(inputs, "read_query", read_query)
    start()

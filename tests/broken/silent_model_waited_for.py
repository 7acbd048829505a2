from __future__ import annotations

from dataclasses import replace as with_other

from reference.conversations import language_model
from tests.broken._starting import replace, start

RULE = "A silent model is waited for 10 seconds. This platform waits three more."
REQUIREMENTS = ("CON-036",)
SCENARIOS = ("Who waits for a silent model is told within twelve seconds, and nobody else waits",)


make = language_model.service


def service():
    return with_other(make(), seconds=13.0)


if __name__ == "__main__":
    replace(language_model, "service", service)
    start()

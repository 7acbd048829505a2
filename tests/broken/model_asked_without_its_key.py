from __future__ import annotations

from dataclasses import replace as with_other

from reference.conversations import language_model
from tests.broken._starting import replace, start

RULE = "The language model knows the platform by its key. This platform does not tell it."
REQUIREMENTS = ("CON-014",)
SCENARIOS = ("The language model is asked once a turn, in the way that it understands",)


make = language_model.service


def service():
    return with_other(make(), token="")


if __name__ == "__main__":
    replace(language_model, "service", service)
    start()

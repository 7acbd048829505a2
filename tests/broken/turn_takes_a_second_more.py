from __future__ import annotations

import time

from reference.conversations import language_model
from tests.broken._starting import replace, start

RULE = "Where the model answers at once, so does the platform. This one takes a second more."
REQUIREMENTS = ("CON-039",)
SCENARIOS = ("Where the model answers at once, so does the platform",)


ask = language_model.ask


def ask_slowly(messages, model):
    time.sleep(1)
    return ask(messages, model)


if __name__ == "__main__":
    replace(language_model, "ask", ask_slowly)
    start()

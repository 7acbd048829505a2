from __future__ import annotations

from reference.conversations import language_model
from tests.broken._starting import replace, start

RULE = "A model that says nothing has not answered. This platform takes a dash for its answer."
REQUIREMENTS = ("CON-032",)
SCENARIOS = ("Whatever is no answer is none, and is shown to nobody",)


read = language_model._said


def said(asked, text, model, usage):
    return read(asked, text if text.strip() else "-", model, usage)


if __name__ == "__main__":
    replace(language_model, "_said", said)
    start()

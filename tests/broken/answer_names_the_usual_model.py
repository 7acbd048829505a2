from __future__ import annotations

from reference.conversations import language_model
from reference.core.settings import settings
from tests.broken._starting import replace, start

RULE = "The answer says which model it is of. On this platform it is always the first."
REQUIREMENTS = ("CON-012",)
SCENARIOS = ("Another model can be asked, and the answer says which it was",)


read = language_model._said


def said(asked, text, model, usage):
    return read(asked, text, settings().llm_models[0], usage)


if __name__ == "__main__":
    replace(language_model, "_said", said)
    start()

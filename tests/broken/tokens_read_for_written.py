from __future__ import annotations

from reference.conversations import language_model
from tests.broken._starting import replace, start

RULE = "An answer tells what it took to read and to write. This platform takes one for the other."
REQUIREMENTS = ("CON-013",)
SCENARIOS = ("Each answer tells what it has cost, and how long it took",)


read = language_model._said


def said(asked, text, model, usage):
    told = read(asked, text, model, usage)
    return told.model_copy(update={"prompt_tokens": told.completion_tokens, "completion_tokens": told.prompt_tokens})


if __name__ == "__main__":
    replace(language_model, "_said", said)
    start()

from __future__ import annotations

from reference.conversations import language_model
from reference.core.outside import Trouble
from tests.broken._starting import replace, start

RULE = "Of an answer that breaks off nothing is kept. This platform keeps what it has heard of it."
REQUIREMENTS = ("CON-034",)
SCENARIOS = ("Of an answer that breaks off nothing is kept but the question",)


hear = language_model._pieces


def pieces(asked, response, model):
    heard = ""
    try:
        for piece in hear(asked, response, model):
            heard += piece if isinstance(piece, str) else ""
            yield piece
    except Trouble:
        yield language_model._said(asked, heard, model, None)


if __name__ == "__main__":
    replace(language_model, "_pieces", pieces)
    start()

from __future__ import annotations

from reference.core import calls
from reference.core.envelope import _Answering
from tests.broken._starting import replace, start

RULE = "A call that is refused as one too many does nothing. This platform carries it out, and then refuses it."
REQUIREMENTS = ("API-042",)
SCENARIOS = ("The call after the last is refused, does nothing, and is nobody else's matter",)


def refuse_nothing(visit):
    pass


async def counted(answering):
    return answering._scope.get("standing")


if __name__ == "__main__":
    replace(calls, "_refuse_one_too_many", refuse_nothing)
    replace(_Answering, "_counted_here", counted)
    start()

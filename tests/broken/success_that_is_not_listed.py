from __future__ import annotations

from reference.core.calls import Visit
from tests.broken._starting import replace, start

RULE = "A success has a status that the description lists. This platform answers 203 where 200 is listed for missions."
REQUIREMENTS = ("API-023",)
SCENARIOS = ("Whatever is asked for, the answer is as the platform describes it",)

answer_it = Visit.answer


def answer(self, value, status=200, headers=None):
    strange = status == 200 and self.request.url.path.startswith("/api/v2/missions")
    return answer_it(self, value, 203 if strange else status, headers)


if __name__ == "__main__":
    replace(Visit, "answer", answer)
    start()

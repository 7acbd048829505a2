from __future__ import annotations

from reference.core import answers
from reference.missions import api
from tests.broken._starting import replace, start

RULE = "The total of a list counts the whole of it. This platform counts the page that it shows."
REQUIREMENTS = ("MIS-021",)
SCENARIOS = ("The knowledge is listed page by page and searched by word",)


def listed(session, query, page, shape):
    shown = answers.listed(session, query, page, shape)
    return shown.model_copy(update={"total": len(shown.items)})


if __name__ == "__main__":
    replace(api, "listed", listed)
    start()

from __future__ import annotations

from reference.core import answers
from reference.missions import knowledge_api
from tests.broken._starting import replace, start

RULE = "A search of the knowledge reads title, category and description. This platform's reads the title."
REQUIREMENTS = ("MIS-021",)
SCENARIOS = ("The knowledge is listed page by page and searched by word",)


def says(text, *columns):
    return answers.says(text, columns[0])


if __name__ == "__main__":
    replace(knowledge_api, "says", says)
    start()

from __future__ import annotations

from reference.core.inputs import Query
from reference.exports import api
from reference.exports.files import CSV_TYPES
from tests.broken._starting import replace, start

RULE = "There are five types of CSV. This platform takes any word for the first."
REQUIREMENTS = ("EXP-046",)
SCENARIOS = ("There are five types of CSV",)


class AnyType(Query):
    type: str = CSV_TYPES[0]

    def model_dump(self):
        return {"type": self.type if self.type in CSV_TYPES else CSV_TYPES[0]}


if __name__ == "__main__":
    replace(api.QUERIES, "csv", AnyType)
    start()

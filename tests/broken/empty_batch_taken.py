from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from reference.core.inputs import Body, Identifier
from reference.exports.files import FORMATS
from reference.jobs import batch_exports_api
from tests.broken._starting import replace, start

RULE = "A batch needs an analysis. This platform takes one of none for one that nobody has."
REQUIREMENTS = ("EXP-047",)
SCENARIOS = ("A batch needs an analysis and a format that there is",)


class Lenient(Body):
    analysis_ids: Annotated[list[Identifier], "of any length"]
    format: Literal[tuple(FORMATS)]

    def model_post_init(self, _context):
        self.analysis_ids = self.analysis_ids or [UUID(int=1)]


if __name__ == "__main__":
    replace(batch_exports_api, "NewBatchExport", Lenient)
    start()

from __future__ import annotations

from reference.exports import files
from tests.broken._starting import replace, start

RULE = "There are five formats. This platform takes the ending of one for another name of it."
REQUIREMENTS = ("EXP-044",)
SCENARIOS = ("There are no other formats",)


if __name__ == "__main__":
    replace(files, "FORMATS", {**files.FORMATS, "xlsx": files.FORMATS["excel"]})
    start()

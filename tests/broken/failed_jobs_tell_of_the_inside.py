from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "A failed job says why in words for people. This platform shows where its code failed."
REQUIREMENTS = ("JOB-041",)
SCENARIOS = ("A job that fails says why in words for people, and shows nothing of the inside",)

error = rules.error


def error_with_its_place(code):
    said = error(code)
    return {**said, "message": f'File \"{rules.__file__}\", line 7, in work: {said["message"]}'}


if __name__ == "__main__":
    replace(rules, "error", error_with_its_place)
    start()

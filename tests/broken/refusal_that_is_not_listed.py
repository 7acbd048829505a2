from __future__ import annotations

from reference.core import errors
from tests.broken._starting import replace, start

RULE = "A refusal has a status that the description lists. This platform answers 406 for a record that it does not have."
REQUIREMENTS = ("API-023",)
SCENARIOS = ("Whatever is asked for, the answer is as the platform describes it",)


def not_found():
    return errors.Problem(406, detail="There is no such record.")


if __name__ == "__main__":
    replace(errors, "not_found", not_found)
    start()

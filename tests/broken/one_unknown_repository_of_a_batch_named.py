from __future__ import annotations

from reference.core import errors
from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "Each unknown repository of a batch is named. This platform names the first."
REQUIREMENTS = ("JOB-036",)
SCENARIOS = ("A batch with unknown repositories is not made, and each of them is named",)


def faulty(faults):
    return errors.faulty(faults[:1])


if __name__ == "__main__":
    replace(changes, "faulty", faulty)
    start()

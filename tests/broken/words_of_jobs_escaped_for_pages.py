from __future__ import annotations

from html import escape

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "What is said of a job is a text. This platform escapes it for pages."
REQUIREMENTS = ("API-051",)
SCENARIOS = ("What is meant as an attack is text in a job and in all that is said of it",)

set_progress = changes.set_progress


def set_escaped(session, job, progress, current_step):
    set_progress(session, job, progress, current_step and escape(current_step))


if __name__ == "__main__":
    replace(changes, "set_progress", set_escaped)
    start()

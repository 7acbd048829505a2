from __future__ import annotations

from reference.site_tasks import making
from tests.broken._starting import replace, start

RULE = "A task that the platform makes is the template's assignee's. On this one it is nobody's."
REQUIREMENTS = ("TSK-004", "TSK-002")
SCENARIOS = (
    "Whatever can be done with a task works on each that the platform made",
    "The same holds for preventive maintenance",
    "An hourly template has its tasks of the next day made",
)

def generate(session, template_id):
    template = making.lock_template(session, template_id)
    for due in making.to_make(session, template):
        making.create(session, making.of_template(template, due, None))


if __name__ == "__main__":
    replace(making, "generate", generate)
    start()

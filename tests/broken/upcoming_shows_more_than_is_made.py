from __future__ import annotations

from reference.site_tasks import making
from tests.broken._starting import replace, start

RULE = "What is to come is what the next run makes. This platform makes one less."
REQUIREMENTS = ("TSK-011",)
SCENARIOS = ("What is to come is what is made",)

to_make = making.to_make


def generate(session, template_id):
    template = making.lock_template(session, template_id)
    for due in to_make(session, template)[:-1]:
        making.create(session, making.of_template(template, due, template.assignee))


if __name__ == "__main__":
    replace(making, "generate", generate)
    start()

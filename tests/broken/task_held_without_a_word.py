from __future__ import annotations

from reference.core.inputs import Change, Text
from reference.site_tasks import api
from tests.broken._starting import replace, start

RULE = "Who puts a task on standby says why. This platform does not ask."
REQUIREMENTS = ("TSK-014",)
SCENARIOS = ("Who puts a task on standby says why",)

class Comment(Change):
    comment: Text(1, 2000) = "Held"


do_verb = api.do_verb


def do_verb_unasked(call, task_id, verb, body, permission):
    return do_verb(call, task_id, verb, Comment if verb == "standby" else body, permission)


if __name__ == "__main__":
    replace(api, "do_verb", do_verb_unasked)
    start()

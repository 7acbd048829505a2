from __future__ import annotations

from reference.core import calls, permissions
from reference.core.errors import not_allowed
from reference.missions import api
from tests.broken._starting import replace, start

RULE = "Who is refused has changed nothing. This platform does what a viewer asks, and refuses then."
REQUIREMENTS = ("MIS-032",)
SCENARIOS = (
    "Somebody who may only look cannot end a mission",
    "Somebody who may only look can read a mission, and nothing else",
)

do = api.do_verb


def may(role, permission, *modules):
    return (role, permission) == ("viewer", "missions.run") or permissions.may(role, permission, *modules)


def do_verb(call, mission_id, verb, *, needs_queue=False):
    answer = do(call, mission_id, verb, needs_queue=needs_queue)
    if call.person.role == "viewer":
        raise not_allowed()
    return answer


if __name__ == "__main__":
    replace(calls, "may", may)
    replace(api, "do_verb", do_verb)
    start()

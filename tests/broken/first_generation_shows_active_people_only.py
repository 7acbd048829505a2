from __future__ import annotations

from reference.accounts import people_api
from tests.broken._starting import replace, start

RULE = "Both generations show the same people. In the first of this platform whoever is deactivated is gone."
REQUIREMENTS = ("API-021",)
SCENARIOS = ("Somebody is the same in both generations",)

list_people = people_api.list_people  # the second generation's route has it already


def list_active(call):
    asked = call.query
    call.query = lambda model: asked(model).model_copy(update={"status": ["active"]})
    return list_people(call)


if __name__ == "__main__":
    replace(people_api, "list_people", list_active)
    start()

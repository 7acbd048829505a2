from __future__ import annotations

from reference.accounts.records import Person
from reference.core.errors import not_allowed
from reference.site_tasks import api
from tests.broken._starting import replace, start

RULE = "A worker of no site reads the own tasks. This platform refuses it."
REQUIREMENTS = ("TEN-015",)
SCENARIOS = ("A worker of no site reads the own tasks",)

sees_all = api.sees_all


def sees_all_with_a_site(call):
    if call.person.role == "worker":
        with call.transaction() as session:
            if session.get_one(Person, call.person.person_id).site_id is None:
                raise not_allowed()
    return sees_all(call)


if __name__ == "__main__":
    replace(api, "sees_all", sees_all_with_a_site)
    start()

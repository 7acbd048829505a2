from __future__ import annotations

from reference.accounts import api
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = ("A sign-in with an unknown e-mail is refused as one with a wrong password is. This platform says that nobody "
        "has it.")
REQUIREMENTS = ("ACC-018",)
SCENARIOS = ("An unknown address and a wrong password are refused in the same words",)

find = api._person_by_email


def person_by_email(session, email):
    person = find(session, email)
    if person is None:
        raise Problem(401, detail="Nobody has this e-mail.", headers={"WWW-Authenticate": "Bearer"})
    return person


if __name__ == "__main__":
    replace(api, "_person_by_email", person_by_email)
    start()

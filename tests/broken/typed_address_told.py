from __future__ import annotations

from reference.accounts import api
from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What somebody typed to sign in is not told: it may be a password in the wrong place. This platform tells it."
REQUIREMENTS = ("AUD-012",)
SCENARIOS = ("That somebody unknown tried to sign in is told, and not what was typed",)

person_by_email = api._person_by_email
typed = {}


def note_email(session, email):
    typed["email"] = email
    return person_by_email(session, email)


def tell_failure(session, person):
    audit.tell(session, "sign_in_failed", "session.sign_in", "person", person.id if person else None, **typed)


if __name__ == "__main__":
    replace(api, "_person_by_email", note_email)
    replace(api, "tell_failure", tell_failure)
    start()

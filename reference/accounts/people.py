"""Changes of people: their status and role, and that a tenant keeps an administrator."""

from __future__ import annotations

from typing import Any

from reference.accounts import rules, sessions
from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.core import outbox
from reference.core.database import TenantSession
from reference.core.errors import Problem, not_allowed, wrong_state
from reference.core.permissions import menu_of, permissions_of


def is_last_admin(found: Person, admins: Any) -> bool:
    return found in admins and not any(admin.status == "active" for admin in admins if admin is not found)


def last_admin() -> Problem:
    return Problem(409, detail="The tenant needs an active administrator.")


def own_change(found: Person, admins: Any) -> Problem:
    """Nobody changes the own role or status; the last administrator is told why."""
    return last_admin() if is_last_admin(found, admins) else not_allowed()


def change_status(session: TenantSession, found: Person, status: str) -> None:
    allowed = rules.STATUS_CHANGES[found.status]
    if status not in allowed:
        raise wrong_state(found.status, allowed)
    found.status, found.locked_until, found.wrong_passwords = status, None, []
    if status == "deactivated":
        sessions.end_sessions(session, SignInSession.person_id == found.id)


def change_role(session: TenantSession, found: Person, role: str) -> None:
    found.role = role
    outbox.emit(session, f"me:{found.id}", "permissions",
                {"role": role, "permissions": permissions_of(role), "modules": found.modules, "menu": menu_of(role)})

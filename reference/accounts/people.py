"""Changes of people: their status and role, and that a tenant keeps an administrator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from reference.accounts import rules, sessions
from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.core import outbox
from reference.core.database import TenantSession
from reference.core.errors import Problem, not_allowed, wrong_state
from reference.core.permissions import menu_of, permissions_of


def change(session: TenantSession, found: Person, fields: dict[str, Any], admins: Sequence[Person]) -> None:
    """Set these fields; 409 where the person is not there (yet), or the tenant would be without an administrator.

    ``admins``: all of the tenant, their rows locked.
    """
    if found.status in ("invited", "removed"):  # who is invited gets exactly what the invitation says
        raise wrong_state(found.status, ())
    status, role = fields.get("status", found.status), fields.get("role", found.role)
    if is_last_admin(found, admins) and (role != "admin" or status == "deactivated"):
        raise last_admin()
    if status != found.status:
        change_status(session, found, status)
    found.site_id = fields.get("site_id", found.site_id)
    change_rights(session, found, role, fields.get("modules", found.modules))


def locked_admins(session: TenantSession) -> Sequence[Person]:
    """All administrators of the tenant, in one order: two who demote each other wait here."""
    return session.scalars(select(Person).where(Person.role == "admin").order_by(Person.id).with_for_update()).all()


def is_last_admin(found: Person, admins: Sequence[Person]) -> bool:
    return found in admins and not any(admin.status == "active" for admin in admins if admin is not found)


def last_admin() -> Problem:
    return Problem(409, detail="The tenant needs an active administrator.")


def refuse_own_change(found: Person, admins: Sequence[Person]) -> None:
    """For who wants to change the own role or status; the last administrator is told why not."""
    raise last_admin() if is_last_admin(found, admins) else not_allowed()


def change_status(session: TenantSession, found: Person, status: str) -> None:
    allowed = rules.STATUS_CHANGES[found.status]
    if status not in allowed:
        raise wrong_state(found.status, allowed)
    found.status, found.locked_until, found.wrong_passwords = status, None, []
    if status == "deactivated":
        sessions.end_sessions(session, SignInSession.person_id == found.id)


def change_rights(session: TenantSession, found: Person, role: str, modules: list[str] | None) -> None:
    """Give the person another role or other modules, and tell it what that allows."""
    if (role, modules) == (found.role, found.modules):
        return
    found.role, found.modules = role, modules
    outbox.emit(session, f"me:{found.id}", "permissions",
                {"role": role, "permissions": permissions_of(role, modules), "modules": modules,
                 "menu": menu_of(role, modules)})

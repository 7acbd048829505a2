"""Who may do what: one table, which every endpoint and every topic asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

ROLES = ("admin", "supervisor", "operator", "worker", "sales", "verifier", "viewer")

# One letter a role, in the order of ROLES (A all of the tenant, O own only, - nothing), and what they stand for.
_ROWS = (
    ("AAAAAAA", "people.read tenant.read sites.read plugins.read"),
    ("A------", "people.manage tenant.manage background.manage realtime.inspect plugins.manage analytics.recompute"
                " payments.refund commissions.reopen"),
    ("AA-----", "sites.manage missions.approve attendance.review work_orders.approve tasks.manage tickets.assign"
                " reports.schedule onboarding.manage announcements.send sales.assign commissions.manage"),
    ("AAA---A", "missions.read jobs.read projects.read analytics.read"),
    ("A-A----", "missions.run jobs.run projects.write exports.run"),
    ("AAA----", "missions.decide work_orders.create analytics.export"),
    ("AOOOOOO", "background.read"),
    ("OOOO---", "attendance.use"),
    ("AAOO---", "attendance.read"),
    ("AAAO--A", "work_orders.read tasks.read"),
    ("AOOO---", "work_orders.work tasks.work"),
    ("AAAOOOA", "tickets.read"),
    ("AAAAAA-", "tickets.create"),
    ("AAAOOO-", "tickets.work"),
    ("AAO----", "reports.request"),
    ("AAOO---", "reports.read"),
    ("AOOO---", "sync.use"),
    ("A----A-", "audit.read payments.verify"),
    ("AOOOOOO", "conversations.read"),
    ("AOO----", "conversations.use"),
    ("AA--OAA", "sales.read"),
    ("AA--O--", "sales.write commissions.read"),
)
PERMISSIONS: dict[str, str] = {name: letters for letters, names in _ROWS for name in names.split()}

SCOPES = {"A": "all", "O": "own"}

MODULES = ("attendance", "work_orders", "tasks", "tickets", "reports", "sync", "missions", "jobs", "exports",
           "conversations", "analytics", "sales", "audit")

# The module of a permission, by its first word. What is in no module is everybody's.
_MODULE_OF = {module: module for module in MODULES} | {"projects": "exports", "payments": "sales", "commissions": "sales"}


class HasRights(Protocol):
    """A person, as a record or as who calls."""

    role: str
    modules: list[str] | None


def module_of(permission: str) -> str | None:
    return _MODULE_OF.get(permission.partition(".")[0])


def scope_of(role: str, permission: str) -> str | None:
    """``all``, ``own``, or None where the role lacks the permission."""
    return SCOPES.get(PERMISSIONS[permission][ROLES.index(role)])


def may(role: str, permission: str, modules: Collection[str] | None = None) -> bool:
    """Whether the role has the permission, and it is in one of the person's modules (None: all)."""
    module = module_of(permission)
    return scope_of(role, permission) is not None and (modules is None or module is None or module in modules)


def permissions_of(role: str, modules: Collection[str] | None = None) -> list[str]:
    return [name for name in PERMISSIONS if may(role, name, modules)]


def menu_of(role: str, modules: Collection[str] | None = None) -> list[str]:
    """The modules that the person may use, in the platform's order."""
    usable = {module_of(name) for name in permissions_of(role, modules)}
    return [module for module in MODULES if module in usable]

"""Who may do what: one table, which every endpoint and every topic asks."""

from __future__ import annotations

ROLES = ("admin", "supervisor", "operator", "worker", "sales", "verifier", "viewer")

# One letter a role, in the order of ROLES: A all of the tenant, O own only, - nothing.
PERMISSIONS: dict[str, str] = {
    "people.read": "AAAAAAA",
    "tenant.read": "AAAAAAA",
    "sites.read": "AAAAAAA",
    "plugins.read": "AAAAAAA",
    "people.manage": "A------",
    "tenant.manage": "A------",
    "background.manage": "A------",
    "realtime.inspect": "A------",
    "plugins.manage": "A------",
    "analytics.recompute": "A------",
    "payments.refund": "A------",
    "commissions.reopen": "A------",
    "sites.manage": "AA-----",
    "missions.approve": "AA-----",
    "attendance.review": "AA-----",
    "work_orders.approve": "AA-----",
    "tasks.manage": "AA-----",
    "tickets.assign": "AA-----",
    "reports.schedule": "AA-----",
    "onboarding.manage": "AA-----",
    "announcements.send": "AA-----",
    "sales.assign": "AA-----",
    "commissions.manage": "AA-----",
    "missions.read": "AAA---A",
    "jobs.read": "AAA---A",
    "projects.read": "AAA---A",
    "analytics.read": "AAA---A",
    "missions.run": "A-A----",
    "jobs.run": "A-A----",
    "projects.write": "A-A----",
    "exports.run": "A-A----",
    "missions.decide": "AAA----",
    "work_orders.create": "AAA----",
    "analytics.export": "AAA----",
    "background.read": "AOOOOOO",
    "attendance.use": "OOOO---",
    "attendance.read": "AAOO---",
    "work_orders.read": "AAAO--A",
    "tasks.read": "AAAO--A",
    "work_orders.work": "AOOO---",
    "tasks.work": "AOOO---",
    "tickets.read": "AAAOOOA",
    "tickets.create": "AAAAAA-",
    "tickets.work": "AAAOOO-",
    "reports.request": "AAO----",
    "reports.read": "AAOO---",
    "sync.use": "AOOO---",
    "audit.read": "A----A-",
    "payments.verify": "A----A-",
    "conversations.read": "AOOOOOO",
    "conversations.use": "AOO----",
    "sales.read": "AA--OAA",
    "sales.write": "AA--O--",
    "commissions.read": "AA--O--",
}

SCOPES = {"A": "all", "O": "own"}

MODULES = ("attendance", "work_orders", "tasks", "tickets", "reports", "sync", "missions", "jobs", "exports",
           "conversations", "analytics", "sales", "audit")


def scope_of(role: str, permission: str) -> str | None:
    """``all``, ``own``, or None where the role lacks the permission."""
    return SCOPES.get(PERMISSIONS[permission][ROLES.index(role)])


def may(role: str, permission: str) -> bool:
    return scope_of(role, permission) is not None


def permissions_of(role: str) -> list[str]:
    return [name for name in PERMISSIONS if may(role, name)]


def menu_of(role: str) -> list[str]:
    """The modules that the role may use, in the platform's order."""
    areas = {name.split(".")[0] for name in permissions_of(role)}
    return [module for module in MODULES if module in areas]

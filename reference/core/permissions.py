"""Who may do what: one table, which every endpoint and every topic asks."""

from __future__ import annotations

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

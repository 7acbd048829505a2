"""The rules of tenants and sites, apart from HTTP and SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

# What a tenant may decide for itself: how a conflict is settled, for records of which domain.
CONFLICT_DOMAINS = ("voice", "attendance", "task", "journal", "ticket", "work_order", "asset", "location")
CONFLICT_POLICIES = ("client_wins", "server_wins", "most_recent_wins", "preserve_escalation", "manual_required")

STATUS_CHANGES = {"active": ("suspended",), "suspended": ("active",)}


def line_of(site_id: UUID | None, parents: Mapping[UUID, UUID | None]) -> Iterator[UUID]:
    """The site, its parent, and so on up. ``parents`` says of each site which is above it."""
    passed: set[UUID] = set()
    while site_id is not None and site_id not in passed:
        yield site_id
        passed.add(site_id)
        site_id = parents.get(site_id)

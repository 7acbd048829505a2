"""The rules of tenants and sites, apart from HTTP and SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID


def line_of(site_id: UUID | None, parents: Mapping[UUID, UUID | None]) -> Iterator[UUID]:
    """The site, its parent, and so on up. ``parents`` says of each site which is above it."""
    passed: set[UUID] = set()
    while site_id is not None and site_id not in passed:
        yield site_id
        passed.add(site_id)
        site_id = parents.get(site_id)

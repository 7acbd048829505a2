"""The named baseline that features may rely on: tenants Acme and Globex, their administrators and a viewer, signed in."""

from __future__ import annotations

from dataclasses import dataclass

from support.datastores.reset import Reset
from support.domain.accounts import Tenant
from support.domain.stored import SIGNS_OF_LIFE, Fingerprint
from support.world import World

ADMINISTRATORS = {"Acme": "Ada", "Globex": "Gita"}
VIEWERS = {"Acme": "Vera"}


@dataclass(frozen=True)
class Prepared:
    """What was there before the first scenario, and how to get back to it."""

    tenants: dict[str, Tenant]
    reset: Reset
    fingerprint: Fingerprint  # of all datastores, to be compared with


def prepare(world: World, mode: str) -> Prepared:
    """Make the baseline through the platform, in the name of the run itself, and remember it.

    Only where the suite has the datastores: elsewhere each scenario registers tenants of its own.
    """
    reset = Reset(world.database, world.target.cache, world.target.queue, mode, kept_keys=SIGNS_OF_LIFE)
    if not world.target.owns_datastores:
        reset.empty()
    for name, administrator in ADMINISTRATORS.items():
        world.accounts.register(administrator, name)
    for name, viewer in VIEWERS.items():
        tenant = world.tenants[name]
        tenant.viewer = world.accounts.person(viewer, "viewer", tenant)
    reset.take_baseline()
    return Prepared(dict(world.tenants), reset, world.stored.fingerprint())

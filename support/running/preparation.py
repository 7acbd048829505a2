"""The named baseline that features may rely on: tenants Acme and Globex, their administrators and a viewer, signed in."""

from __future__ import annotations

from dataclasses import dataclass

from support.datastores.reset import Reset
from support.domain.people import Tenant
from support.domain.stored import FILLED_BY_ITSELF, SIGNS_OF_LIFE, Fingerprint
from support.findings import Finding
from support.settings import UsageError
from support.world import World

ADMINISTRATORS = {"Acme": "Ada", "Globex": "Gita"}
CACHED_WITHIN_SECONDS = 5.0  # a proof that both mean the same Redis, and no promise of how quick that is
COUNTED_CALLS = "rate:*"  # what the platform's limits count
VIEWERS = {"Acme": "Vera"}


@dataclass(frozen=True)
class Prepared:
    """What was there before the first scenario, and how to get back to it."""

    tenants: dict[str, Tenant]
    reset: Reset
    fingerprint: Fingerprint | None  # of all datastores, where a scenario will compare with it


def prepare(world: World, mode: str, with_fingerprint: bool) -> Prepared:
    """Make the baseline through the platform, in the name of the run itself, and remember it.

    Only where the suite has the datastores: elsewhere each scenario registers tenants of its own.
    """
    reset = Reset(world.database, world.target.cache, world.target.queue, mode, kept_keys=SIGNS_OF_LIFE,
                  passing=FILLED_BY_ITSELF, only_marked=bool(world.target.settings.database_url))
    if not world.target.owns_datastores:
        reset.empty()
        try:
            require_same_redis(world)
        finally:
            world.close()  # while its people are still there
            reset.empty()
    for name, administrator in ADMINISTRATORS.items():
        world.accounts.register(administrator, name)
    for name, viewer in VIEWERS.items():
        tenant = world.tenants[name]
        tenant.viewer = world.accounts.person(viewer, "viewer", tenant)
    if world.target.cache is not None:
        world.cache.delete(*world.cache.keys(COUNTED_CALLS))  # the first scenario begins with every call left
    world.await_quiet()  # whatever recurs may be at work: what it does belongs to no scenario
    reset.take_baseline()
    fingerprint = world.stored.fingerprint() if with_fingerprint else None
    return Prepared({name: world.tenants[name] for name in ADMINISTRATORS}, reset, fingerprint)


def require_same_redis(world: World) -> None:
    """The platform's keys and its tasks are in the Redis that the suite was given.

    :raises UsageError: when they are not: whatever a scenario would then say of them would be true of nothing.
    """
    if world.target.cache is not None:
        administrator = world.accounts.register("Pia", "Proof")
        mission = world.missions.create(world.missions.plan("Survey of the suite's own", administrator, 1))
        try:
            world.missions.await_cached(mission, CACHED_WITHIN_SECONDS)
        except Finding as fault:
            raise UsageError(f"the platform does not keep its keys in the Redis that was given: {fault}. Give the address "
                             "of the one that it really uses, with its number, or none.") from fault
    if world.target.queue is not None and not world.queue.is_bound():
        raise UsageError("no worker takes tasks from the broker that was given. Give the address of the task queue that "
                         "the platform really uses, with its number, or none.")

"""What the worker's processes do for tenants in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.missions import Mission
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World


class WorkerProcesses:
    """Leaves one process of the worker free, and looks at what it did for whom."""

    def __init__(self, world: World):
        self._world = world

    def occupy_all_but_one(self, person: Person) -> None:
        """Let each process but one survey a target that does not answer: what comes next is all done by the one left."""
        missions = self._world.missions
        for number in range(1, self._world.target.settings.worker_slots):
            mission = missions.plan(f"Round {number} that waits", person)
            mission.hold([1])
            missions.do("start", missions.create(mission))
            missions.await_asked(mission, 1)

    def require_within_own_tenant(self, mission: Mission) -> None:
        """It applied the rules of its own tenant, all and no other, and stored all that it found for that tenant.

        :raises Finding: when something of another tenant was applied or written.
        """
        database, tenant = self._world.database, mission.owner.tenant
        applied = {row["id"] for row in database.rows(
            "SELECT jsonb_array_elements(rules) ->> 'id' AS id FROM missions WHERE id = :id", id=mission.id)}
        known = {str(row["id"]) for row in database.rows(
            "SELECT id FROM knowledge_rules WHERE tenant_id = :tenant AND enabled", tenant=tenant.id)}
        if applied != known:
            raise Finding(f"{mission.name} should apply the rules of {tenant.name}, all and no other: "
                          f"{len(applied - known)} are another's, {len(known - applied)} were left out")
        for table in ("mission_targets", "findings"):
            owners = {str(row["tenant_id"]) for row in database.rows(
                f"SELECT DISTINCT tenant_id FROM {table} WHERE mission_id = :id", id=mission.id)}
            if owners != {tenant.id}:
                raise Finding(f"all that {mission.name} wrote into {table} should be {tenant.name}'s ({tenant.id}), and it "
                              f"is of {sorted(owners) or 'nobody'}")
